import { dateSchema, chinaDateOf, chinaInstant, instantSchema } from '../../../shared/kernel/dates.ts';
import { readIdNumber } from '../../../shared/kernel/id-number.ts';
import { formatFen, parseAmountFen } from '../../../shared/kernel/money.ts';
import type { ProblemCode } from '../../../shared/kernel/problem.ts';
import { tidyCode, tidyText, toHalfWidth } from '../../../shared/kernel/text.ts';

/** What a field makes of what was typed: a value for the core, or the reason why not. Empty input is `null`. */
export type Parsed = { ok: true; value: unknown } | { ok: false; code: ProblemCode };
export type Parse = (raw: unknown) => Parsed;

const value = (parsed: unknown): Parsed => ({ ok: true, value: parsed });
const fault = (code: ProblemCode): Parsed => ({ ok: false, code });
const isBlank = (raw: unknown): boolean => raw === null || raw === undefined || (typeof raw === 'string' && raw.trim() === '');

/** Runs a parser on text only: what is already a value of the core, or blank, needs no reading. */
const ofText =
  (read: (text: string) => Parsed): Parse =>
  (raw) => {
    if (isBlank(raw)) return value(null);
    return typeof raw === 'string' ? read(raw) : value(raw);
  };

export const parseAnything: Parse = (raw) => value(raw === '' || raw === undefined ? null : raw);

export const parseText = (max: number): Parse =>
  ofText((text) => (tidyText(text).length > max ? fault('too-long') : value(tidyText(text) || null)));

export const parseCode = (max: number): Parse =>
  ofText((text) => (tidyCode(text).length > max ? fault('too-long') : value(tidyCode(text) || null)));

export const parseAmount: Parse = ofText((text) => {
  const read = parseAmountFen(text);
  return read.ok ? value(read.value) : fault(read.error);
});

export const parseInteger = (min: number, max: number): Parse =>
  ofText((text) => {
    const digits = tidyCode(text);
    if (!/^\d+$/.test(digits)) return fault('invalid');
    const number = Number(digits);
    return number < min || number > max ? fault('invalid') : value(number);
  });

/** `2026-3-5`, `2026/03/05`, `20260305`, `2026年3月5日`, also in full-width digits. */
export const readDate = (text: string): string | null => {
  const digits = toHalfWidth(text).trim();
  const parts = /^(\d{4})\s*[-/.年]\s*(\d{1,2})\s*[-/.月]\s*(\d{1,2})\s*日?$/.exec(digits) ?? /^(\d{4})(\d{2})(\d{2})$/.exec(digits);
  if (parts === null) return null;
  const [, year = '', month = '', day = ''] = parts;
  const on = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  return dateSchema.safeParse(on).success ? on : null;
};

export const parseDate: Parse = ofText((text) => {
  const on = readDate(text);
  return on === null ? fault('invalid') : value(on);
});

/** A date as above, then `9:05`, `09：05`, `0905` or `9点5分`; without a time it is midnight in China. */
export const readInstant = (text: string): string | null => {
  const half = toHalfWidth(text).trim();
  if (instantSchema.safeParse(half).success) return half;
  const parts = /^(.*?)(?:[\sT]+(\d{1,2})(?:\s*[:点时]\s*(\d{1,2})?\s*分?|(\d{2}))?)?$/.exec(half);
  const on = readDate(parts?.[1] ?? '');
  const [hour, minute] = [Number(parts?.[2] ?? 0), Number(parts?.[3] ?? parts?.[4] ?? 0)];
  if (on === null || hour > 23 || minute > 59) return null;
  return chinaInstant(on, `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`);
};

export const parseInstant: Parse = ofText((text) => {
  const at = readInstant(text);
  return at === null ? fault('invalid') : value(at);
});

export const parsePhone: Parse = ofText((text) => {
  const phone = tidyCode(text);
  return /^[+\d][\d-]{4,20}(?:[转X,]\d{1,8})?$/.test(phone) ? value(phone) : fault('invalid');
});

export const parseIdNumber: Parse = ofText((text) => {
  const read = readIdNumber(text);
  return read.ok ? value(read.value.idNumber) : fault(read.error);
});

/** How a stored value stands in its field; what was typed stays as typed. */
export const showText = (raw: unknown): string => (typeof raw === 'string' ? raw : typeof raw === 'number' ? String(raw) : '');
export const showAmount = (raw: unknown): string => (typeof raw === 'number' ? formatFen(raw) : showText(raw));
export const showInstant = (raw: unknown): string => {
  if (typeof raw !== 'string' || !instantSchema.safeParse(raw).success) return showText(raw);
  const shifted = new Date(Date.parse(raw) + 8 * 3_600_000).toISOString();
  return `${chinaDateOf(raw)} ${shifted.slice(11, 16)}`;
};
