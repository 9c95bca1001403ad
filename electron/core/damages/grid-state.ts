import type { GridInput } from '../../../shared/damages/contract.ts';
import { damageItem, deduction, type DamageItem, type Deduction } from '../../../shared/damages/model.ts';
import { deductionProblem, itemProblem, openAfterDecision } from '../../../shared/damages/rules.ts';
import type { CaseId } from '../../../shared/kernel/ids.ts';
import { problem, type Problem } from '../../../shared/kernel/problem.ts';
import { selectRows } from '../../db/rows.ts';
import type { Session } from '../session.ts';
import { disclosureProblem } from './check-disclosure.ts';

/** Items and deductions of one person as they will stand when the grid is saved. */
export type GridState = { items: Map<string, DamageItem>; deductions: Map<string, Deduction> };

const byId = <Row extends { id: string }>(rows: readonly Row[]): Map<string, Row> => new Map(rows.map((row) => [row.id, row]));

export const gridState = (session: Session, { caseId, partyId }: GridInput): GridState => {
  const items = selectRows(session.read, damageItem, 'case_id = ? AND party_id = ? AND void_reason IS NULL', [caseId, partyId]);
  const deductions = selectRows(session.read, deduction, 'case_id = ? AND void_reason IS NULL', [caseId]);
  return { items: byId(items), deductions: byId(deductions.filter(({ itemId }) => items.some(({ id }) => id === itemId))) };
};

export const deductionsIn = ({ deductions }: GridState, itemId: string): Deduction[] =>
  [...deductions.values()].filter((row) => row.itemId === itemId);

/** A decided item keeps its amounts; only the texts that explain it may change. */
export const decidedProblem = (item: DamageItem | undefined, names: readonly string[], at: string): Problem | null => {
  if (item?.decision !== 'decided') return null;
  const frozen = names.find((name) => !(openAfterDecision as readonly string[]).includes(name));
  return frozen === undefined ? null : problem('wrong-state', `${at}.${frozen}`, { state: item.decision });
};

const underItem = (found: Problem | null, at: string): Problem | null =>
  found === null ? null : { ...found, field: (found.field ?? '').replace(/^values/, at) };

/** What is wrong with the touched rows once everything is in its place. */
export const stateProblem = (session: Session, input: GridInput, state: GridState): Problem | null => {
  const at = session.clock.now().at;
  for (const { id } of input.items) {
    const item = state.items.get(id);
    const deducted = deductionsIn(state, id).reduce((sum, row) => sum + (row.amountFen ?? 0), 0);
    const wrong = item === undefined ? null : underItem(itemProblem(item, deducted), `items.${id}`);
    if (wrong) return wrong;
  }
  for (const { id, isNew, itemId } of input.deductions) {
    const row = state.deductions.get(id);
    const item = state.items.get(itemId);
    if (row === undefined || item === undefined) return problem('not-found', `deductions.${id}.itemId`);
    const others = deductionsIn(state, itemId).filter((other) => other.id !== id);
    const claim = { caseId: input.caseId as CaseId, partyId: item.partyId, enteredAt: isNew ? at : row.at };
    const wrong = deductionProblem(item.claimedFen, row.amountFen, others) ?? disclosureProblem(session.read, row, claim);
    if (wrong) return underItem(wrong, `deductions.${id}`);
  }
  return null;
};
