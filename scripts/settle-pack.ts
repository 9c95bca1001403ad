import { readFileSync } from 'node:fs';
import path from 'node:path';
import { standardsPackSchema, type StandardsPack } from '../shared/damages/engine/standards-pack.ts';

const readJson = (file: string): unknown => JSON.parse(readFileSync(file, 'utf8'));

/** Reads the standards pack of a folder: pack.json and the parts it names. */
export const loadPack = (folder: string): StandardsPack => {
  const { parts, ...head } = readJson(path.join(folder, 'pack.json')) as { parts: Record<string, string> };
  const loaded = Object.fromEntries(Object.entries(parts).map(([key, file]) => [key, readJson(path.join(folder, file))]));
  return standardsPackSchema.parse({ ...head, ...loaded });
};
