import type { CaseId } from '../../shared/kernel/ids.ts';
import type { CaseHead } from '../../shared/sync/entry.ts';
import { maxEntriesPerPage } from '../../shared/sync/pull-messages.ts';
import type { CaseUpdate } from '../db/receive-case.ts';

/** A case to fetch, with what this device has of it and the version it has at the hub. */
export type Wanted = { caseId: CaseId; from: CaseHead; to: number };

/**
 * What one pull knows between its questions. It lies in memory only: after a crash the comparison starts anew and finds the
 * same. `staged` are resets whose pages are not complete: they are swapped in whole, so that nothing flickers away.
 */
export type Round = {
  buckets: number[];
  wanted: Wanted[];
  staged: Map<CaseId, CaseUpdate>;
  total: number;
  /** Pages taken over so far. */
  pages: number;
  /** Most changes of the next push. */
  push: number;
};

/** A lost reply should cost little: a push is small until one has come through, and again after a failure. Source: SPEC [SY-70]. */
export const firstPush = 200;

export const emptyRound = (): Round => ({ buckets: [], wanted: [], staged: new Map(), total: 0, pages: 0, push: firstPush });

const casesPerPage = 500;
/** The first page is small, so that something shows soon: the hub makes the next, a full one, while the device writes it. */
const firstPage = 1_000;

/** The cases of the next page: so many that their entries reach its size. What does not fit, the hub leaves for the page after. Source: SPEC [SY-43]. */
export const nextCases = ({ wanted, pages }: Round): Wanted[] => {
  let room = pages === 0 ? firstPage : maxEntriesPerPage;
  const end = wanted.findIndex(({ from, to }) => {
    room -= Math.max(1, to - from.ver);
    return room <= 0;
  });
  return wanted.slice(0, Math.min(casesPerPage, end === -1 ? wanted.length : end + 1));
};
