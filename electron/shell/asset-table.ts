import { lstatSync, readdirSync } from 'node:fs';
import { extname, join, posix } from 'node:path';

export type Asset = { file: string; type: string };

/** The only files the scheme can ever answer with, by request path. Built once, so no request touches the file system's tree. */
export type AssetTable = ReadonlyMap<string, Asset>;

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.woff': 'font/woff',
};

const collect = (folder: string, prefix: string, table: Map<string, Asset>): void => {
  for (const name of readdirSync(folder)) {
    const file = join(folder, name);
    const path = posix.join(prefix, name);
    // lstat: a symbolic link in the folder is neither file nor folder here, so it can lead nowhere.
    const stat = lstatSync(file);
    const type = types[extname(name)];
    if (stat.isDirectory()) collect(file, path, table);
    else if (stat.isFile() && type !== undefined) table.set(path, { file, type });
  }
};

export const readAssetTable = (folder: string): AssetTable => {
  const table = new Map<string, Asset>();
  collect(folder, '/', table);
  return table;
};
