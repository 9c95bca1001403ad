import type { Offer } from '../../../shared/offers/model.ts';
import { isOfBefore, isShown } from '../../../shared/offers/rules.ts';
import type { StaleReason } from '../../../shared/offers/stale.ts';
import type { CalculationRecord } from '../../../shared/settlement/result.ts';
import { staleReasonsOf } from '../../../shared/settlement/file/calculated.ts';
import { staleRows, type StaleOf } from '../offers/stale-offer.ts';
import type { Session } from '../session.ts';
import { findCalculation } from '../settlement/calculation-rows.ts';
import { settlementOfCase } from './settlement-of-case.ts';

const byReason = { input: 'basis', incomplete: 'basis', pack: 'pack', engine: 'pack' } as const;

/** What moved under the calculation that the offer names; an offer of one sum rests on none. */
const staleCalculation = (session: Session, row: Offer): StaleReason[] => {
  if (row.calculationId === null || row.caseId === null) return [];
  const stored = findCalculation(session.read, row.caseId, row.calculationId);
  const live = settlementOfCase(session, row.caseId, 'review');
  if (stored === null || !live.ok) return ['basis'];
  return [...new Set(staleReasonsOf(stored.record as unknown as CalculationRecord, live.value).map((reason) => byReason[reason]))];
};

/** Everything that moved under an offer. Items that moved explain the basis that moved with them. */
export const staleIn =
  (session: Session): StaleOf =>
  (row) => {
    const rows = staleRows(session.read, row);
    const calculation = staleCalculation(session, row);
    return [...rows, ...calculation.filter((reason) => reason !== 'basis' || rows.length === 0)];
  };

/** Offers nobody outside has seen yet that no longer fit the file; what was put stands as it was. */
export const staleOffers = (session: Session, offers: readonly Offer[]): Record<string, StaleReason[]> =>
  Object.fromEntries(
    offers
      .filter((row) => row.voidReason === null && !isOfBefore(row) && !isShown(row.state))
      .map((row) => [row.id, staleIn(session)(row)] as const)
      .filter(([, reasons]) => reasons.length > 0),
  );
