import { differenceInCalendarDays, parseISO } from 'date-fns';
import { chinaDateOf, chinaOffsetMinutes } from '../../shared/kernel/dates.ts';
import { formatFen } from '../../shared/kernel/money.ts';
import type { Language } from './languages.ts';

const zone = 'Asia/Shanghai';

/** Wall-clock time in China, `HH:mm`. */
export const clockTimeOf = (at: string): string => new Date(Date.parse(at) + chinaOffsetMinutes * 60_000).toISOString().slice(11, 16);

/** Chinese would set the unit close to the number; a blank that does not break keeps both apart and together. */
const inUnit = (language: Language, unit: 'minute' | 'hour' | 'day'): ((size: number) => string) => {
  const words = new Intl.NumberFormat(language, { style: 'unit', unit, unitDisplay: 'short', maximumFractionDigits: 0 });
  return (size) => {
    const parts = words.formatToParts(size).filter(({ type }) => type !== 'literal');
    return parts.map(({ value }) => value).join('\u00A0');
  };
};

/** The shared formatters: one way to write dates, spans and amounts, in China's civil time whatever the device's zone is. */
export const createFormat = (language: Language) => {
  const nearDay = new Intl.RelativeTimeFormat(language, { numeric: 'auto' });
  const units = { minute: inUnit(language, 'minute'), hour: inUnit(language, 'hour'), day: inUnit(language, 'day') };
  const whole = new Intl.NumberFormat(language);
  const share = new Intl.NumberFormat(language, { style: 'percent', maximumFractionDigits: 0 });
  const full = new Intl.DateTimeFormat(language, { timeZone: zone, dateStyle: 'long', timeStyle: 'short' });

  /** `11-24`, with the year when it is not this one. */
  const day = (on: string, nowAt: string): string => (on.slice(0, 4) === chinaDateOf(nowAt).slice(0, 4) ? on.slice(5) : on);

  /** `15:30` today, `明天 09:00`, `11-27 16:00`. */
  const due = (at: string, nowAt: string): string => {
    const apart = differenceInCalendarDays(parseISO(chinaDateOf(at)), parseISO(chinaDateOf(nowAt)));
    if (apart === 0) return clockTimeOf(at);
    if (Math.abs(apart) === 1) return `${nearDay.format(apart, 'day')} ${clockTimeOf(at)}`;
    return `${day(chinaDateOf(at), nowAt)} ${clockTimeOf(at)}`;
  };

  /** A length of time in the largest fitting unit: `12 分钟`, `5 小时`, `3 天`. */
  const span = (minutes: number): string => {
    const size = Math.abs(minutes);
    if (size < 60) return units.minute(size);
    return size < 48 * 60 ? units.hour(Math.floor(size / 60)) : units.day(Math.floor(size / 1440));
  };

  return {
    /** `2026-11-24`. */
    date: (on: string | null): string => on ?? '—',
    /** `2026-11-24 15:30`. */
    instant: (at: string | null): string => (at === null ? '—' : `${chinaDateOf(at)} ${clockTimeOf(at)}`),
    /** In words, for screen readers and tooltips. */
    instantInWords: (at: string): string => full.format(new Date(at)),
    day,
    due,
    span,
    /** Minutes from `fromAt` to `toAt`; negative when `toAt` lies before. */
    minutes: (fromAt: string, toAt: string): number => (Date.parse(toAt) - Date.parse(fromAt)) / 60_000,
    /** `12,345.60`, right-aligned by the caller. */
    amount: (fen: number | null): string => (fen === null ? '—' : formatFen(fen)),
    /** `¥ 12,345.60`. */
    money: (fen: number | null): string => (fen === null ? '—' : `¥ ${formatFen(fen)}`),
    number: (value: number): string => whole.format(value),
    percent: (part: number, all: number): string => share.format(all === 0 ? 0 : part / all),
  };
};

export type Format = ReturnType<typeof createFormat>;
