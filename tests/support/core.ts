import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createCore, type Core, type CoreOptions } from '../../electron/core/app.ts';
import type { Session } from '../../electron/core/session.ts';
import type { CaseId } from '../../shared/kernel/ids.ts';
import { fakeClock, type FakeClock } from './clock.ts';
import { fakeIds, fakeRandom } from './ids.ts';

export const testPasscode = 'open sesame 6';

export type TestCore = {
  core: Core;
  session: Session;
  clock: FakeClock;
  dataDir: string;
  recoveryKey: string;
  options: CoreOptions;
};

type Undo = (work: () => void) => void;

/** A temp folder that goes away after the test; pass vitest's `onTestFinished`. */
export const tempFolder = (undo: Undo): string => {
  const folder = mkdtempSync(join(tmpdir(), 'liubu-test-'));
  undo(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
};

/** Options of a core with fakes at every port and a passcode check that costs almost nothing. */
export const testOptions = (dataDir: string, changes: Partial<CoreOptions> = {}): CoreOptions & { clock: FakeClock } => ({
  dataDir,
  version: '0.0.0-test',
  ids: fakeIds(),
  random: fakeRandom(),
  machine: { fingerprint: 'test-machine' },
  log: () => undefined,
  projectors: [],
  kdfCost: { memoryKiB: 64, passes: 1 },
  ...changes,
  clock: (changes.clock as FakeClock | undefined) ?? fakeClock(),
});

/** A core that is set up and open, in a folder of its own. */
export const openTestCore = async (undo: Undo, changes: Partial<CoreOptions> = {}): Promise<TestCore> => {
  const options = testOptions(changes.dataDir ?? tempFolder(undo), changes);
  const core = createCore(options);
  undo(() => core.close());
  const made = await core.vault.setUp({ passcode: testPasscode, personName: '周岚', role: 'surveyor', branch: '城北' });
  if (!made.ok) throw new Error(`set-up failed: ${made.error.code}`);
  const session = core.session();
  if (!session) throw new Error('the core is not open');
  return { core, session, clock: options.clock, dataDir: options.dataDir, recoveryKey: made.value.recoveryKey, options };
};

/** One open case, made through the same door as a real one. */
export const addTestCase = (session: Session, fields: Record<string, unknown> = {}): CaseId => {
  const id = session.ids.next() as CaseId;
  const reportNumber = `TEST-${id.slice(-6)}`;
  const done = session.commit({
    kind: 'open-case',
    caseId: id,
    ops: [{ op: 'insert', entity: 'case', id, fields: { reportNumber, ...fields } }],
  });
  if (!done.ok) throw new Error(`no case: ${done.error.code}`);
  return id;
};
