import type { CaseRow, Json } from '../../shared/sync/case-view.ts';
import type { Operation } from '../../shared/sync/change.ts';
import { isRowId } from '../../shared/sync/storable.ts';
import type { WireChange } from '../../shared/sync/wire-change.ts';

/** Entities the rules look at as a whole: a frozen statement protects facts, requests cover offers, advances share a limit. */
const wholeEntities: readonly string[] = ['statement', 'escalation', 'advance', 'offerAcceptance'];
const looksAtWhole: readonly string[] = ['statement', 'fact', 'escalation', 'advance', 'offer', 'voiding'];

/** What judging these changes will ask for, so that it can be read in a few statements before. */
export type Needed = {
  caseIds: string[];
  changeIds: string[];
  rowIds: string[];
  /** Cases of which the whole entities are read. */
  wholeCaseIds: string[];
  wholeEntities: readonly string[];
  /** Own earlier mids that bases name. */
  mids: number[];
  /** People to whom a case is assigned. */
  personIds: string[];
};

export const neededOf = (changes: readonly WireChange[]): Needed => {
  const ops = changes.flatMap((change) => change.ops);
  return {
    caseIds: unique(changes.map(({ caseId }) => caseId)).toSorted(),
    changeIds: unique(changes.map(({ changeId }) => changeId)),
    rowIds: unique([...changes.map(({ caseId }) => caseId), ...ops.flatMap(rowIdsOf)]),
    wholeCaseIds: unique(
      changes.filter((change) => change.ops.some(({ entity }) => looksAtWhole.includes(entity))).map(({ caseId }) => caseId),
    ),
    wholeEntities,
    mids: unique(ops.flatMap(midsOf)),
    personIds: unique(ops.flatMap((op) => (op.op === 'insert' && op.entity === 'assignment' ? texts([op.fields['toPersonId']]) : []))),
  };
};

/** Rows that rows already read point at: the item of a deduction, the offer of a payment, the facts and the person of a statement. */
export const pointedAt = (rows: readonly CaseRow[]): string[] => unique(rows.flatMap(({ entity, fields }) => targetsOf(entity, fields)));

const rowIdsOf = (op: Operation): string[] => texts(op.op === 'insert' ? [op.id, ...targetsOf(op.entity, op.fields)] : [op.id]);

const targetsOf = (entity: string, fields: Readonly<Record<string, Json>>): string[] => {
  if (entity === 'voiding') return texts([fields['targetId']]);
  if (entity === 'deduction') return texts([fields['itemId']]);
  if (entity === 'payment') return texts([fields['offerId']]);
  if (entity !== 'statement') return [];
  const named = Array.isArray(fields['facts']) ? fields['facts'] : [];
  return texts([fields['partyId'], ...named.map((one) => (one && typeof one === 'object' && !Array.isArray(one) ? one['factId'] : null))]);
};

const midsOf = (op: Operation): number[] => {
  if (op.op === 'transition') return op.base && 'mid' in op.base ? [op.base.mid] : [];
  return op.op === 'set' ? Object.values(op.fields).flatMap(({ base }) => ('mid' in base ? [base.mid] : [])) : [];
};

/** What is no id of a row names none; the store would stumble over it. Judging says so to whoever wrote it. */
const texts = (values: readonly unknown[]): string[] => values.filter(isRowId);

const unique = <T>(values: readonly T[]): T[] => [...new Set(values)];
