import type { Deduction } from '../damages/model.ts';
import type { Disclosure } from '../disclosures/model.ts';
import type { SheetDeduction } from './sheet-model.ts';

export type Told = Pick<Disclosure, 'id' | 'toldAt' | 'voidReason'>;

/** A deduction with the day on which it was announced, or openly without one. */
export const sheetDeduction = (row: Deduction, disclosures: readonly Told[]): SheetDeduction => {
  const told = disclosures.find(({ id, voidReason }) => id === row.disclosureId && voidReason === null);
  return {
    id: row.id,
    amountFen: row.amountFen ?? 0,
    reason: row.reason,
    clause: row.clause,
    disclosureId: told?.id ?? null,
    toldAt: told?.toldAt ?? null,
    notTold: told === undefined,
  };
};
