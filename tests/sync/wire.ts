import type { Claims } from '../../hub/core/ports.ts';
import type { Hub } from '../../hub/core/hub.ts';
import type { Sent } from '../../electron/sync/content/ports.ts';
import type { Answer, Question } from '../../electron/sync/ports.ts';
import type { Result } from '../../shared/kernel/result.ts';
import type { HubProblem } from '../../shared/sync/hub-problems.ts';
import { exchanges } from '../../shared/sync/messages.ts';
import type { CasePage, EntriesReply } from '../../shared/sync/pull-messages.ts';
import type { PushReply } from '../../shared/sync/push-messages.ts';
import type { Coverage } from './coverage.ts';
import type { Dice } from './dice.ts';
import type { EventQueue } from './event-queue.ts';
import type { Road, SimDevice, Wire } from './sim-device.ts';
import { HubKilled, type SimHub } from './sim-hub.ts';
import { faultyHub } from './planted-hub.ts';
import { alteredMark, type Planted } from './planted.ts';

/** A question the hub has answered, and who asked it. */
export type Heard = { what: Question; body: unknown; who: Claims };

export type SimWire = Wire &
  Road & {
    direct(what: Question, body: unknown, token: string | null): Promise<Answer>;
    /** Everything the hub was asked and has answered, in order. */
    traffic: readonly Heard[];
  };

export type Rates = { drop: number; double: number; late: number; cut: number; kill: number; alter: number };

type Parts = {
  queue: EventQueue;
  dice: Dice;
  coverage: Coverage;
  hub: SimHub;
  rates: Rates;
  planted: Planted;
  /** Every reply that reached a device, for the checks. */
  heard: (device: SimDevice, what: Question, reply: unknown) => void;
  /** A device gave this back when it heard an answer that a former server had given. */
  gaveBack: (changeId: string, server: number) => void;
};

const deadlineMs = 45_000;

/** The line between devices and hub: it drops, doubles, delays and cuts. Messages are text, so both sides hold their own copy. */
export const createWire = ({ queue, dice, coverage, hub, rates, planted, heard, gaveBack }: Parts): SimWire => {
  const traffic: Heard[] = [];
  const direct = (what: Question, body: unknown, token: string | null): Promise<Answer> =>
    serve({ hub, dice, planted, coverage, traffic }, { what, body, token });
  return {
    direct,
    traffic,
    upload: uploading({ queue, dice, coverage, hub, rates }),
    ask: (device, { what, body, accessToken }, done) => {
      const text = JSON.stringify(body);
      const back = (answer: Answer, ms: number): void => {
        const server = hub.server();
        queue.after(ms, `${device.name} hears ${what} ${answer.ok ? 'ok' : answer.code}`, () => {
          if (answer.ok) heard(device, what, answer.reply);
          if (server === hub.server()) return done(answer);
          const before = givenBack(device);
          try {
            done(answer);
          } finally {
            for (const changeId of givenBack(device)) if (!before.has(changeId)) gaveBack(changeId, server);
          }
        });
      };
      if (!device.online) {
        coverage.add('offline');
        return back({ ok: false, code: 'offline' }, 10);
      }
      if (dice.chance(rates.drop)) return coverage.add('dropped-request');
      queue.after(5 + dice.below(300), `${device.name} asks ${what}`, async () => {
        const killed = dice.chance(rates.kill);
        if (killed) hub.killSoon();
        const answer = await direct(what, JSON.parse(text), accessToken);
        if (killed) hub.spare();
        if (answer === null) return;
        if (!device.online || dice.chance(rates.drop)) return coverage.add('dropped-reply');
        const copy = (): Answer => JSON.parse(JSON.stringify(answer)) as Answer;
        if (dice.chance(rates.cut)) {
          coverage.add('cut-reply');
          return back({ ok: false, code: 'cut' }, dice.below(300));
        }
        if (dice.chance(rates.late)) {
          coverage.add('late-reply');
          return back(copy(), deadlineMs + dice.below(60_000));
        }
        const altered = what === 'entries' && dice.chance(rates.alter) ? alteredReply(copy()) : null;
        if (altered) coverage.add('altered-reply');
        back(altered ?? copy(), 5 + dice.below(300));
        if (dice.chance(rates.double)) {
          coverage.add('doubled-reply');
          back(copy(), 5 + dice.below(5_000));
        }
      });
    },
  };
};

