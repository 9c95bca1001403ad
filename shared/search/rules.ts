import { tidyCode, toHalfWidth } from '../kernel/text.ts';

/** What stands between words and never is part of one: blanks, punctuation, controls and ASCII-like symbols. */
const separators = /[\s\p{P}\p{Z}\p{Cc}\p{Cf}\p{Cs}\p{Sm}\p{Sc}\p{Sk}]+/u;

/** Full width and case folded, so that a part of a text folds like the whole; lower case alone makes Σ depend on its place. */
const fold = (text: string): string => toHalfWidth(text).toLowerCase().replaceAll('ς', 'σ');

/** Runs of folded characters between separators. */
const runsOf = (text: string): string[] =>
  fold(text)
    .split(separators)
    .filter((run) => run !== '');

const pairsOf = (chars: readonly string[]): string[] => chars.slice(0, -1).map((char, i) => `${char}${chars[i + 1]}`);

/**
 * Cuts a text into overlapping two-character pieces for the index, with the last character of each run once more alone, so
 * that every single character is the beginning of a piece. "王敏伤" becomes "王敏 敏伤 伤".
 */
export const indexTerms = (text: string): string => runsOf(text).map(piecesOf).join(' ');

/** Written out as one loop: it runs over every text of every entry that a first download brings. */
const piecesOf = (run: string): string => {
  let pieces = '';
  let before = '';
  for (const char of run) {
    if (before !== '') pieces += `${before}${char} `;
    before = char;
  }
  return pieces + before;
};

/** The FTS5 query for what a person typed: each run a phrase of pieces, all runs wanted; null when nothing can be searched. */
export const matchQuery = (text: string): string | null => {
  const runs = runsOf(text).slice(0, 12);
  if (runs.length === 0) return null;
  return runs
    .map((run) => {
      const chars = [...run];
      return chars.length === 1 ? `${quote(run)}*` : quote(pairsOf(chars).join(' '));
    })
    .join(' AND ');
};

const quote = (phrase: string): string => `"${phrase.replaceAll('"', '""')}"`;

/** A code (plate, number, phone) as one run, so that any part of it is found however it was spaced or dotted. */
export const codeRun = (code: string): string => runsOf(tidyCode(code)).join('');

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
  injuryMark: ['note'],
  treatmentEvent: ['hospital', 'note'],
  damageItem: ['label', 'basis', 'evidence', 'remark'],
  deduction: ['reason', 'clause'],
  offer: ['explanation', 'reply'],
  complaint: ['body', 'saidByName', 'plan', 'outcome', 'contactedWords', 'ownerName'],
  escalation: ['ask', 'factsChecked', 'whyFileSilent', 'ourConcessions', 'theirConcessions', 'decisionReason'],
  escalationRemark: ['body'],
  attachment: ['name'],
};

/** A short piece of a text around the words, for a result line; the beginning when they are not in it as typed. */
export const excerptOf = (text: string, words: string, length = 60): string => {
  const flat = text.replace(/\s+/g, ' ');
  const asTyped = flat.indexOf(words);
  const at = asTyped === -1 ? fold(flat).indexOf(runsOf(words)[0] ?? '\0') : asTyped;
  const start = outsidePair(flat, Math.max(0, at - Math.floor(length / 3)));
  const end = outsidePair(flat, start + length);
  return `${start > 0 ? '…' : ''}${flat.slice(start, end)}${end < flat.length ? '…' : ''}`;
};

/** Moves a cut out of the middle of a character that takes two code units, for example an emoji. */
const outsidePair = (text: string, at: number): number => (/^[\uDC00-\uDFFF]/.test(text.slice(at, at + 1)) ? at - 1 : at);

/** Whether a text holds every run of the words. */
export const holdsWords = (text: string, words: string): boolean => {
  if (text.includes(words)) return true;
  const runs = runsOf(text);
  return runsOf(words).every((wanted) => runs.some((run) => run.includes(wanted)));
};
