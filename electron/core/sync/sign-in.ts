import type { PersonId } from '../../../shared/kernel/ids.ts';
import { problem, type Problem, type ProblemCode } from '../../../shared/kernel/problem.ts';
import { err, ok, type Result } from '../../../shared/kernel/result.ts';
import { protocolVersion } from '../../../shared/sync/protocol-version.ts';
import { sessionReplySchema, type SessionReply } from '../../../shared/sync/session-messages.ts';
import type { ChangeDraft } from '../../db/change-draft.ts';
import { keepState, readState, type HubState } from '../../db/sync-state.ts';
import { waitingCount } from '../../db/verdict-rows.ts';
import { hubAddress } from '../../sync/http-transport.ts';
import type { NoReply } from '../../sync/ports.ts';
import { currentPersonKey } from '../open-session.ts';
import type { CoreOptions } from '../core-options.ts';
import type { Session } from '../session.ts';
import type { SyncService } from '../sync-service.ts';

type Input = { address: string; loginName: string; password: string };
type Context = { options: Pick<CoreOptions, 'ids' | 'version' | 'clock' | 'machine'>; service: SyncService; session: Session };

/**
 * 登录机构服务器: ties this file to a hub and a person, or renews the session. What was made alone goes along under the person's
 * name; work of somebody else that was not sent yet is never mixed in.
 */
export const signIn = async (context: Context, input: Input): Promise<Result<void, Problem>> => {
  const address = hubAddress(input.address);
  if (address === null) return err(problem('sync.address', 'address'));
  const before = readState(context.session.read, 'hub');
  const reply = await login(context, { ...input, address });
  if (!reply.ok) return reply;
  const fits = fitsFile(context, before, reply.value);
  if (!fits.ok) return fits;
  const joined = await joinedAs(context, { before, reply: reply.value, input: { ...input, address } });
  if (!joined.ok) return joined;
  keepSignedIn(context, address, joined.value);
  context.service.resume();
  return ok(undefined);
};

const codeOf: Partial<Record<NoReply, ProblemCode>> = {
  offline: 'sync.offline',
  'login.wrong': 'sync.wrong-login',
  'login.wait': 'sync.login-wait',
  revoked: 'sync.revoked',
  'protocol.too-old': 'sync.update-app',
  'protocol.too-new': 'sync.update-app',
  'device.other-person': 'sync.other-person',
};

const login = async ({ service, options }: Context, { address, loginName, password }: Input): Promise<Result<SessionReply, Problem>> => {
  const device = {
    deviceId: service.store.sync.deviceId(),
    machine: options.machine.fingerprint.slice(0, 12),
    appVersion: options.version,
  };
  const answer = await service.ask({ what: 'login', address, body: { protocol: protocolVersion, loginName, password, device } });
  if (!answer.ok) return err(problem(codeOf[answer.code] ?? 'sync.hub-fault', answer.code === 'login.wrong' ? 'password' : null));
  const parsed = sessionReplySchema.safeParse(answer.reply);
  return parsed.success ? ok(parsed.data as SessionReply) : err(problem('sync.hub-fault'));
};

const fitsFile = ({ service }: Context, before: HubState | null, reply: SessionReply): Result<void, Problem> => {
  if (before && before.hubId !== reply.hubId) return err(problem('sync.foreign-hub', 'address'));
  const { store } = service;
  const unsent = waitingCount(store.read, store.sync.deviceId());
  if (before && before.personId !== reply.person.id && unsent > 0) return err(problem('sync.unsent', null, { count: unsent }));
  return ok(undefined);
};

type Joining = { before: HubState | null; reply: SessionReply; input: Input };

/**
 * A device belongs to one person, and its numbers are used once: work made alone, another person, or a file that was restored
 * go on under a new device id, signed in with the same words.
 */
const joinedAs = async (context: Context, { before, reply, input }: Joining): Promise<Result<SessionReply, Problem>> => {
  const { service, session, options } = context;
  const { store } = service;
  const own = session.read.get<{ mid: number }>('SELECT last_mid AS mid FROM devices WHERE retired_at IS NULL')?.mid ?? 0;
  const waiting = waitingCount(store.read, store.sync.deviceId());
  const alone = before === null && own > 0;
  const otherPerson = before !== null && before.personId !== reply.person.id;
  const restored = reply.lastMid > own && waiting === 0;
  if (!alone && !otherPerson && !restored) return ok(reply);
  const person = alone ? { from: session.person().id as PersonId, to: reply.person.id } : null;
  store.sync.renew({ deviceId: options.ids.next() as never, person, judged: otherPerson ? 'stays' : 'again' });
  return login(context, input);
};

const keepSignedIn = ({ service, session, options }: Context, address: string, reply: SessionReply): void => {
  const { store } = service;
  const { person, hubId } = reply;
  store.sync.take({ progress: null, drafts: () => personDrafts(session, reply) });
  store.sync.keepSession(reply);
  store.sync.keep((db) => {
    const connectedAt = readState(session.read, 'hub')?.connectedAt ?? options.clock.now().at;
    keepState(db, 'hub', { address, hubId, personId: person.id, personName: person.name, role: person.role, connectedAt });
    keepState(db, 'stop', null);
    db.run(
      'INSERT INTO settings (key, value) VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value',
      currentPersonKey,
      JSON.stringify(person.id),
    );
  });
  session.forgetPerson();
};

/** The person stands in the file at once; branch and colleagues follow with the hub's list. */
const personDrafts = ({ read }: Session, { person }: SessionReply): ChangeDraft[] => {
  if (read.get('SELECT 1 FROM people WHERE id = ?', person.id)) return [];
  const fields = { name: person.name, role: person.role, branch: null, active: true };
  return [{ kind: 'take-people', caseId: null, ops: [{ op: 'insert', entity: 'person', id: person.id, fields }] }];
};
