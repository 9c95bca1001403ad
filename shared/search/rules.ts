import { tidyCode, toHalfWidth } from '../kernel/text.ts';

/** What stands between words and never is part of one: blanks, punctuation, controls and ASCII-like symbols. */
const separator = /[\s\p{P}\p{Z}\p{Cc}\p{Cf}\p{Cs}\p{Sm}\p{Sc}\p{Sk}]/u;

/** Full-width forms folded, lower case character by character, so that a part of a text folds like the whole. */
const fold = (char: string): string => toHalfWidth(char).toLowerCase();

/** Runs of folded characters between separators. */
const runsOf = (text: string): string[][] => {
  const runs: string[][] = [[]];
  for (const raw of text) {
    for (const char of fold(raw)) {
      if (separator.test(char)) runs.push([]);
      else runs.at(-1)?.push(char);
    }
  }
  return runs.filter((run) => run.length > 0);
};

const pairsOf = (run: readonly string[]): string[] => run.slice(0, -1).map((char, i) => `${char}${run[i + 1]}`);

/**
 * Cuts a text into overlapping two-character pieces for the index, with the last character of each run once more alone, so
 * that every single character is the beginning of a piece. "王敏伤" becomes "王敏 敏伤 伤".
 */
export const indexTerms = (text: string): string =>
  runsOf(text)
    .map((run) => [...pairsOf(run), run.at(-1)].join(' '))
    .join(' ');

/** The FTS5 query for what a person typed: each run a phrase of pieces, all runs wanted; null when nothing can be searched. */
export const matchQuery = (text: string): string | null => {
  const runs = runsOf(text).slice(0, 12);
  if (runs.length === 0) return null;
  return runs.map((run) => (run.length === 1 ? `${quote(run.join(''))}*` : quote(pairsOf(run).join(' ')))).join(' AND ');
};

const quote = (phrase: string): string => `"${phrase.replaceAll('"', '""')}"`;

/** A code (plate, number, phone) as one run, so that any part of it is found however it was spaced or dotted. */
export const codeRun = (code: string): string =>
  runsOf(tidyCode(code))
    .map((run) => run.join(''))
    .join('');

/** The only digits of an ID number that are searchable: what may be said aloud in a corridor. */
export const idTail = (idNumber: string): string => tidyCode(idNumber).slice(-4);

/** Fields whose text is searched, by entity; `names` go into the small index of names and codes. */
export const searchedFields: Readonly<Record<string, readonly string[]>> = {
  case: ['accidentPlace', 'accidentCause', 'accidentCourse', 'hospital', 'hopes', 'worries', 'ownerName'],
  injuredParty: ['hospital', 'department', 'injurySummary', 'noPhotoReason'],
  contactLog: ['body', 'counterpartName', 'place'],
  question: ['body', 'answer'],
  disclosure: ['words', 'toldToName'],
  promise: ['what', 'byName', 'toName'],
  fact: ['value', 'sourceName'],
  diagnosis: ['body', 'icd10', 'hospital', 'doctor'],
  treatmentEstimate: ['plan', 'outcome', 'doctor'],
  doubt: ['body', 'answer', 'ownerName'],
  damageItem: ['label', 'basis', 'evidence', 'remark'],
  deduction: ['reason', 'clause'],
  offer: ['explanation', 'reply'],
  escalation: ['ask', 'factsChecked', 'whyFileSilent', 'ourConcessions', 'theirConcessions', 'decisionReason'],
  escalationRemark: ['body'],
  attachment: ['name'],
};

/** A short piece of a text around the words, for a result line; the beginning when they are not in it as typed. */
export const excerptOf = (text: string, words: string, length = 60): string => {
  const flat = [...text.replace(/\s+/g, ' ')];
  const run = runsOf(words)[0]?.join('') ?? '';
  const at = run === '' ? -1 : flat.map(fold).join('').indexOf(run);
  const start = Math.max(0, at - Math.floor(length / 3));
  const cut = flat.slice(start, start + length).join('');
  return `${start > 0 ? '…' : ''}${cut}${start + length < flat.length ? '…' : ''}`;
};

/** Whether a text holds every run of the words. */
export const holdsWords = (text: string, words: string): boolean => {
  const runs = runsOf(text).map((run) => run.join(''));
  return runsOf(words).every((wanted) => runs.some((run) => run.includes(wanted.join(''))));
};
