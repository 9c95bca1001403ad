import type { Carer, Dependant, FactValue } from './model.ts';
import { dateIn, monthlyFenIn, plainRelation, plainWords } from './plain-words.ts';

/**
 * Whether two values say the same. Spelling, width, blanks, order of a list, and writing an amount in another way make no
 * difference; a blank that was filled later does not contradict what was said first.
 */
export const sameMeaning = (a: FactValue, b: FactValue): boolean => {
  if (a.kind === 'text' && b.kind === 'text') return sameText(a.text, b.text);
  if (a.kind === 'text') return saidAsText(b, a.text);
  if (b.kind === 'text') return saidAsText(a, b.text);
  if (a.kind === 'carers' && b.kind === 'carers') return samePeople(a.carers, b.carers, sameCarer);
  if (a.kind === 'dependants' && b.kind === 'dependants') return samePeople(a.dependants, b.dependants, sameDependant);
  return JSON.stringify(a) === JSON.stringify(b);
};

const sameText = (a: string, b: string): boolean => plainWords(a) === plainWords(b);

/** An amount, date or number that was typed as text. */
const saidAsText = (value: FactValue, text: string): boolean => {
  if (value.kind === 'money') return monthlyFenIn(text) === value.amountFen;
  if (value.kind === 'date') return dateIn(text) === value.on;
  return value.kind === 'number' && plainWords(text).replace(/[^\d.]/g, '') === String(value.number);
};

/** The same people in any order. */
const samePeople = <P>(a: readonly P[], b: readonly P[], same: (one: P, other: P) => boolean): boolean =>
  a.length === b.length && a.every((one) => b.some((other) => same(one, other))) && b.every((one) => a.some((other) => same(other, one)));

/** Unknown on one side is not a difference. */
const agrees = <V>(a: V | null, b: V | null): boolean => a === null || b === null || a === b;

const sameName = (a: string, b: string): boolean =>
  a === '' || b === '' || plainWords(a).replaceAll('|', '') === plainWords(b).replaceAll('|', '');

const sameRelation = (a: string, b: string): boolean => a === '' || b === '' || plainRelation(a) === plainRelation(b);

const sameCarer = (a: Carer, b: Carer): boolean =>
  sameName(a.name, b.name) &&
  sameRelation(a.relation, b.relation) &&
  agrees(a.days, b.days) &&
  agrees(a.incomeMonthlyFen, b.incomeMonthlyFen);

const sameDependant = (a: Dependant, b: Dependant): boolean =>
  sameName(a.name, b.name) && sameRelation(a.relation, b.relation) && agrees(a.bornOn, b.bornOn) && agrees(a.supporters, b.supporters);
