import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { expect, onTestFinished, test } from 'vitest';
import { createCore } from '../../../electron/core/app.ts';
import { projectors } from '../../../electron/core/workflows/projectors.ts';
import { fakeRandom } from '../../support/ids.ts';
import { tempFolder, testOptions, testPasscode } from '../../support/core.ts';

type Ack = { ready?: true; table?: string; id?: string; seq?: number; blob?: string };

const kills = 50;
const killsPerProfile = 10;
const script = join(import.meta.dirname, '..', '..', 'support', 'writing-core.ts');

/** When to strike: some milliseconds after the start, or after so many acknowledgements, a little into the next change. */
type Moment = { afterStartMs: number } | { afterAcks: number; thenMs: number };

/** Runs a writing core and kills it. Counting acknowledgements keeps the load the same on a slow machine. */
const killOnce = async (dataDir: string, moment: Moment): Promise<Ack[]> => {
  const child = spawn(process.execPath, [script, dataDir, testPasscode], { stdio: ['ignore', 'pipe', 'pipe'] });
  const heard = { out: '', err: '', lines: 0 };
  const enough = Promise.withResolvers<void>();
  child.stdout.on('data', (bytes: Buffer) => {
    heard.out += bytes.toString();
    heard.lines = heard.out.split('\n').length - 1;
    if ('afterAcks' in moment && heard.lines > moment.afterAcks) enough.resolve();
  });
  child.stderr.on('data', (bytes: Buffer) => (heard.err += bytes.toString()));
  const ended = new Promise<NodeJS.Signals | null>((resolve) => child.once('close', (_code, signal) => resolve(signal)));
  if ('afterAcks' in moment) await Promise.race([enough.promise, ended]);
  await Promise.race([sleep('afterAcks' in moment ? moment.thenMs : moment.afterStartMs), ended]);
  child.kill('SIGKILL');
  expect([await ended, heard.err]).toEqual(['SIGKILL', '']);
  // The last line may be cut in the middle of the kill: then nobody was told.
  return heard.out
    .split('\n')
    .slice(0, -1)
    .map((line) => JSON.parse(line) as Ack);
};

/** What a person finds after the kill. */
const lookInto = async (dataDir: string, acks: readonly Ack[]): Promise<void> => {
  const core = createCore(testOptions(dataDir, { projectors }));
  try {
    if (core.vault.status().state === 'fresh') {
      expect(acks).toEqual([]);
      return;
    }
    expect(await core.vault.unlock({ passcode: testPasscode })).toEqual({ ok: true, value: undefined });
    const session = core.session();
    if (!session) throw new Error('not open');
    for (const { table, id, seq, blob } of acks) {
      if (blob !== undefined) expect(session.blobs.read(blob)).not.toBeNull();
      if (table === undefined || id === undefined || seq === undefined) continue;
      expect(session.read.get('SELECT 1 AS there FROM journal WHERE seq = ?', seq)).toEqual({ there: 1 });
      expect(session.read.get(`SELECT 1 AS there FROM ${table} WHERE id = ?`, id)).toEqual({ there: 1 });
    }
    const report = core.vault.selfCheck();
    expect(report).toMatchObject({ ok: true, value: { ok: true, integrity: [], unapplied: [], journal: [] } });
  } finally {
    core.close();
  }
};

/** Ten kills of cores that go on with the same file, each time with everything acknowledged so far. */
const killRepeatedly = async (dataDir: string, seed: number): Promise<number> => {
  const dice = fakeRandom(seed);
  const acks: Ack[] = [];
  for (let i = 0; i < killsPerProfile; i += 1) {
    const [kind = 0, many = 0, ms = 0] = dice.bytes(3);
    const underLoad = { afterAcks: 2 + (many % 40), thenMs: ms % 8 };
    acks.push(...(await killOnce(dataDir, kind < 50 ? { afterStartMs: many * 3 } : underLoad)));
    await lookInto(dataDir, acks);
  }
  return acks.length;
};

test(
  'after each of 50 kills at random moments the file opens, is sound, holds every acknowledged change and equals its journal',
  {
    timeout: 300_000,
  },
  async () => {
    const folders = Array.from({ length: kills / killsPerProfile }, () => tempFolder(onTestFinished));
    const counts = await Promise.all(folders.map((folder, index) => killRepeatedly(folder, 2026 + index)));
    expect(counts.reduce((sum, count) => sum + count, 0)).toBeGreaterThan(kills * 10);
  },
);
