import { readIdNumber } from '../kernel/id-number.ts';
import type { WordingRule } from './model.ts';
import type { NumberShape, TextUse } from './vocabulary.ts';

/** A place in a text where a rule suggests better words; offsets are UTF-16 units, end exclusive. */
export type WordingFinding = { readonly start: number; readonly end: number; readonly ruleId: string };

type Span = { readonly start: number; readonly end: number };

/** The rules that matter for a text on its way to `use`. */
export const rulesForUse = (rules: readonly WordingRule[], use: TextUse): WordingRule[] => rules.filter((rule) => rule.uses.includes(use));

/**
 * Finds phrases to reconsider, in the order of the text. It only suggests: nothing is refused because of a finding.
 *
 * Source: product.md, "Wording rules". A technical word counts only where it first appears, and not when a gloss follows.
 */
export const lintWording = (text: string, rules: readonly WordingRule[]): WordingFinding[] =>
  rules
    .flatMap((rule) => spansOf(text, rule).map(({ start, end }) => ({ start, end, ruleId: rule.id })))
    .toSorted((a, b) => a.start - b.start || b.end - a.end || (a.ruleId < b.ruleId ? -1 : 1));

const spansOf = (text: string, rule: WordingRule): Span[] => {
  const hits = rule.number === undefined ? phraseSpans(text, rule.phrases) : numberSpans(text, rule.number);
  const excuses = phraseSpans(text, rule.unless);
  const left = hits.filter((hit) => !excuses.some((excuse) => excuse.start <= hit.start && hit.end <= excuse.end));
  if (rule.kind !== 'jargon') return left;
  const first = left[0];
  return first === undefined || isGlossed(text, first.end) ? [] : [first];
};

const isGlossed = (text: string, end: number): boolean =>
  /^.{0,2}(?:[（(]|[，,：:]?\s?(?:也就是|就是|意思是|即|指|which is|meaning))/u.test(text.slice(end));

/** Longest phrase first, so that a short one never hides the longer wording around it. */
const phraseSpans = (text: string, phrases: readonly string[]): Span[] => {
  if (phrases.length === 0) return [];
  const sources = phrases.toSorted((a, b) => b.length - a.length).map(phraseSource);
  return [...text.matchAll(new RegExp(sources.join('|'), 'giu'))].map((match) => ({
    start: match.index,
    end: match.index + match[0].length,
  }));
};

/** `…` spans at most six characters of one clause, which keeps matching linear whatever a colleague types. */
const phraseSource = (phrase: string): string => {
  const parts = phrase.split(/…+/u).map((part) => part.replace(/[\\^$.*+?()[\]{}|/]/gu, '\\$&').replace(/['’]/gu, "['’]"));
  const body = parts.join('[^，。！？；、,.!?;\\n]{0,6}?');
  const before = /^[a-z]/iu.test(phrase) ? '(?<![a-z])' : '';
  return `${before}${body}${/[a-z]$/iu.test(phrase) ? '(?![a-z])' : ''}`;
};

const numberSpans = (text: string, shape: NumberShape): Span[] =>
  [...text.matchAll(/(?<![\dA-Z])\d(?:[ -]?\d){14,18}X?(?![\dA-Z])/giu)]
    .filter((match) => isNumberOf(match[0].replace(/[ -]/gu, ''), shape))
    .map((match) => ({ start: match.index, end: match.index + match[0].length }));

const isNumberOf = (digits: string, shape: NumberShape): boolean => {
  const isIdNumber = readIdNumber(digits).ok;
  return shape === 'idNumber' ? isIdNumber : !isIdNumber && /^\d{16,19}$/u.test(digits) && passesLuhn(digits);
};

/** Check digit of payment cards. Source: ISO/IEC 7812-1, annex B. */
const passesLuhn = (digits: string): boolean => {
  const sum = [...digits].toReversed().reduce((total, digit, index) => {
    const value = Number(digit) * (index % 2 === 1 ? 2 : 1);
    return total + (value > 9 ? value - 9 : value);
  }, 0);
  return sum % 10 === 0;
};
