import type { CaseId } from '../../../shared/kernel/ids.ts';
import { problem, type Problem } from '../../../shared/kernel/problem.ts';
import { err, ok, type Result } from '../../../shared/kernel/result.ts';
import { entityByName, type EntityName } from '../../../shared/sync/entities.ts';
import { findRow } from '../../db/rows.ts';
import { allowed } from '../people/allowed.ts';
import type { Session } from '../session.ts';
import { tidyReason } from '../tidy-values.ts';
import { isLogQuoted, isQuoted } from './case-rows.ts';

type Input = { caseId: string; entity: string; id: string; reason: string; restores: boolean };

/** Rows that a person may hide. Decisions, looks at masked data and the case itself stay where they are. */
const voidable: readonly EntityName[] = [
  'injuredParty',
  'contactLog',
  'question',
  'disclosure',
  'promise',
  'fact',
  'diagnosis',
  'treatmentEstimate',
  'doubt',
  'injuryMark',
  'treatmentEvent',
  'damageItem',
  'deduction',
  'bill',
  'offer',
  'negotiation',
  'payment',
  'complaint',
  'determination',
  'advance',
  'mediationRound',
  'scenarioSet',
  'escalation',
  'escalationRemark',
  'paper',
  'attachment',
];

/** 作废: hides a row with a reason, or brings it back. A disclosure that a deduction quotes cannot be taken back. */
export const voidRow = (session: Session, { caseId, entity, id, reason, restores }: Input): Result<void, Problem> => {
  const right = allowed(session, 'row.void', caseId);
  if (!right.ok) return right;
  const definition = entityByName(entity);
  if (!definition || !voidable.some((name) => name === entity)) return err(problem('invalid', 'entity'));
  const row = findRow(session.read, definition, id);
  if (!row || row.caseId !== caseId) return err(problem('not-found', 'id'));
  if ((row.voidReason === null) === restores) return err(problem('wrong-state', 'id'));
  const given = tidyReason(reason);
  if (!given.ok) return given;
  if (!restores && quoted(session, { caseId, entity, id })) return err(problem('disclosure.quoted', 'id'));
  const fields = { targetEntity: entity, targetId: id, reason: given.value, restores };
  const stored = session.commit({
    kind: restores ? 'restore-row' : 'void-row',
    caseId: caseId as CaseId,
    ops: [{ op: 'insert', entity: 'voiding', id: session.ids.next(), fields }],
  });
  return stored.ok ? ok(undefined) : stored;
};

const quoted = ({ read }: Session, { caseId, entity, id }: { caseId: string; entity: string; id: string }): boolean => {
  if (entity === 'disclosure') return isQuoted(read, caseId, id);
  return entity === 'contactLog' && isLogQuoted(read, caseId, id);
};
