import { err, ok, type Result } from './result.ts';
import { tidyCode } from './text.ts';

export type IdNumberProblem = 'id-number.length' | 'id-number.birth-date' | 'id-number.check-digit';

export type IdNumberFacts = { idNumber: string; bornOn: string; gender: 'male' | 'female' };

const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
const checkDigits = '10X98765432';

/** Checks an 18-digit resident identity number. Source: GB 11643-1999 (structure, ISO 7064 MOD 11-2 check digit). */
export const readIdNumber = (input: string): Result<IdNumberFacts, IdNumberProblem> => {
  const idNumber = tidyCode(input);
  if (!/^\d{17}[\dX]$/.test(idNumber)) return err('id-number.length');
  const bornOn = `${idNumber.slice(6, 10)}-${idNumber.slice(10, 12)}-${idNumber.slice(12, 14)}`;
  if (!isCalendarDate(bornOn)) return err('id-number.birth-date');
  const sum = weights.reduce((total, weight, i) => total + weight * Number(idNumber[i]), 0);
  if (checkDigits[sum % 11] !== idNumber[17]) return err('id-number.check-digit');
  return ok({ idNumber, bornOn, gender: Number(idNumber[16]) % 2 === 1 ? 'male' : 'female' });
};

const isCalendarDate = (on: string): boolean => {
  const date = new Date(`${on}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(on);
};

/** Shows the last four digits only: what may be said aloud in a corridor. */
export const maskIdNumber = (idNumber: string): string => idNumber.replace(/.(?=.{4})/g, '*');
