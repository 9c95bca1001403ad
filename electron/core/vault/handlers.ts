import { ok } from '../../../shared/kernel/result.ts';
import type { SelfCheckReport } from '../../db/self-check.ts';
import type { Handlers } from '../handlers.ts';
import { changedStream } from './changed-stream.ts';

export const vaultHandlers: Handlers<'vault'> = {
  status: ({ core }) => ok(core.vault.status()),
  setUp: ({ core }, input) => core.vault.setUp(input),
  unlock: ({ core }, input) => core.vault.unlock(input),
  recover: ({ core }, input) => core.vault.recover(input),
  changePasscode: ({ core }, input) => core.vault.changePasscode(input),
  setSystemUnlock: ({ core }, input) => core.vault.setSystemUnlock(input),
  unlockBySystem: ({ core }) => core.vault.unlockBySystem(),
  adopt: ({ core }, input) => core.vault.adopt(input),
  lock: ({ core }) => {
    core.vault.lock();
    return ok(undefined);
  },
  selfCheck: ({ core }) => {
    const report = core.vault.selfCheck();
    if (!report.ok) return report;
    const { value } = report;
    return ok({ ok: value.ok, changes: value.entries, rows: rowsOf(value), differences: differencesOf(value) });
  },
  repair: ({ core }) => {
    const report = core.vault.repair();
    return report.ok ? ok({ changes: report.value.entries, rows: report.value.rows }) : report;
  },
  changed: ({ core, signal }) => ok(changedStream(core.subscribe, signal)),
};

const rowsOf = ({ tables }: SelfCheckReport): number => tables.reduce((sum, { rows }) => sum + rows, 0);

/** One line per finding, ids and codes only. */
const differencesOf = ({ integrity, unapplied, journal, tables }: SelfCheckReport): string[] => [
  ...integrity.map((line) => `integrity: ${line}`),
  ...unapplied.map(({ seq, code }) => `journal ${seq}: ${code}`),
  ...journal.map(({ seq, code }) => `journal ${seq}: ${code}`),
  ...tables.flatMap(({ table, differences }) => differences.map(({ kind, key }) => `${table}: ${kind} ${key}`)),
];
