import { pinyin } from 'pinyin-pro';
import { codeRun, idTail, indexTerms, searchedFields } from '../../../shared/search/rules.ts';

type Values = Record<string, unknown>;

/** Fields that name a person or a thing, by entity: they go into the small index that is asked first. */
const nameFields: Readonly<Record<string, { people: readonly string[]; codes: readonly string[] }>> = {
  case: { people: ['insuredName', 'driverName'], codes: ['reportNumber', 'policyNumber', 'plate', 'insuredPhone', 'driverPhone'] },
  injuredParty: { people: ['name'], codes: ['phone'] },
};

/** Whether rows of this entity go into the small index of names and codes, too. */
export const isNamed = (entity: string): boolean => entity in nameFields;

/** Index terms of names (also by pinyin), codes and the tail of the ID number; '' when the entity names nothing. */
export const nameTermsOf = (entity: string, values: Values): string => {
  const fields = nameFields[entity];
  if (!fields) return '';
  const people = fields.people.map((name) => text(values[name])).filter((name) => name !== '');
  const codes = fields.codes.map((name) => codeRun(text(values[name])));
  const tail = idTail(text(values['idNumber']));
  return [...people, ...people.flatMap(pinyinOf), ...codes, tail]
    .map(indexTerms)
    .filter((terms) => terms !== '')
    .join(' ');
};

const asSurname = { toneType: 'none', type: 'array', surname: 'head' } as const;

/** The dictionary of readings is built with the first name, which takes some sixty milliseconds: better before anybody waits. */
export const readyPinyin = (): void => void pinyin('六步', asSurname);

/** "王敏" is found by "wm" and by "wangmin"; a surname is read as a surname (单 shan), ü as v. */
const pinyinOf = (name: string): string[] => {
  if (!/\p{Script=Han}/u.test(name)) return [];
  const syllables = pinyin(name, asSurname).map((syllable) => syllable.replaceAll('ü', 'v'));
  return [syllables.map((syllable) => [...syllable][0] ?? '').join(''), syllables.join('')];
};

/** All searched text of a row, one line per field. */
export const textOf = (entity: string, values: Values): string => textsOf(entity, values).join('\n');

/** The searched texts of a row, for finding the one that holds the words. */
export const textsOf = (entity: string, values: Values): string[] =>
  (searchedFields[entity] ?? []).map((name) => wordsIn(values[name])).filter((words) => words !== '');

/** Names and codes as a person reads them; the ID number is never part of it. */
export const namesOf = (entity: string, values: Values): string[] => {
  const fields = nameFields[entity];
  return fields ? [...fields.people, ...fields.codes].map((name) => text(values[name])).filter((name) => name !== '') : [];
};

const text = (value: unknown): string => (typeof value === 'string' ? value : '');

/** Structured facts are searched by the words and dates in them, not by their keys. */
const wordsIn = (value: unknown): string => {
  if (typeof value === 'string') return value;
  if (Array.isArray(value))
    return value
      .map(wordsIn)
      .filter((words) => words !== '')
      .join('\n');
  if (typeof value !== 'object' || value === null) return '';
  return wordsIn(
    Object.entries(value)
      .filter(([key]) => key !== 'kind')
      .map(([, inner]) => inner),
  );
};
