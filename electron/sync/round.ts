import type { CaseId } from '../../shared/kernel/ids.ts';
import type { CaseHead } from '../../shared/sync/entry.ts';
import type { CaseUpdate } from '../db/receive-case.ts';

/** A case to fetch, with what this device has of it. */
export type Wanted = { caseId: CaseId; from: CaseHead };

/**
 * What one pull knows between its questions. It lies in memory only: after a crash the comparison starts anew and finds the
 * same. `staged` are resets whose pages are not complete: they are swapped in whole, so that nothing flickers away.
 */
export type Round = {
  buckets: number[];
  wanted: Wanted[];
  staged: Map<CaseId, CaseUpdate>;
  total: number;
  /** Most changes of the next push. */
  push: number;
};

/** A lost reply should cost little: a push is small until one has come through, and again after a failure. Source: SPEC [SY-70]. */
export const firstPush = 200;

export const emptyRound = (): Round => ({ buckets: [], wanted: [], staged: new Map(), total: 0, push: firstPush });
