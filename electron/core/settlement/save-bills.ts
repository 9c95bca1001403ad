import { damageItem } from '../../../shared/damages/model.ts';
import { idSchema, type CaseId } from '../../../shared/kernel/ids.ts';
import { problem, type Problem } from '../../../shared/kernel/problem.ts';
import { err, ok, type Result } from '../../../shared/kernel/result.ts';
import { bill, type BillKind } from '../../../shared/settlement/bill-model.ts';
import type { BillsInput } from '../../../shared/settlement/contract.ts';
import { findRow } from '../../db/rows.ts';
import { partyOfCase } from '../party-of-case.ts';
import { allowed } from '../people/allowed.ts';
import type { DraftOperation, Session } from '../session.ts';
import { tidyEdit, tidyNew, tidyReason } from '../tidy-values.ts';

type Complete = (ops: readonly DraftOperation[]) => DraftOperation[];
type Written = Result<DraftOperation[], Problem>;

/** 发票: saves bills of one person as one change. A bill of a kind that has no item yet brings the item along, so that it counts. */
export const saveBills = (session: Session, input: BillsInput, complete: Complete): Result<void, Problem> => {
  const { caseId, partyId, draftKey } = input;
  const right = allowed(session, input.bills.some(({ values }) => values.allowed === false) ? 'damage.review' : 'damage.enter', caseId);
  if (!right.ok) return right;
  const party = partyOfCase(session, { caseId, partyId, field: 'partyId' });
  if (!party.ok) return party;
  const ops: DraftOperation[] = [];
  for (const part of [
    ...input.bills.map((row) => () => saved(session, input, row)),
    ...input.removed.map((id) => () => removed(session, input, id)),
  ]) {
    const written = part();
    if (!written.ok) return written;
    ops.push(...written.value);
  }
  if (ops.length === 0) return ok(undefined);
  const all = [...ops, ...missingItems(session, input)];
  const done = session.commit({ kind: 'save-bills', caseId: caseId as CaseId, ops: complete(all), dropDraftKey: draftKey });
  return done.ok ? ok(undefined) : done;
};

type Row = BillsInput['bills'][number];

const known = (session: Session, { caseId, partyId }: BillsInput, id: string) => {
  const row = findRow(session.read, bill, id);
  return row && row.caseId === caseId && row.partyId === partyId && row.voidReason === null ? row : null;
};

const saved = (session: Session, input: BillsInput, { id, isNew, seen, values }: Row): Written => {
  const at = `bills.${id}`;
  const wrong = dayProblem(values, at);
  if (wrong) return err(wrong);
  if (isNew) {
    if (!idSchema<'bill'>().safeParse(id).success || findRow(session.read, bill, id)) return err(problem('invalid', at));
    const tidied = tidyNew(bill, { ...values, partyId: input.partyId as NonNullable<typeof values.partyId> }, at);
    return tidied.ok ? ok([{ op: 'insert', entity: bill.name, id, fields: tidied.value }]) : tidied;
  }
  if (!known(session, input, id)) return err(problem('not-found', at));
  const { partyId: _party, kind: _kind, ...given } = values;
  const tidied = tidyEdit(bill, given, at);
  if (!tidied.ok) return tidied;
  return ok(Object.keys(tidied.value).length === 0 ? [] : [{ op: 'set', entity: bill.name, id, seen, fields: tidied.value }]);
};

const dayProblem = ({ stayFromOn, stayUntilOn, lines }: Row['values'], at: string): Problem | null => {
  if (stayFromOn != null && stayUntilOn != null && stayUntilOn < stayFromOn) {
    return problem('ends-before-start', `${at}.stayUntilOn`, { fromOn: stayFromOn, untilOn: stayUntilOn });
  }
  const over = (lines ?? []).findIndex(({ amountFen, allowedFen }) => allowedFen !== null && allowedFen > amountFen);
  return over < 0 ? null : problem('damage.allowed-over-claim', `${at}.lines.${over}.allowedFen`);
};

const removed = (session: Session, input: BillsInput, id: string): Written => {
  if (!known(session, input, id)) return err(problem('not-found', `bills.${id}`));
  const reason = tidyReason(input.reason);
  if (!reason.ok) return reason;
  const fields = { targetEntity: bill.name, targetId: id, reason: reason.value, restores: false };
  return ok([{ op: 'insert', entity: 'voiding', id: session.ids.next(), fields }]);
};

const missingItems = (session: Session, { bills, partyId }: BillsInput): DraftOperation[] => {
  const kinds = [...new Set(bills.flatMap(({ isNew, values }) => (isNew && values.kind ? [values.kind] : [])))];
  return kinds
    .filter((kind) => !hasItem(session, partyId, kind))
    .map((kind): DraftOperation => ({ op: 'insert', entity: damageItem.name, id: session.ids.next(), fields: { partyId, kind } }));
};

const hasItem = (session: Session, partyId: string, kind: BillKind): boolean =>
  session.read.get('SELECT 1 FROM damage_items WHERE party_id = ? AND kind = ? AND void_reason IS NULL', partyId, kind) !== undefined;
