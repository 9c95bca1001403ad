import type { PersonId } from '../../shared/kernel/ids.ts';
import type { Fault } from './faults.ts';

type At = { entity: string; id: string };

/** Why a change could not be applied. Nothing of such a change is stored. */
export type ApplyProblem =
  | ({ code: 'row-missing' } & At)
  | ({ code: 'row-exists' } & At)
  /** The row belongs to another case than the change. */
  | ({ code: 'other-case' } & At)
  | ({ code: 'field-unknown'; field: string } & At)
  | ({ code: 'field-invalid'; field: string; issue: string } & At)
  /** The field is written once, or only by a transition. */
  | ({ code: 'field-not-settable'; field: string } & At)
  | { code: 'entity-unknown'; entity: string }
  /** The row is no longer in the state the person saw. */
  | ({ code: 'state-moved'; expected: string; actual: string } & At)
  | ({ code: 'move-forbidden'; from: string; to: string } & At)
  /** The row is a frozen first statement, or a fact that one names. */
  | ({ code: 'statement-frozen' } & At)
  /** The person has a frozen first statement already. */
  | ({ code: 'statement-twice' } & At)
  /** Text, seal, signature, person and facts do not belong together. */
  /** The signature does not belong to this version of the offer. */
  | ({ code: 'offer-unsound'; part: 'offer' | 'sheet' | 'text' | 'seal' | 'signing' } & At)
  /** It was put to the party, signed or paid: it cannot be hidden. */
  | ({ code: 'offer-shown' } & At)
  | ({ code: 'statement-unsound'; part: 'text' | 'seal' | 'signing' | 'party' | 'facts' | 'void' } & At);

/** Somebody wrote the field after the person had read it. */
export type ConflictProblem = { code: 'conflict' } & At & {
    field: string;
    theirs: unknown;
    byPersonId: PersonId | null;
    /** When the other value was written: that device's claim. */
    at: string;
    rev: number;
  };

/** Everything `commit` can answer instead of a receipt. */
export type CommitProblem = ApplyProblem | ConflictProblem | { code: 'storage'; fault: Fault };

/** Leaves the transaction with a problem; `commit.ts` turns it into a Result. */
export class ProblemError extends Error {
  readonly problem: ApplyProblem | ConflictProblem;

  constructor(problem: ApplyProblem | ConflictProblem) {
    super(problem.code);
    this.problem = problem;
  }
}

/** Stops applying the current change. */
export const refuse = (problem: ApplyProblem | ConflictProblem): never => {
  throw new ProblemError(problem);
};
