import type { Conflict, RefusalCode, RefusalFacts } from './verdict.ts';

/** Why a change cannot go in as it is. */
export type Stop = { verdict: 'refused'; code: RefusalCode; facts: RefusalFacts } | { verdict: 'conflict'; fields: Conflict[] };

/** Leaves the judging of one change; caught in `judge.ts` only. */
export class StopError extends Error {
  readonly stop: Stop;

  constructor(stop: Stop) {
    super(stop.verdict);
    this.stop = stop;
  }
}

export const refuse = (code: RefusalCode, facts: RefusalFacts = {}): never => {
  throw new StopError({ verdict: 'refused', code, facts });
};
