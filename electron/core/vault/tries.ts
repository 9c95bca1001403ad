import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import type { Clock } from '../../../shared/kernel/ports.ts';
import { writeFileAtomically } from '../../db/atomic-file.ts';

const triesSchema = z.object({ wrong: z.number().int().min(0), lastAt: z.iso.datetime() });
type Tries = z.infer<typeof triesSchema>;

/** Wrong passcodes in a row that cost nothing; from then on every try waits. */
const freeTries = 5;
const firstWaitSeconds = 30;
const longestWaitSeconds = 900;

/** Slows down guessing at the screen. It is kept in a file, so that restarting the app does not give new tries. */
export type TryCounter = {
  waitSeconds(): number;
  /** Counted before the passcode is checked, so that killing the app in between does not save the try. */
  begin(): void;
  succeeded(): void;
};

export const createTryCounter = (dataDir: string, clock: Clock): TryCounter => {
  const path = join(dataDir, 'unlock-tries.json');
  return {
    waitSeconds: () => secondsLeft(readTries(path), clock.now().at),
    begin: () => {
      const wrong = (readTries(path)?.wrong ?? 0) + 1;
      writeFileAtomically(path, JSON.stringify({ wrong, lastAt: clock.now().at }));
    },
    succeeded: () => rmSync(path, { force: true }),
  };
};

const readTries = (path: string): Tries | null => {
  try {
    return triesSchema.safeParse(JSON.parse(readFileSync(path, 'utf8'))).data ?? null;
  } catch {
    // Absent or torn: both mean that nothing is known about earlier tries.
    return null;
  }
};

/** Doubles from half a minute to a quarter of an hour. A clock set back never makes the wait longer than that. */
const secondsLeft = (tries: Tries | null, at: string): number => {
  if (!tries || tries.wrong < freeTries) return 0;
  const wait = Math.min(longestWaitSeconds, firstWaitSeconds * 2 ** (tries.wrong - freeTries));
  const passed = (Date.parse(at) - Date.parse(tries.lastAt)) / 1000;
  return Math.ceil(Math.min(wait, Math.max(0, wait - passed)));
};
