import type { Clock } from '../../shared/kernel/ports.ts';
import type { Reads, WriteDb } from '../db/handles.ts';

/** `now` never runs backwards: it is the latest of the device clock, the newest entry of the file and what was shown before. */
export type TimeCheck = { now: string; deviceNow: string; behindMinutes: number };

export type TrustedClock = Clock & { check(): TimeCheck };

/** The device clock as seen by a file that knows when its newest entry was made. */
export const trustedClock = (db: Reads, device: Clock): TrustedClock => {
  const shown = { latest: '', confirmedAt: '' };
  const check = (): TimeCheck => {
    const { at: deviceNow } = device.now();
    const confirmed = confirmedTime(db);
    if (confirmed.at !== shown.confirmedAt) Object.assign(shown, { latest: '', confirmedAt: confirmed.at });
    const now = [deviceNow, newestEntryAt(db, confirmed), shown.latest].toSorted().at(-1) ?? deviceNow;
    shown.latest = now;
    return { now, deviceNow, behindMinutes: minutesBetween(deviceNow, now) };
  };
  return { check, now: () => ({ at: check().now, utcOffset: device.now().utcOffset }) };
};

/** Minutes by which the device clock stands before the newest entry of the file; 0 when it does not. */
export const minutesBehind = (db: Reads, deviceNow: string): number => minutesBetween(deviceNow, newestEntryAt(db, confirmedTime(db)));

const minutesBetween = (from: string, until: string): number =>
  until === '' ? 0 : Math.max(0, Math.floor((Date.parse(until) - Date.parse(from)) / 60_000));

/** Entries up to `seq` that lie after `at` were written while the device clock stood ahead; somebody has confirmed that. */
type Confirmed = { at: string; seq: number };

const key = 'clock-confirmed';

const confirmedTime = (db: Reads): Confirmed => {
  const row = db.get<{ value: string }>('SELECT value FROM settings WHERE key = ?', key);
  return row ? (JSON.parse(row.value) as Confirmed) : { at: '', seq: 0 };
};

/** Written here only: what another device claims about time says nothing about this clock. */
const newestEntryAt = (db: Reads, { at, seq }: Confirmed): string =>
  db.get<{ at: string }>("SELECT at FROM journal WHERE origin = 'here' AND (at <= ? OR seq > ?) ORDER BY at DESC LIMIT 1", at, seq)?.at ??
  '';

/** Somebody says that the device clock is right: what was written with a later time no longer counts as now. */
export const keepConfirmedTime = (db: WriteDb, deviceNow: string): void => {
  const { seq } = db.get<{ seq: number }>('SELECT coalesce(max(seq), 0) AS seq FROM journal') ?? { seq: 0 };
  db.run(
    'INSERT INTO settings (key, value) VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value',
    key,
    JSON.stringify({ at: deviceNow, seq }),
  );
};
