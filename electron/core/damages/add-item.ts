import { damageItem } from '../../../shared/damages/model.ts';
import { itemProblem, needsReviewer } from '../../../shared/damages/rules.ts';
import type { CaseId } from '../../../shared/kernel/ids.ts';
import { problem, type Problem } from '../../../shared/kernel/problem.ts';
import { err, ok, type Result } from '../../../shared/kernel/result.ts';
import { injuredParty } from '../../../shared/parties/model.ts';
import { findRow } from '../../db/rows.ts';
import { allowed } from '../people/allowed.ts';
import type { Session } from '../session.ts';
import { asItIs, checkedValues, type Complete, type ItemValues } from './check-values.ts';

type Input = { caseId: CaseId; values: ItemValues };

/** Enters one line of damage of one injured party. Only a reviewer may already say what is allowed. */
export const addItem = (session: Session, input: Input, complete: Complete = asItIs): Result<{ id: string }, Problem> => {
  const { caseId } = input;
  const right = allowed(session, needsReviewer(input.values, true) ? 'damage.review' : 'damage.enter', caseId);
  if (!right.ok) return right;
  const tidied = checkedValues(input.values, 'values', null);
  if (!tidied.ok) return tidied;
  const values = tidied.value;
  const party = values.partyId ? findRow(session.read, injuredParty, values.partyId) : undefined;
  if (!party || party.caseId !== caseId || party.voidReason !== null) return err(problem('not-found', 'values.partyId'));
  const { claimedFen = null, allowedFen = null, fromOn = null, untilOn = null } = input.values;
  const wrong = itemProblem({ claimedFen, allowedFen, fromOn, untilOn }, 0);
  if (wrong) return err(wrong);
  const id = session.ids.next();
  const done = session.commit({
    kind: 'add-damage-item',
    caseId,
    ops: complete([{ op: 'insert', entity: damageItem.name, id, fields: values }]),
  });
  return done.ok ? ok({ id }) : done;
};
