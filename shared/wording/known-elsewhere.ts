import type { CaseFile } from '../cases/contract.ts';
import { stayOf } from '../doctors/stay.ts';

type Row = { readonly partyId: string | null; readonly voidReason: string | null };
export type KnownSource = Pick<CaseFile, 'case' | 'parties' | 'diagnoses' | 'estimates' | 'treatments'>;

/**
 * Topics of facts whose answer stands in a form of its own: a diagnosis, an estimate, the accident card, the stay. Nobody is
 * asked again for what the file holds already.
 */
export const knownElsewhere = (file: KnownSource, partyId: string | null): ReadonlySet<string> => {
  const { accidentAt, accidentPlace, accidentCourse, hopes, worries, advanceNeeded } = file.case;
  const stands = (row: Row): boolean => row.voidReason === null && partyId !== null && row.partyId === partyId;
  const estimates = file.estimates.filter(stands);
  const party = file.parties.find(({ id, voidReason }) => id === partyId && voidReason === null);
  const known: Record<string, boolean> = {
    accidentCourse: isThere(accidentCourse),
    accidentPlaceTime: isThere(accidentAt) && isThere(accidentPlace),
    hopes: isThere(hopes),
    worries: isThere(worries),
    advanceNeeded: isThere(advanceNeeded),
    diagnosisSpoken: file.diagnoses.some(stands),
    treatmentPlan: estimates.some(({ plan }) => isThere(plan)),
    expectedStay: estimates.some(({ stayDays }) => isThere(stayDays)),
    expectedCost: estimates.some(({ costFen }) => isThere(costFen)),
    nonListedDrugs: estimates.some(({ nonListedFen }) => isThere(nonListedFen)),
    outcomeExpected: estimates.some(({ outcome }) => isThere(outcome)),
    dischargeOn: party !== undefined && stayOf(party, file.treatments).dischargedOn !== null,
    treatmentState: party?.treatmentEnded === true,
  };
  return new Set(Object.keys(known).filter((topic) => known[topic] === true));
};

const isThere = (value: unknown): boolean => value !== null && value !== undefined && value !== '';
