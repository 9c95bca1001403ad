import type { CaseFile } from '../../../shared/cases/contract.ts';
import type { Diagnosis, Doubt, TreatmentEstimate } from '../../../shared/doctors/model.ts';

/** One injury or illness with what was said and what was written about it, side by side. */
export type DiagnosisLine = { key: string; title: string; icd10: string | null; oldIllness: boolean; spoken: Diagnosis[]; written: Diagnosis[]; pending: boolean };

/** The same code, or without a code the same words, is the same injury. */
const keyOf = (row: Diagnosis): string => row.icd10 ?? row.body.trim().toLowerCase();

export const diagnosisLines = (file: CaseFile, partyId: string | null): DiagnosisLine[] => {
  const lines = new Map<string, DiagnosisLine>();
  const rows = file.diagnoses.filter((row) => row.partyId === partyId && row.voidReason === null).toSorted((a, b) => a.at.localeCompare(b.at));
  for (const row of rows) {
    const line = lines.get(keyOf(row)) ?? { key: keyOf(row), title: row.body, icd10: row.icd10, oldIllness: false, spoken: [], written: [], pending: false };
    if (row.mode === 'spoken') line.spoken.push(row);
    if (row.mode === 'written') line.written.push(row);
    line.pending = line.written.length === 0 && (line.pending || row.mode === 'not-yet-written');
    line.oldIllness ||= row.oldIllness === true;
    lines.set(line.key, line);
  }
  return [...lines.values()];
};

/** The newest estimate first: a later one does not erase an earlier one. */
export const estimatesOf = (file: CaseFile, partyId: string | null): TreatmentEstimate[] =>
  file.estimates.filter((row) => row.partyId === partyId && row.voidReason === null).toSorted((a, b) => b.at.localeCompare(a.at));

export const doubtsOf = (file: CaseFile, partyId: string | null): Doubt[] =>
  file.doubts
    .filter((row) => row.voidReason === null && (row.partyId === null || partyId === null || row.partyId === partyId))
    .toSorted((a, b) => Number(a.state === 'answered') - Number(b.state === 'answered') || a.at.localeCompare(b.at));
