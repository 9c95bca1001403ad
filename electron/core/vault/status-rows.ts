import type { Reads } from '../../db/handles.ts';
import { minutesBehind } from '../trusted-clock.ts';

/** Minutes by which the device clock stands before the newest entries of the file; 0 when it does not. */
export const clockBehindMinutes = (db: Reads, at: string): number => minutesBehind(db, at);
