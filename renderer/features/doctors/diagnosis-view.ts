import type { CaseFile } from '../../../shared/cases/contract.ts';
import { regionsIn, textsDiffer } from '../../../shared/doctors/body.ts';
import type { Diagnosis, Doubt, TreatmentEstimate } from '../../../shared/doctors/model.ts';

/** One injury or illness with what was said and what was written about it, side by side. */
export type DiagnosisLine = {
  key: string;
  title: string;
  icd10: string | null;
  oldIllness: boolean;
  spoken: Diagnosis[];
  written: Diagnosis[];
  pending: boolean;
};

/** So many characters in a row that two texts share make them the same injury; shorter runs are chance. */
const sharedRun = 3;

const shareWords = (a: string, b: string): boolean => {
  const text = a.toLowerCase();
  const runs = Array.from({ length: Math.max(0, text.length - sharedRun + 1) }, (_, i) => text.slice(i, i + sharedRun));
  return runs.some((run) => !/[\s,，。；;]/.test(run) && /[\u4e00-\u9fff]/.test(run) && b.toLowerCase().includes(run));
};

/** What a doctor says and what the record says about one part of the body is taken for the same injury: 膝盖骨裂 and 髌骨骨折. */
const sharePart = (line: DiagnosisLine, row: Diagnosis): boolean => {
  const answered =
    row.mode === 'written' ? line.written.length === 0 && line.spoken.length > 0 : line.spoken.length === 0 && line.written.length > 0;
  if (row.mode === 'not-yet-written' || !answered || line.oldIllness !== (row.oldIllness === true)) return false;
  const regions = regionsIn(row.body);
  return regionsIn(line.title).some((region) => regions.includes(region));
};

/** The same code is the same injury; where one has no code yet, words in common say so. Two different codes never are. */
const isSame = (line: DiagnosisLine, row: Diagnosis): boolean => {
  if (line.icd10 !== null && row.icd10 !== null) return line.icd10 === row.icd10;
  return line.title.trim() === row.body.trim() || shareWords(line.title, row.body) || sharePart(line, row);
};

export const diagnosisLines = (file: CaseFile, partyId: string | null): DiagnosisLine[] => {
  const lines: DiagnosisLine[] = [];
  const rows = file.diagnoses
    .filter((row) => row.partyId === partyId && row.voidReason === null)
    .toSorted((a, b) => a.at.localeCompare(b.at));
  for (const row of rows) {
    const known = lines.find((one) => isSame(one, row));
    const line = known ?? { key: row.id, title: row.body, icd10: row.icd10, oldIllness: false, spoken: [], written: [], pending: false };
    if (row.mode === 'spoken') line.spoken.push(row);
    if (row.mode === 'written') line.written.push(row);
    line.pending = line.written.length === 0 && (line.pending || row.mode === 'not-yet-written');
    line.oldIllness ||= row.oldIllness === true;
    line.icd10 ??= row.icd10;
    if (known === undefined) lines.push(line);
  }
  return lines;
};

/** D1: spoken and written name different sides. D2: they name different parts of the body. */
export type Contradiction = { rule: 'D1' | 'D2'; spoken: Diagnosis; written: Diagnosis };

/** Every spoken word of a line against every written one. */
export const contradictionsOf = ({ spoken, written }: DiagnosisLine): Contradiction[] =>
  spoken.flatMap((said) =>
    written.flatMap((paper): Contradiction[] => {
      const { side, part } = textsDiffer(said.body, paper.body);
      const pair = { spoken: said, written: paper };
      return [...(side ? [{ rule: 'D1' as const, ...pair }] : []), ...(part ? [{ rule: 'D2' as const, ...pair }] : [])];
    }),
  );

/** The newest estimate first: a later one does not erase an earlier one. */
export const estimatesOf = (file: CaseFile, partyId: string | null): TreatmentEstimate[] =>
  file.estimates.filter((row) => row.partyId === partyId && row.voidReason === null).toSorted((a, b) => b.at.localeCompare(a.at));

export const doubtsOf = (file: CaseFile, partyId: string | null): Doubt[] =>
  file.doubts
    .filter((row) => row.voidReason === null && (row.partyId === null || partyId === null || row.partyId === partyId))
    .toSorted((a, b) => Number(a.state === 'answered') - Number(b.state === 'answered') || a.at.localeCompare(b.at));
