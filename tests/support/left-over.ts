import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { OpenFiles } from '../../electron/core/vault/open-files.ts';

type Row = Record<string, unknown>;

const textOf = (row: Row): string =>
  Object.values(row)
    .map((value) => (Buffer.isBuffer(value) ? value.toString('utf8') : String(value)))
    .join(' ');

/** Tables of an open file in which one of these words stands: in rows, in the search index, in the journal, anywhere. */
export const tablesWith = ({ store }: OpenFiles, words: readonly string[]): string[] => {
  const names = store.read.all<{ name: string }>(
    "SELECT name FROM sqlite_master WHERE type = 'table' AND sql NOT LIKE 'CREATE VIRTUAL%' ORDER BY name",
  );
  const hasWord = (row: Row): boolean => words.some((word) => textOf(row).includes(word));
  return names.filter(({ name }) => store.read.all<Row>(`SELECT * FROM "${name}"`).some(hasWord)).map(({ name }) => name);
};

/** Files of a folder in which one of these words can be read without any key. */
export const filesWith = (folder: string, words: readonly string[]): string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((one) => one.isFile())
    .map((one) => join(one.parentPath, one.name))
    .filter((path) => words.some((word) => readFileSync(path).includes(word)));
