import { Buffer } from 'node:buffer';
import { deflateRawSync } from 'node:zlib';
import { expect, it, onTestFinished } from 'vitest';
import { readList } from '../../../../electron/core/imports/read-list.ts';
import { inspectZip } from '../../../../electron/core/imports/zip-guard.ts';
import { fileOf, headings, openDesk, rowOf, sheetOf, xlsxOf } from './lists.ts';

type Part = { name: string; content: Buffer; claims?: number; flags?: number };

/** A ZIP container written by hand, so that its directory can lie. */
const zipOf = (parts: readonly Part[]): Buffer => {
  const locals: Buffer[] = [];
  const entries: Buffer[] = [];
  let at = 0;
  for (const { name, content, claims = content.length, flags = 0 } of parts) {
    const packed = deflateRawSync(content, { level: 9 });
    const local = Buffer.alloc(30);
    local.writeUInt32LE(0x04034b50, 0);
    local.writeUInt16LE(flags, 6);
    local.writeUInt16LE(8, 8);
    local.writeUInt32LE(packed.length, 18);
    local.writeUInt32LE(claims, 22);
    local.writeUInt16LE(name.length, 26);
    const entry = Buffer.alloc(46);
    entry.writeUInt32LE(0x02014b50, 0);
    entry.writeUInt16LE(flags, 8);
    entry.writeUInt16LE(8, 10);
    entry.writeUInt32LE(packed.length, 20);
    entry.writeUInt32LE(claims, 24);
    entry.writeUInt16LE(name.length, 28);
    entry.writeUInt32LE(at, 42);
    locals.push(local, Buffer.from(name), packed);
    entries.push(entry, Buffer.from(name));
    at += 30 + name.length + packed.length;
  }
  const directory = Buffer.concat(entries);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(parts.length, 8);
  end.writeUInt16LE(parts.length, 10);
  end.writeUInt32LE(directory.length, 12);
  end.writeUInt32LE(at, 16);
  return Buffer.concat([...locals, directory, end]);
};

const codeOf = async (bytes: Uint8Array): Promise<string | false> => {
  const { session, ports } = await openDesk(onTestFinished);
  const answer = await readList(session, fileOf(bytes, '清单.xlsx'), ports);
  return !answer.ok && answer.error.code;
};

const zeros = Buffer.alloc(64 * 1024 * 1024);

it('names a zip bomb by what its directory declares', async () => {
  expect(await codeOf(zipOf([{ name: 'xl/worksheets/sheet1.xml', content: zeros }]))).toBe('import.zip-bomb');
});

it('names a zip bomb whose directory lies about its size', async () => {
  expect(await codeOf(zipOf([{ name: 'xl/worksheets/sheet1.xml', content: zeros, claims: 1_000 }]))).toBe('import.zip-bomb');
});

it('names a zip bomb made of many modest parts', async () => {
  const part = Buffer.alloc(18 * 1024 * 1024);
  const parts = Array.from({ length: 17 }, (_, index) => ({ name: `xl/worksheets/sheet${index}.xml`, content: part, claims: 10 }));
  expect(await inspectZip(zipOf(parts))).toBe('bomb');
});

it('names an encrypted container', async () => {
  expect(await codeOf(zipOf([{ name: 'xl/workbook.xml', content: Buffer.from('<x/>'), flags: 1 }]))).toBe('import.password');
});

it('names a workbook saved with a password', async () => {
  const ole = Buffer.concat([
    Buffer.from('d0cf11e0a1b11ae1', 'hex'),
    Buffer.alloc(504),
    Buffer.from('EncryptedPackage', 'utf16le'),
    Buffer.alloc(512),
  ]);
  expect(await codeOf(ole)).toBe('import.password');
});

it('calls a zip that holds no workbook no table', async () => {
  expect(await codeOf(zipOf([{ name: 'readme.txt', content: Buffer.from('hello') }]))).toBe('import.not-a-table');
});

it('calls a spreadsheet that ends half-way no table', async () => {
  const whole = new Uint8Array(await xlsxOf({ 表: sheetOf([headings, rowOf('A1')]) }).arrayBuffer());
  expect(await codeOf(whole.subarray(0, whole.length / 2))).toBe('import.not-a-table');
});

it('lets an honest spreadsheet with many equal cells pass', async () => {
  const rows = Array.from({ length: 3_000 }, (_, index) => rowOf(`A${index}`));
  const whole = new Uint8Array(await xlsxOf({ 表: sheetOf([headings, ...rows]) }).arrayBuffer());
  expect(await inspectZip(whole)).toBe('fine');
});

it('says the file is too large when the thread that reads it dies', async () => {
  const { session, ports } = await openDesk(onTestFinished);
  const parser = { run: () => Promise.reject(new Error('out of memory')) };
  const answer = await readList(session, fileOf('报案号\nA1\n', 'a.csv'), { ...ports, parser });
  expect(!answer.ok && answer.error.code).toBe('import.too-large');
});