const givenBack = ({ store }: SimDevice): Set<string> =>
  new Set(store.read.all<{ id: string }>("SELECT change_id AS id FROM journal WHERE origin = 'gone'").map(({ id }) => id));

/** A file on its way: the line may fail before it, in the middle of it and after it. */
const uploading =
  ({ queue, dice, coverage, hub, rates }: Pick<Parts, 'queue' | 'dice' | 'coverage' | 'hub' | 'rates'>): Road['upload'] =>
  (device, sending) =>
    new Promise((resolve) => {
      const answer = (sent: Sent): void =>
        void queue.after(5 + dice.below(300), `${device.name} hears of a file: ${sent.ok ? 'ok' : sent.code}`, () => resolve(sent));
      if (!device.online || dice.chance(rates.drop)) return answer({ ok: false, code: 'offline' });
      queue.after(5 + dice.below(300), `${device.name} sends a file`, async () => {
        const killed = dice.chance(rates.kill);
        if (killed) hub.killSoon();
        const sent = await hub.desk.send(sending, dice.chance(4 * rates.cut)).catch((error: unknown): Sent => {
          if (!(error instanceof HubKilled)) throw error;
          coverage.add('hub-killed');
          hub.restart();
          return { ok: false, code: 'offline' };
        });
        if (killed) hub.spare();
        answer(device.online && !dice.chance(rates.drop) ? sent : { ok: false, code: 'offline' });
      });
    });

/** Text a cut line, a proxy or a bad disk has changed without anybody noticing: whoever trusts it shows what nobody wrote. */
const alteredReply = (answer: Answer): Answer | null => {
  const text = JSON.stringify(answer);
  const altered = text.replace(/"value":"(v\d+)"/, `"value":"$1${alteredMark}"`);
  return altered === text ? null : (JSON.parse(altered) as Answer);
};

type Serving = Pick<Parts, 'hub' | 'dice' | 'planted' | 'coverage'> & { traffic: Heard[] };
type Asked = { what: Question; body: unknown; token: string | null };

const killed = null as unknown as Answer;

const serve = async (parts: Serving, { what, body, token }: Asked): Promise<Answer> => {
  try {
    const request = exchanges[what].request.safeParse(body);
    if (!request.success)
      throw new Error(`malformed ${what}: ${request.error.issues[0]?.message} ${request.error.issues[0]?.path.join('.')}`);
    const result = await answered(parts, { what, body, token });
    if (result.ok) return { ok: true, reply: pagedOut(parts.dice, what, result.value) };
    if (what !== 'refresh' && result.error.code === 'relogin') parts.coverage.add('token-expired');
    return { ok: false, code: result.error.code };
  } catch (error) {
    if (!(error instanceof HubKilled)) throw error;
    parts.coverage.add('hub-killed');
    parts.hub.restart();
    return killed;
  }
};

const answered = async (parts: Serving, { what, body, token }: Asked): Promise<Result<unknown, HubProblem>> => {
  const node = parts.hub.node();
  if (what === 'login') return node.login(body as never, 'sim');
  if (what === 'refresh') return node.refresh(body as never);
  if (what === 'surrender') return node.surrender(body as never);
  if (what === 'blobStates') return parts.hub.desk.states(token ?? JSON.stringify({ until: 0 }), body as never);
  const claims = await node.authenticate(token ?? JSON.stringify({ until: 0 }));
  if (!claims.ok) return claims;
  const asked = node[what as keyof Hub] as unknown as (who: Claims, request: unknown) => Promise<Result<unknown, HubProblem>>;
  const work = () => asked(claims.value, body);
  const kept = JSON.stringify(body);
  const answer = await faultyHub({ hub: parts.hub, who: claims.value, what, body, work }, parts.planted.hub);
  if (answer.ok) parts.traffic.push({ what, body: JSON.parse(kept) as unknown, who: claims.value });
  return answer as Result<PushReply, HubProblem>;
};

/** A hub may end a page anywhere: cutting pages short is allowed to it, and makes long cases out of short ones. */
const pagedOut = (dice: Dice, what: Question, reply: unknown): unknown => {
  if (what !== 'entries' || dice.chance(0.6)) return reply;
  const page = reply as EntriesReply;
  return {
    ...page,
    cases: page.cases.map((one) => (one.entries.length > 3 && dice.chance(0.5) ? shortened(one, 1 + dice.below(3)) : one)),
  };
};

const shortened = (page: CasePage, count: number): CasePage => ({ ...page, entries: page.entries.slice(0, count), complete: false });
