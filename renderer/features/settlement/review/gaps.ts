import type { SettlementFile } from '../../../../shared/settlement/contract.ts';
import { overlayBasis, overlayPartyBasis } from '../../../../shared/settlement/file/overlay.ts';
import type { SheetRow } from '../../../ui/grid/model.ts';
import { deductionsOf, fenIn, isDeduction, notTold, textIn, valueIn } from './review-cells.ts';

/** Something without which the review is not finished, although the sums can be computed. */
export type Gap = {
  readonly code: 'no-region' | 'no-year' | 'untied' | 'no-reason' | 'not-told';
  readonly count: number;
  readonly place: { readonly entity: 'calculationBasis' | 'damageItem'; readonly id: string | null; readonly column?: string };
};

const basis = { entity: 'calculationBasis', id: null } as const;

/** The figures of which region and year count: heads by rule will ask for them, and the page's head says that they are open. */
export const basisGaps = ({ bases, partyBases }: Pick<SettlementFile, 'bases' | 'partyBases'>, partyId: string): Gap[] => {
  const stated = { ...overlayBasis(bases).statistics, ...overlayPartyBasis(partyBases, partyId).statistics };
  if (stated.forumRegion === undefined) return [{ code: 'no-region', count: 1, place: basis }];
  const hasYear = stated.year !== undefined || stated.debateEndedOn !== undefined;
  return hasYear ? [] : [{ code: 'no-year', count: 1, place: basis }];
};

/** Where a deduction is seen: the first one of an item stands on the item's own line. */
const lineOf = (deduction: SheetRow, rows: readonly SheetRow[]): string => {
  const itemId = String(deduction.cells['itemId']);
  return deductionsOf(rows, itemId)[0]?.id === deduction.id ? itemId : deduction.id;
};

/** Deductions of which nobody said why or when they were announced, and those that were openly not announced. */
export const deductionGaps = (rows: readonly SheetRow[]): Gap[] => {
  const deductions = rows.filter((row) => isDeduction(row) && (fenIn(row, 'amountFen') ?? 0) > 0);
  const gap = (code: Gap['code'], column: string, found: readonly SheetRow[]): Gap[] => {
    const [first] = found;
    return first === undefined ? [] : [{ code, count: found.length, place: { entity: 'damageItem', id: lineOf(first, rows), column } }];
  };
  return [
    ...gap(
      'untied',
      'd.told',
      deductions.filter((row) => valueIn(row, 'told') === null),
    ),
    ...gap(
      'no-reason',
      'd.reason',
      deductions.filter((row) => textIn(row, 'reason') === null),
    ),
    ...gap(
      'not-told',
      'd.told',
      deductions.filter((row) => valueIn(row, 'told') === notTold),
    ),
  ];
};
