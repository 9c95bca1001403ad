import { chmodSync } from 'node:fs';
import { expect, onTestFinished, test } from 'vitest';
import { FaultError, faultOf } from '../../../electron/db/faults.ts';
import { openStore } from '../../../electron/db/open.ts';
import { faultCodes } from '../../../shared/vault/errors.ts';
import { fakeClock } from '../../support/clock.ts';
import { fakeIds } from '../../support/ids.ts';
import { tempFolder } from '../../support/core.ts';
import { testKey } from '../../support/store.ts';

const error = (code: string): Error => Object.assign(new Error('x'), { code });

test.each([
  ['SQLITE_FULL', 'fault.full'],
  ['ENOSPC', 'fault.full'],
  ['SQLITE_IOERR_WRITE', 'fault.full'],
  ['SQLITE_READONLY', 'fault.read-only'],
  ['SQLITE_READONLY_DBMOVED', 'fault.read-only'],
  ['SQLITE_CANTOPEN', 'fault.read-only'],
  ['EROFS', 'fault.read-only'],
  ['SQLITE_BUSY', 'fault.locked-by-other'],
  ['SQLITE_BUSY_SNAPSHOT', 'fault.locked-by-other'],
  ['SQLITE_CORRUPT', 'fault.corrupt'],
  ['SQLITE_CORRUPT_INDEX', 'fault.corrupt'],
  ['SQLITE_NOTADB', 'fault.corrupt'],
  ['SQLITE_IOERR_SHORT_READ', 'fault.corrupt'],
])('%s of SQLite or the file system is %s', (code, fault) => {
  expect(faultOf(error(code))).toBe(fault);
  expect(faultCodes).toContain(fault);
});

test('an error that is not about storage is not a fault', () => {
  expect([faultOf(error('SQLITE_CONSTRAINT_CHECK')), faultOf(error('SQLITE_ERROR')), faultOf(new TypeError('x')), faultOf('x')]).toEqual([
    null,
    null,
    null,
    null,
  ]);
  expect(faultOf(new FaultError('fault.foreign-machine'))).toBe('fault.foreign-machine');
});

test('a folder that cannot be written to is told, not thrown', () => {
  const folder = tempFolder(onTestFinished);
  chmodSync(folder, 0o500);
  onTestFinished(() => chmodSync(folder, 0o700));
  // The superuser may write anyway, so the fault is asked from a place where nobody can make a file.
  const path = process.getuid?.() === 0 ? '/proc/liubu.db' : `${folder}/liubu.db`;
  const ports = {
    clock: fakeClock(),
    ids: fakeIds(),
    projectors: [],
    announce: () => undefined,
    clockSkewMs: () => 0,
    machine: { fingerprint: 'm' },
  };
  expect(() => openStore({ path, key: testKey, mode: 'create' }, ports)).not.toThrow();
  expect(openStore({ path, key: testKey, mode: 'create' }, ports)).toEqual({ ok: false, error: 'fault.read-only' });
});
