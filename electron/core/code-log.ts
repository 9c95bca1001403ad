import { appendFileSync, renameSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { ensureDataDir } from '../db/data-files.ts';
import type { Clock } from '../../shared/kernel/ports.ts';
import type { LogCode } from './rpc.ts';

const maxLogBytes = 1_000_000;
const codePattern = /^[\w.:-]{1,80}$/;

/**
 * Local log of ids and codes, two files of at most 1 MB. What does not look like a code or an id is left out: names, injuries
 * and notes cannot get in by accident.
 */
export const openCodeLog = (dataFolder: string, clock: Clock): LogCode => {
  const folder = join(dataFolder, 'logs');
  const file = join(folder, 'core.log');
  return (code, facts = {}) => {
    const safe = Object.entries(facts).filter(([, value]) => typeof value === 'number' || codePattern.test(value));
    try {
      ensureDataDir(folder);
      if (sizeOf(file) > maxLogBytes) renameSync(file, join(folder, 'core.1.log'));
      appendFileSync(file, `${JSON.stringify({ at: clock.now().at, code, ...Object.fromEntries(safe) })}\n`, { mode: 0o600 });
    } catch {
      // A full or read-only disk must not turn a logged fault into a crash.
    }
  };
};

const sizeOf = (file: string): number => statSync(file, { throwIfNoEntry: false })?.size ?? 0;
