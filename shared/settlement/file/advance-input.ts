import { fenToYuan } from '../../damages/engine/exact.ts';
import type { AdvanceInput } from '../input/case-input.ts';
import type { BasisValues } from './overlay.ts';
import type { Places } from './places.ts';
import { counting, type AdvanceRow } from './rows.ts';

/**
 * Who paid, by the basis of the advance: rescue cost on police notice or with recourse is the compulsory insurer's, the fund's is the
 * fund's. What the company paid of its own accord is counted against the commercial cover of the own vehicle unless the basis says
 * otherwise; what was determined ahead, against the compulsory cover, which pays first. Both are choices and are shown as such.
 * Source: settlement.md §3.4, §3.7.
 */
const payerByBasis = {
  'police-notice': 'compulsory',
  recourse: 'compulsory',
  fund: 'fund',
  agreed: 'commercial',
  undisputed: 'compulsory',
} as const;
const groupOf = { medical: 'medical', 'death-disability': 'deathDisability', property: 'property' } as const;

const needsVehicle = (by: AdvanceInput['by']): boolean => by !== 'fund' && by !== 'other';

const advanceInput = (row: AdvanceRow, partyId: string, basis: BasisValues): AdvanceInput => {
  const chosen = basis.advancePayers?.[row.id];
  const by = chosen?.by ?? payerByBasis[row.basis ?? 'agreed'];
  const vehicle = chosen?.vehicle ?? (needsVehicle(by) ? (basis.ownVehicle ?? undefined) : undefined);
  return {
    by,
    ...(vehicle === undefined ? {} : { vehicle }),
    ...(row.payee === null ? {} : { label: row.payee }),
    victim: partyId,
    amount: fenToYuan(row.decidedFen ?? 0),
    group: chosen?.group ?? groupOf[row.itemGroup ?? 'medical'],
    ...(row.inClaim === false ? { inClaim: false } : {}),
  };
};

/** Advances whose payer the file does not say for certain; the calculation shows them as a choice. */
export const openPayers = (rows: readonly AdvanceRow[], basis: BasisValues): AdvanceRow[] =>
  paidOf(rows).filter(
    (row) => (row.basis === 'agreed' || row.basis === 'undisputed' || row.basis === null) && basis.advancePayers?.[row.id] === undefined,
  );

const paidOf = (rows: readonly AdvanceRow[]): AdvanceRow[] => counting(rows).filter(({ state }) => state === 'paid');

/** Paid advances of the file and payments of others, with the place each is kept at. */
export const advanceInputs = (
  rows: readonly AdvanceRow[],
  basis: BasisValues,
  partyIds: ReadonlySet<string>,
): { advances: AdvanceInput[]; places: Places['advances'] } => {
  const own = paidOf(rows).flatMap((row) => (row.partyId !== null && partyIds.has(row.partyId) ? [{ row, partyId: row.partyId }] : []));
  const payments = basis.payments ?? [];
  return {
    advances: [...own.map(({ row, partyId }) => advanceInput(row, partyId, basis)), ...payments],
    places: [...own.map(({ row, partyId }) => ({ advanceId: row.id, partyId })), ...payments.map((_, payment) => ({ payment }))],
  };
};
