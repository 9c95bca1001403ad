import type { Reads } from '../../db/handles.ts';

/** Minutes by which the device clock stands before the newest entries of the file; 0 when it does not. */
export const clockBehindMinutes = (db: Reads, at: string): number => {
  const newest = db.get<{ at: string | null }>('SELECT max(at) AS at FROM (SELECT at FROM journal ORDER BY seq DESC LIMIT 50)');
  if (!newest?.at) return 0;
  return Math.max(0, Math.floor((Date.parse(newest.at) - Date.parse(at)) / 60_000));
};
