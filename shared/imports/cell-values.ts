import { chinaInstant } from '../kernel/dates.ts';
import { tidyCode, tidyText, toHalfWidth } from '../kernel/text.ts';

const dateText = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?:[ T]+(\d{1,2})(?::(\d{1,2})(?::(\d{1,2})(?:\.\d+)?)?)?)?$/;
const compactText = /^(\d{4})(\d{2})(\d{2})(?:(\d{2})(\d{2})(?:(\d{2}))?)?$/;
const zonedText = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:?\d{2})$/;
/** Days since 1899-12-30, as spreadsheets keep a date; 20000 is 1954, 80000 is 2119. Source: ECMA-376 part 1, 18.17.4. */
const serialText = /^[2-7]\d{4}(\.\d+)?$/;
const serialEpoch = Date.UTC(1899, 11, 30);

/**
 * Reads a moment as lists write it: "2026-11-20 16:10", "2026/11/20", "2026年11月20日16时10分", "２０２６．１１．２０", a spreadsheet's
 * day number. Times are Chinese civil time; a date alone means its first minute. Null when it cannot be read for sure, as with
 * "11/12/26", which is two days in two countries.
 */
export const readMoment = (input: string): string | null => {
  const text = plainDate(input);
  if (zonedText.test(text)) return instantOrNull(Date.parse(text));
  if (serialText.test(text)) return fromSerial(Number(text));
  const [, year, month, day, hour, minute] = dateText.exec(text) ?? compactText.exec(text) ?? [];
  if (year === undefined || month === undefined || day === undefined) return null;
  return fromParts(
    `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`,
    Number(hour ?? 0) + afternoon(input, hour),
    Number(minute ?? 0),
  );
};

const plainDate = (input: string): string =>
  tidyText(toHalfWidth(input))
    .replace(/(星期|周|礼拜)[一二三四五六日天]/g, ' ')
    .replace(/上午|下午|晚上|中午|凌晨|早上/g, ' ')
    .replace(/\s*年\s*|\s*月\s*/g, '-')
    .replace(/\s*[日号]\s*/g, ' ')
    .replace(/\s*[时点點]\s*半/g, ':30')
    .replace(/\s*[时点點]\s*(?=\d)/g, ':')
    .replace(/\s*[时点點]\s*/g, ':00')
    .replace(/\s*分\s*(?=\d)/g, ':')
    .replace(/[分秒]/g, '')
    .replace(/(\d)\s*:\s*(?=\d)/g, '$1:')
    .trim()
    .replace(/\s+/g, ' ');

const afternoon = (input: string, hour: string | undefined): number => (/下午|晚上/.test(input) && Number(hour) < 12 ? 12 : 0);

const fromParts = (on: string, hour: number, minute: number): string | null => {
  const day = new Date(`${on}T00:00:00Z`);
  if (Number.isNaN(day.getTime()) || !day.toISOString().startsWith(on) || hour > 23 || minute > 59) return null;
  return chinaInstant(on, `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`);
};

const fromSerial = (days: number): string | null => {
  const minutes = Math.round(days * 1_440);
  const local = new Date(serialEpoch + minutes * 60_000).toISOString();
  return fromParts(local.slice(0, 10), Number(local.slice(11, 13)), Number(local.slice(14, 16)));
};

const instantOrNull = (time: number): string | null => (Number.isNaN(time) ? null : new Date(time).toISOString());

const numerals = '零一二三四五六七八九十';

/** "2", "２人", "2 名", "两人", "3.0"; null when it is not a count of people. */
export const readCount = (input: string): number | null => {
  const text = tidyCode(input)
    .replace(/[人名位个]$/, '')
    .replace(/\.0+$/, '')
    .replace('两', '二');
  const count = text.length === 1 && numerals.includes(text) ? numerals.indexOf(text) : /^\d{1,4}$/.test(text) ? Number(text) : null;
  return count !== null && count <= 500 ? count : null;
};

/** A phone number without blanks, hyphens and brackets; the second of two behind a stroke stays with the first. Null when it is none. */
export const readPhone = (input: string): string | null => {
  const text = tidyCode(input)
    .replace(/[-()\u2010-\u2015]/g, '')
    .replace(/[、,;|]/g, '/')
    .replace(/\.0$/, '');
  return /^\+?\d{5,20}(\/\+?\d{5,20})*$/.test(text) && text.length <= 64 ? text : null;
};

/** A number a spreadsheet has rounded: its last digits are gone, so it names another case or none. */
export const isRounded = (text: string): boolean => /^\d(\.\d+)?E\+\d+$/i.test(tidyCode(text));
