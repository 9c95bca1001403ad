import type { CaseFile } from '../../../shared/cases/contract.ts';
import type { DamageItem, Deduction } from '../../../shared/damages/model.ts';

export type ItemLine = {
  item: DamageItem;
  deductions: Deduction[];
  deductedFen: number;
  /** Claimed minus deductions differs from allowed: the line cannot be explained to anyone. */
  unbalanced: boolean;
  /** Deductions without a disclosure and without the open mark. */
  untied: number;
};

export const itemLines = (file: CaseFile, partyId: string | null): ItemLine[] =>
  file.items
    .filter((item) => item.voidReason === null && item.partyId === partyId)
    .map((item) => {
      const deductions = file.deductions.filter((row) => row.itemId === item.id && row.voidReason === null);
      const deductedFen = deductions.reduce((sum, row) => sum + (row.amountFen ?? 0), 0);
      const known = item.claimedFen !== null && item.allowedFen !== null;
      return {
        item,
        deductions,
        deductedFen,
        unbalanced: known && (item.claimedFen ?? 0) - deductedFen !== item.allowedFen,
        untied: deductions.filter((row) => row.disclosureId === null && row.notToldBefore !== true).length,
      };
    });

/** Sums in integer fen, so they are exact. */
export const totalsOf = (lines: readonly ItemLine[]): { claimedFen: number; deductedFen: number; allowedFen: number; decided: number } => ({
  claimedFen: lines.reduce((sum, line) => sum + (line.item.claimedFen ?? 0), 0),
  deductedFen: lines.reduce((sum, line) => sum + line.deductedFen, 0),
  allowedFen: lines.reduce((sum, line) => sum + (line.item.allowedFen ?? 0), 0),
  decided: lines.filter((line) => line.item.decision === 'decided').length,
});
