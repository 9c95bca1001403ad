import { contactLog } from '../../../shared/contacts/model.ts';
import { escalation } from '../../../shared/escalations/model.ts';
import { canMoveEscalation } from '../../../shared/escalations/rules.ts';
import type { CaseId } from '../../../shared/kernel/ids.ts';
import { problem, type Problem } from '../../../shared/kernel/problem.ts';
import { err, ok, type Result } from '../../../shared/kernel/result.ts';
import { findRow } from '../../db/rows.ts';
import { allowed } from '../people/allowed.ts';
import type { Session } from '../session.ts';
import { findEscalation } from './escalation-rows.ts';

type Input = { caseId: CaseId; escalationId: string; toldFieldNote: string; toldPartyLogId: string | null };

/** The decision was told: to the field in a note, to the party in a contact log. */
export const tellDecision = (session: Session, { caseId, escalationId, toldFieldNote, toldPartyLogId }: Input): Result<void, Problem> => {
  const right = allowed(session, 'escalation.write', caseId);
  if (!right.ok) return right;
  const row = findEscalation(session.read, caseId, escalationId);
  if (!row) return err(problem('not-found', 'escalationId'));
  if (!canMoveEscalation(row.state, 'told')) return err(problem('wrong-state', 'escalationId', { from: row.state, to: 'told' }));
  if (toldFieldNote.trim() === '') return err(problem('required', 'toldFieldNote'));
  if (toldPartyLogId !== null && findRow(session.read, contactLog, toldPartyLogId)?.caseId !== caseId) {
    return err(problem('not-found', 'toldPartyLogId'));
  }
  const facts = { toldFieldNote, toldPartyLogId };
  const done = session.commit({
    kind: 'tell-decision',
    caseId,
    ops: [{ op: 'transition', entity: escalation.name, id: escalationId, from: row.state, to: 'told', facts }],
  });
  return done.ok ? ok(undefined) : done;
};
