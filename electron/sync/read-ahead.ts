import type { CaseId } from '../../shared/kernel/ids.ts';
import type { EntriesReply } from '../../shared/sync/pull-messages.ts';
import { readState } from '../db/sync-state.ts';
import type { Answer, SyncPorts } from './ports.ts';
import { questionOf, type Asked } from './questions.ts';
import type { Round, Wanted } from './round.ts';

/** A question that is out while what came before it is being written; its answer is looked at only when its turn comes. */
export type Ahead = { asked: Asked; given: Answer | null; heard: ((given: Answer) => void) | null };

/** What will be wanted once this page is written; should it turn out to be wrong, what was asked ahead is dropped with it. */
const wantedAfter = ({ wanted }: Round, { cases, evict }: EntriesReply): Wanted[] => {
  const gone = new Set<CaseId>([...evict.map(({ caseId }) => caseId), ...cases.filter((one) => one.complete).map(({ caseId }) => caseId)]);
  const ends = new Map(cases.map(({ caseId, entries }) => [caseId, entries.at(-1)]));
  return wanted
    .filter(({ caseId }) => !gone.has(caseId))
    .map((one) => {
      const end = ends.get(one.caseId);
      return end ? { ...one, from: { ver: end.ver, hash: end.hash } } : one;
    });
};

/** The question for the page after this one; null when there is none. Source: SPEC [SY-43]. */
export const pageAfter = (ports: SyncPorts, round: Round, reply: EntriesReply): Asked | null =>
  questionOf(ports, 'entries', { ...round, wanted: wantedAfter(round, reply), pages: round.pages + 1 });

export const askAhead = (ports: SyncPorts, asked: Asked): Ahead => {
  const ahead: Ahead = { asked, given: null, heard: null };
  const accessToken = readState(ports.read, 'session')?.accessToken ?? null;
  ports.transport.ask({ what: asked.what, body: asked.body, accessToken }, (given) => {
    if (ahead.given !== null) return;
    ahead.given = given;
    ahead.heard?.(given);
  });
  return ahead;
};

/** Hands over the answer as soon as it is there. */
export const hear = (ahead: Ahead, heard: (given: Answer) => void): void => {
  ahead.heard = heard;
  if (ahead.given !== null) heard(ahead.given);
};
