import type { z } from 'zod';
import { problem, type Problem, type ProblemCode } from '../../../shared/kernel/problem.ts';
import { err, ok, type Result } from '../../../shared/kernel/result.ts';
import type { inboxLineSchema } from '../../../shared/sync/contract.ts';
import { protocolVersion } from '../../../shared/sync/protocol-version.ts';
import { inboxReplySchema, type InboxReply } from '../../../shared/sync/quarantine-messages.ts';
import { readState } from '../../db/sync-state.ts';
import type { NoReply, Question } from '../../sync/ports.ts';
import type { Session } from '../session.ts';
import type { SyncService } from '../sync-service.ts';
import { valueNow } from './conflicts.ts';
import { namesIn } from './names-in.ts';

type Line = z.infer<typeof inboxLineSchema>;
type Waiting = InboxReply['waiting'][number];

const codeOf: Partial<Record<NoReply, ProblemCode>> = {
  offline: 'sync.offline',
  cut: 'sync.offline',
  forbidden: 'forbidden',
  revoked: 'sync.revoked',
  'wrong-state': 'sync.settled',
  taken: 'sync.settled',
  conflict: 'sync.not-taken',
  'not-found': 'not-found',
};

/** An access token that ran out is renewed by the loop alone, because a refresh token counts once; then it is asked once more. */
const ask = async (
  session: Session,
  service: SyncService,
  question: { what: Question; body: object },
): Promise<Result<unknown, Problem>> => {
  const [hub, secret] = [readState(session.read, 'hub'), readState(session.read, 'session')];
  if (!hub || !secret) return err(problem('sync.not-connected'));
  const asked = (accessToken: string) => {
    const body = { protocol: protocolVersion, requestId: session.ids.next(), ...question.body };
    return service.ask({ what: question.what, body, address: hub.address, accessToken });
  };
  const first = await asked(secret.accessToken);
  const renewed = !first.ok && first.code === 'relogin' ? await service.renewed(secret.accessToken) : null;
  const answer = renewed === null ? first : await asked(renewed);
  return answer.ok ? ok(answer.reply) : err(problem(codeOf[answer.code] ?? 'sync.hub-fault'));
};

/** 待我决定: what arrived after a hand-over and waits whole at the hub, with what stands in the case now. */
export const listInbox = async (session: Session, service: SyncService): Promise<Result<Line[], Problem>> => {
  const reply = await ask(session, service, { what: 'inbox', body: {} });
  if (!reply.ok) return reply;
  const parsed = inboxReplySchema.safeParse(reply.value);
  return parsed.success ? ok(parsed.data.waiting.map((one) => lineOf(session, one))) : err(problem('sync.hub-fault'));
};

const lineOf = ({ read }: Session, { id, caseId, personId, code, receivedAt, change }: Waiting): Line => ({
  id,
  caseId,
  reportNumber: read.get<{ n: string }>('SELECT report_number AS n FROM cases WHERE id = ?', caseId)?.n ?? null,
  personName: read.get<{ name: string }>('SELECT name FROM people WHERE id = ?', personId)?.name ?? null,
  code,
  kind: change.kind,
  at: change.at,
  receivedAt,
  names: namesIn(read, change.ops),
  fields: change.ops.flatMap((op): Line['fields'] => {
    if (op.op === 'insert') return [{ entity: op.entity, field: null, now: null, sent: op.fields }];
    if (op.op === 'transition') return [{ entity: op.entity, field: null, now: op.from, sent: op.to }];
    return Object.entries(op.fields).map(([field, { value }]) => ({
      entity: op.entity,
      field,
      now: valueNow(read, op, field),
      sent: value,
    }));
  }),
});

/** What a line names is not kept here: until it is taken in, no row says that it belongs to the case. */
export const inboxFile = async (
  { blobs }: Session,
  service: SyncService,
  { caseId, sha256 }: { caseId: string; sha256: string },
): Promise<Result<File | null, Problem>> => {
  const here = blobs.read(sha256);
  const got = here ? { ok: true as const, bytes: here } : await service.fetch({ caseId, sha256, passing: true });
  if (got.ok) return ok(new File([Uint8Array.from(got.bytes)], sha256, { type: 'image/*' }));
  return got.code === 'not-found' ? ok(null) : err(problem(codeOf[got.code] ?? 'sync.hub-fault'));
};

type Decision = { id: string; outcome: 'taken' | 'dropped'; reason: string | null };

/** Takes one over into the case under the handler's own right, or drops it with a reason. */
export const decideInbox = async (
  session: Session,
  service: SyncService,
  { id, outcome, reason }: Decision,
): Promise<Result<void, Problem>> => {
  const given = reason?.trim() ?? '';
  if (outcome === 'dropped' && given === '') return err(problem('required', 'reason'));
  const reply = await ask(session, service, { what: 'decide', body: { id, outcome, reason: given === '' ? null : given } });
  if (!reply.ok) return reply;
  service.runner.wake('hand');
  return ok(undefined);
};
