/**
 * Child process: the real core with its encrypted file. `push` holds 10,000 contact logs and sends them; `pull` is empty and
 * fetches them, with all tables, boards and the search index. Prints its time.
 */
import { setTimeout } from 'node:timers/promises';
import { hasDue } from '../../../electron/core/search/search-rows.ts';
import { countChanges } from '../../../electron/core/sync/change-rows.ts';
import type { ChangeDraft } from '../../../electron/db/change-draft.ts';
import { activeDevice } from '../../../electron/db/journal.ts';
import { readState } from '../../../electron/db/sync-state.ts';
import { corpus, corpusCases, corpusSize, logDocument } from './corpus.ts';
import { cpuMs } from './counted-sockets.ts';
import { openDevice } from './open-device.ts';

const [, , way = '', folder = '', url = '', password = ''] = process.argv;
const { core, session, store, sync, signIn, hold, until } = await openDevice(`${folder}/${way}`);

const count = (sql: string): number => store.read.get<{ n: number }>(sql)?.n ?? 0;
/** Everything written here was executed and answered by the hub. */
const isDelivered = (): boolean => readState(store.read, 'progress')?.ack === activeDevice(store.read)?.lastMid;

const write = (drafts: readonly ChangeDraft[]): void => {
  for (let at = 0; at < drafts.length; at += 500) {
    const stored = session.commitAll(drafts.slice(at, at + 500));
    if (!stored.ok) throw new Error(`writing: ${stored.error.code}`);
  }
};

const caseDraft = (n: number): ChangeDraft => {
  const { caseId } = logDocument(n);
  const fields = { reportNumber: `R2026-${n}`, insuredName: '赵建国', state: 'open' };
  return { kind: 'register-case', caseId: caseId as never, ops: [{ op: 'insert', entity: 'case', id: caseId, fields }] };
};

const logDraft = ({ id, caseId, byPersonId: _by, at, ...fields }: ReturnType<typeof logDocument>): ChangeDraft => ({
  kind: 'record-contact',
  caseId: caseId as never,
  at,
  ops: [{ op: 'insert', entity: 'contactLog', id, fields }],
});

type Took = { ms: number; cpuMs: number };

const timed = async (work: () => Promise<void>): Promise<Took> => {
  const [began, cpuBefore] = [performance.now(), cpuMs()];
  await work();
  return { ms: performance.now() - began, cpuMs: cpuMs() - cpuBefore };
};

/** Until all are taken in and answered; the cases are there before. */
const push = async (): Promise<Took> => {
  await signIn(url, password);
  write(Array.from({ length: corpusCases }, (_, n) => caseDraft(n)));
  sync.runner.wake('hand');
  await until(isDelivered);
  while (sync.runner.state().phase !== 'idle') await setTimeout(20);
  await hold(true);
  write(corpus().map(logDraft));
  return timed(async () => {
    await hold(false);
    await until(isDelivered);
  });
};

const pull = async (): Promise<Took> => {
  await signIn(url, password);
  return timed(() => until(() => count('SELECT coalesce(sum(ver), 0) AS n FROM case_heads') === corpusSize + corpusCases));
};

const took = await (way === 'push' ? push() : pull());
const there = count('SELECT count(*) AS n FROM contact_logs');
const counts = countChanges(store.read);
if (there !== corpusSize) throw new Error(`${way}: ${there} of ${corpusSize} logs`);
if (way === 'push' && counts.accepted !== corpusSize + corpusCases) throw new Error(`push: ${counts.accepted} accepted`);
/** Until every word of it can be found; rows and boards were there before. */
const indexedMs = async (): Promise<number> => {
  const began = performance.now();
  while (hasDue(store.read) || sync.runner.state().phase !== 'idle') await setTimeout(10);
  return performance.now() - began;
};

const indexed = way === 'pull' ? { indexedMs: took.ms + (await indexedMs()) } : {};
console.log(JSON.stringify({ ...took, ...indexed, rssMb: process.resourceUsage().maxRSS / 1_024 }));
core.close();
process.exit(0);
