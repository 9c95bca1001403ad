import { person } from '../../shared/people/model.ts';
import { problem, type Problem } from '../../shared/kernel/problem.ts';
import type { CommitProblem } from '../db/apply-problem.ts';
import type { Reads } from '../db/handles.ts';
import { findRow } from '../db/rows.ts';

/** What a refused change looks like to a window. The other person's value travels as text, for "mine / theirs". */
export const problemOfCommit = (db: Reads, refused: CommitProblem): Problem => {
  switch (refused.code) {
    case 'conflict': {
      const by = refused.byPersonId && findRow(db, person, refused.byPersonId);
      const { entity, id, at, rev } = refused;
      return problem('conflict', refused.field, { entity, id, at, rev, theirs: asText(refused.theirs), byName: by ? by.name : null });
    }
    case 'state-moved':
      return problem('wrong-state', null, { expected: refused.expected, actual: refused.actual });
    case 'move-forbidden':
      return problem('wrong-state', null, { expected: refused.from, actual: refused.to });
    case 'row-missing':
    case 'other-case':
      return problem('not-found', null, { entity: refused.entity });
    case 'row-exists':
      return problem('invalid', 'id', { entity: refused.entity });
    case 'field-invalid':
      return problem(refused.issue === 'too_big' ? 'too-long' : 'invalid', refused.field, { entity: refused.entity });
    case 'field-unknown':
    case 'field-not-settable':
      return problem('invalid', refused.field, { entity: refused.entity });
    case 'entity-unknown':
      return problem('invalid', null, { entity: refused.entity });
    case 'statement-frozen':
      return problem('statement.frozen', null, { entity: refused.entity });
    case 'statement-twice':
      return problem('statement.already-frozen');
    case 'statement-unsound':
      return problem('statement.unsound', null, { part: refused.part });
    case 'offer-unsound':
      return problem('offer.unsound', null, { part: refused.part });
    case 'offer-shown':
      return problem('offer.shown', null, { entity: refused.entity });
    case 'storage':
      return problem(refused.fault);
  }
};

const asText = (value: unknown): string | number | boolean | null =>
  value === null || typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? value : JSON.stringify(value);
