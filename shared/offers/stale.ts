import type { DamageItem, Deduction } from '../damages/model.ts';
import type { OfferSheet, SheetDeduction, SheetLine } from './sheet-model.ts';

/** Why an offer no longer fits the file: items, deductions, advances, what the calculation rests on, or the standards. */
export const staleReasons = ['items', 'deductions', 'advances', 'basis', 'pack'] as const;
export type StaleReason = (typeof staleReasons)[number];

/** The rows of the file as they stand now. */
type Ground = {
  items: readonly DamageItem[];
  deductions: readonly Deduction[];
  advancesFen: number;
};

const lineFacts = ({ itemId, kind, days, claimedFen, computedFen, allowedFen }: Omit<SheetLine, 'deductions' | 'label' | 'basis'>) => [
  itemId,
  kind,
  days,
  claimedFen,
  computedFen,
  allowedFen,
];
const itemFacts = (item: DamageItem) => [item.id, item.kind, item.days, item.claimedFen, item.computedFen, item.allowedFen ?? 0];
const deductionFacts = ({
  id,
  amountFen,
  reason,
  clause,
  disclosureId,
}: Pick<SheetDeduction, 'id' | 'reason' | 'clause' | 'disclosureId'> & { amountFen: number | null }) => [
  id,
  amountFen ?? 0,
  reason,
  clause,
  disclosureId,
];

const same = (a: readonly (readonly unknown[])[], b: readonly (readonly unknown[])[]): boolean => {
  const text = (rows: readonly (readonly unknown[])[]): string => JSON.stringify(rows.map((row) => JSON.stringify(row)).toSorted());
  return text(a) === text(b);
};

/** What moved since the sheet was made; empty while it still says what the file says. */
export const staleOf = (sheet: OfferSheet | null, advancesFen: number | null, ground: Ground): StaleReason[] => {
  if (sheet === null) return [];
  const items =
    ground.items.every(({ decision }) => decision === 'decided') && same(sheet.lines.map(lineFacts), ground.items.map(itemFacts));
  const kept = new Set(ground.items.map(({ id }) => id));
  const own = ground.deductions.filter(({ itemId }) => itemId !== null && kept.has(itemId));
  const deductions = same(
    sheet.lines.flatMap((line) => line.deductions.map(deductionFacts)),
    own.map(deductionFacts),
  );
  return [
    ...(items ? [] : ['items' as const]),
    ...(deductions ? [] : ['deductions' as const]),
    ...((advancesFen ?? 0) === ground.advancesFen ? [] : ['advances' as const]),
  ];
};
