import type { Table } from './sql.ts';

type Value = string | number | null;

/** What the server calls the types of a column. */
const oids = { text: 25, bigint: 20 } as const;
const headBytes = 20;
const longestUtf8 = 3;
const half = 2 ** 32;

/**
 * The rows of a table column by column, each as an array in the server's own binary form. Nothing of it is escaped here or parsed
 * there, which costs a third of what the same rows cost as one JSON text.
 */
export const columnArrays = ({ columns }: Table, rows: readonly object[]): Buffer[] =>
  Object.entries(columns).map(([name, type]) => {
    const values = rows.map((row) => (row as Record<string, Value>)[name] ?? null);
    return type === 'text' ? textArray(values) : bigintArray(values);
  });

const textArray = (values: readonly Value[]): Buffer => {
  const texts = values.map((value) => (value === null ? null : String(value)));
  const room = texts.reduce((total, text) => total + 4 + (text?.length ?? 0) * longestUtf8, headBytes);
  const bytes = headed(Buffer.allocUnsafe(room), oids.text, values.length);
  let at = headBytes;
  let last = { text: '', from: headBytes, end: headBytes };
  for (const text of texts) {
    if (text === null) {
      at = bytes.writeInt32BE(-1, at);
      continue;
    }
    const from = at + 4;
    // Most columns hold the same over many rows: case, device, instant.
    if (text === last.text) bytes.copyWithin(from, last.from, last.end);
    else last = { text, from, end: from + bytes.write(text, from) };
    const length = last.end - last.from;
    bytes.writeInt32BE(length, at);
    at = from + length;
  }
  return bytes.subarray(0, at);
};

const bigintArray = (values: readonly Value[]): Buffer => {
  const bytes = headed(Buffer.allocUnsafe(headBytes + values.length * 12), oids.bigint, values.length);
  let at = headBytes;
  for (const value of values) {
    at = bytes.writeInt32BE(value === null ? -1 : 8, at);
    if (value === null) continue;
    at = bytes.writeInt32BE(Math.floor(Number(value) / half), at);
    at = bytes.writeUInt32BE(Number(value) >>> 0, at);
  }
  return bytes.subarray(0, at);
};

/** One dimension, perhaps with nulls, of this type, this long, counted from 1. */
const headed = (bytes: Buffer, oid: number, length: number): Buffer => {
  for (const [index, word] of [1, 1, oid, length, 1].entries()) bytes.writeInt32BE(word, index * 4);
  return bytes;
};
