import { z } from 'zod';

/** A calendar date without zone, `YYYY-MM-DD`. */
export const dateSchema = z.iso.date();

/** An instant, ISO 8601 in UTC with milliseconds, so that text order is time order. */
export const instantPattern = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z$/;
export const instantSchema = z.string().regex(instantPattern);

/** Age in full years on a day; both are calendar dates. Source: Civil Code art. 1259 (full years are reached on the birthday). */
export const ageOn = (bornOn: string, on: string): number => {
  const years = Number(on.slice(0, 4)) - Number(bornOn.slice(0, 4));
  return on.slice(5) < bornOn.slice(5) ? years - 1 : years;
};

/** China has one civil time, UTC+8 without summer time, so a case's calendar day does not depend on the device's zone. */
export const chinaOffsetMinutes = 480;

/** The Chinese calendar date of an instant. */
export const chinaDateOf = (at: string): string => new Date(Date.parse(at) + chinaOffsetMinutes * 60_000).toISOString().slice(0, 10);

/** The instant of a Chinese wall-clock time, `YYYY-MM-DD` and `HH:mm`. */
export const chinaInstant = (on: string, time: string): string =>
  new Date(Date.parse(`${on}T${time}:00.000Z`) - chinaOffsetMinutes * 60_000).toISOString();

/** Moves an instant by a number of minutes. */
export const addMinutes = (at: string, minutes: number): string => new Date(Date.parse(at) + minutes * 60_000).toISOString();
