import type { Diagnosis, TreatmentEvent } from '../../doctors/model.ts';
import { periodLines, type PeriodEntry } from '../../doctors/reference-periods.ts';
import { chinaDateOf } from '../../kernel/dates.ts';
import { overlayPartyBasis } from '../file/overlay.ts';
import { counting, type ItemRow, type SettlementRows } from '../file/rows.ts';
import { billFindings } from './bill-checks.ts';
import { dayFindings, type DaysItem } from './day-checks.ts';
import type { Finding } from './finding.ts';
import { daysInHospital, overlapFindings, treatedOf, type Treated } from './stays.ts';

/** The rows of a case with what the doctor step knows and the table of reference periods. */
export type ReviewRows = Omit<SettlementRows, 'items'> & {
  readonly items: readonly (ItemRow & DaysItem)[];
  readonly treatments: readonly TreatmentEvent[];
  readonly diagnoses: readonly Diagnosis[];
  readonly periods: readonly PeriodEntry[];
};

type Party = ReviewRows['parties'][number] & { dischargedOn?: string | null };

/** Stays as recorded; without any, the days of admission and discharge of the person. */
const treatedFor = (rows: ReviewRows, party: Party): Treated[] => {
  const recorded = treatedOf(counting(rows.treatments).filter(({ partyId }) => partyId === party.id));
  if (recorded.some(({ kind }) => kind === 'stay') || party.admittedOn === null) return recorded;
  return [{ id: party.id, kind: 'stay', fromOn: party.admittedOn, untilOn: party.dischargedOn ?? null }, ...recorded];
};

/** Written codes before spoken ones: the paper says what it is. */
const periodsFor = (rows: ReviewRows, partyId: string) => {
  const own = counting(rows.diagnoses).filter((row) => row.partyId === partyId);
  const written = own.filter(({ mode, icd10 }) => mode === 'written' && icd10 !== null);
  return periodLines(written.length > 0 ? written : own, rows.periods);
};

/** Everything a reviewer of the case should look at, person by person. */
export const reviewFindings = (rows: ReviewRows): Finding[] => {
  const { accidentAt } = rows.case;
  const accidentOn = accidentAt === null ? null : chinaDateOf(accidentAt);
  return counting(rows.parties).flatMap((party) => {
    const treated = treatedFor(rows, party);
    const { gradedOn } = overlayPartyBasis(rows.partyBases, party.id);
    const site = { periods: periodsFor(rows, party.id), gradedOn, accidentOn, daysInHospital: daysInHospital(treated) };
    const items = counting(rows.items).filter(({ partyId }) => partyId === party.id);
    const bills = counting(rows.bills).filter(({ partyId }) => partyId === party.id);
    return [
      ...billFindings(party.id, bills, { treated, accidentOn }),
      ...overlapFindings(party.id, treated),
      ...items.flatMap((item) => dayFindings(party.id, item, site)),
    ];
  });
};
