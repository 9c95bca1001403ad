import { createCore } from '../../../electron/core/app.ts';
import { machineFingerprint, systemClock, systemIds, systemRandom } from '../../../electron/core/system-ports.ts';
import type { OpenFiles } from '../../../electron/core/vault/open-files.ts';
import { projectors } from '../../../electron/core/workflows/projectors.ts';
import { tablesWith } from '../../support/left-over.ts';
import { passcode } from './first-run.ts';

/**
 * Opens the files of an app that has ended, as their owner could, and tells for each list of words in which tables one of them
 * stands; `files` counts what lies in the store of attachments.
 */
export const leftOver = (dataDir: string, ...lists: readonly string[][]): Promise<{ tables: string[][]; files: number }> =>
  withFiles(dataDir, (files) => ({ tables: lists.map((words) => tablesWith(files, words)), files: files.blobs.count() }));

/** Works in the files of an app that has ended, so that a state stands on the screen that would take days to come about. */
export const withFiles = async <T>(dataDir: string, work: (files: OpenFiles) => T): Promise<T> => {
  const options = { clock: systemClock, ids: systemIds, random: systemRandom, projectors, machine: { fingerprint: machineFingerprint() } };
  const core = createCore({ dataDir, version: '0.0.0-test', log: () => undefined, ...options });
  try {
    const opened = await core.vault.unlock({ passcode });
    const files = core.vault.current();
    if (!opened.ok || !files) throw new Error(opened.ok ? 'not open' : opened.error.code);
    return work(files);
  } finally {
    core.close();
  }
};
