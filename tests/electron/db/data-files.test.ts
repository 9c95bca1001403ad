import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { ensureDataDir } from '../../../electron/db/data-files.ts';
import { FaultError } from '../../../electron/db/faults.ts';

it('makes the folder with everything above it, and again without complaint', () => {
  const root = mkdtempSync(join(tmpdir(), 'liubu-folder-'));
  onTestFinished(() => rmSync(root, { recursive: true }));
  const wanted = join(root, 'a', 'b');
  ensureDataDir(wanted);
  ensureDataDir(wanted);
  expect(existsSync(wanted)).toBe(true);
});

it('says that a place cannot be written where a file stands', () => {
  const root = mkdtempSync(join(tmpdir(), 'liubu-folder-'));
  onTestFinished(() => rmSync(root, { recursive: true }));
  writeFileSync(join(root, 'file'), '');
  expect(() => ensureDataDir(join(root, 'file', 'data'))).toThrow(FaultError);
  expect(() => ensureDataDir(join(root, 'file'))).toThrow(FaultError);
});

it.runIf(process.platform === 'linux')('ends under /proc, where folders cannot be made', () => {
  expect(() => ensureDataDir('/proc/liubu/data')).toThrow(FaultError);
});
