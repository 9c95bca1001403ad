import { globSync, readFileSync, statSync } from 'node:fs';
import { join, matchesGlob } from 'node:path';
import { describe, expect, test } from 'vitest';
import { files as patterns } from '../../packaging/files.mjs';
import { fuses } from '../../packaging/fuses.mjs';

const root = join(import.meta.dirname, '..', '..');
const text = (file: string): string => readFileSync(join(root, file), 'utf8');
const kilobytes = (file: string): number => statSync(join(root, file)).size / 1000;

/** Source: electron.md, check 31. The sum is what React, its DOM and the kit's own base weigh today; it may only shrink. */
const largestChunk = 350;
const beforeFirstScreen = 680;

/** The package's own files (not its dependencies), as the packager's patterns choose them. */
const packed = (): string[] => {
  const all = globSync('{out,resources}/**/*', { cwd: root }).filter((file) => statSync(join(root, file)).isFile());
  const wanted = patterns.filter((pattern) => !pattern.startsWith('!'));
  const unwanted = patterns.filter((pattern) => pattern.startsWith('!')).map((pattern) => pattern.slice(1));
  const fits = (file: string, globs: string[]): boolean => globs.some((glob) => matchesGlob(file, glob));
  return all.filter((file) => fits(file, wanted) && !fits(file, unwanted));
};

describe('the built app', () => {
  test('has a preload of one CommonJS file under 10 KB that asks for electron only', () => {
    expect(globSync('out/preload/**/*', { cwd: root })).toEqual(['out/preload/preload.cjs']);
    expect(kilobytes('out/preload/preload.cjs')).toBeLessThan(10);
    const asked = [...text('out/preload/preload.cjs').matchAll(/require\(["'`]([^"'`]+)["'`]\)/g)].map((match) => match[1]);
    expect(asked).toEqual(['electron']);
  });

  test('has a main bundle under 500 KB that opens no socket and starts no program', () => {
    expect(kilobytes('out/main/main.js')).toBeLessThan(500);
    expect(text('out/main/main.js')).not.toMatch(/["'`](node:)?(http|https|net|http2|dgram|tls|child_process|cluster|inspector)["'`]/);
  });

  test('listens nowhere in the core, and reaches the network through the adapters of the sync alone', () => {
    const sources = globSync('electron/{core,db,sync}/**/*.ts', { cwd: root }).toSorted();
    expect(sources.length).toBeGreaterThan(100);
    expect(sources.filter((file) => /createServer|WebSocketServer|\.listen\(/.test(text(file)))).toEqual([]);
    const network = /from '(node:)?(http|https|net|http2|tls|dgram|ws|tus-js-client)'|await fetch\(/;
    expect(sources.filter((file) => network.test(text(file)))).toEqual([
      'electron/sync/content/hub-downloads.ts',
      'electron/sync/content/tus-uploads.ts',
      'electron/sync/http-transport.ts',
      'electron/sync/hub-admin.ts',
      'electron/sync/poke-socket.ts',
    ]);
  });

  test('reads no more than it needs before the first screen', () => {
    const loaded = [...text('out/renderer/index.html').matchAll(/(?:src|href)="\.\/(assets\/[^"]+\.js)"/g)].map(
      (match) => `out/renderer/${match[1]}`,
    );
    const sizes = loaded.map((file) => ({ file, kilobytes: kilobytes(file) }));
    expect(sizes.length).toBeGreaterThan(2);
    expect(sizes.filter((chunk) => chunk.kilobytes > largestChunk)).toEqual([]);
    expect(sizes.reduce((sum, chunk) => sum + chunk.kilobytes, 0)).toBeLessThan(beforeFirstScreen);
    expect(loaded.filter((file) => /schemas|router/.test(file))).toEqual([]);
  });

  test('starts its window from files only: no inline script, no address of the network', () => {
    const page = text('out/renderer/index.html');
    expect(page).not.toMatch(/<script(?![^>]*\ssrc=)/);
    expect(page).not.toMatch(/https?:\/\//);
  });
});

describe('the package', () => {
  test('holds what the app needs', () => {
    expect(packed()).toEqual(
      expect.arrayContaining([
        'out/main/main.js',
        'out/main/core.js',
        'out/main/parse-worker.js',
        'out/preload/preload.cjs',
        'out/renderer/index.html',
      ]),
    );
    expect(packed().some((file) => file.startsWith('resources/'))).toBe(true);
  });

  test('holds no browser host, source, source map, test or environment file', () => {
    expect(globSync('out/browser-host/main.js', { cwd: root })).toHaveLength(1);
    expect(packed().filter((file) => /browser-host|\.(map|tsx?|mts|cts)$|(^|\/)\.env|\.test\.|devtools/i.test(file))).toEqual([]);
  });

  test('names all nine fuses with the hardened value', () => {
    expect(fuses).toEqual({
      RunAsNode: false,
      EnableCookieEncryption: true,
      EnableNodeOptionsEnvironmentVariable: false,
      EnableNodeCliInspectArguments: false,
      EnableEmbeddedAsarIntegrityValidation: true,
      OnlyLoadAppFromAsar: true,
      LoadBrowserProcessSpecificV8Snapshot: false,
      GrantFileProtocolExtraPrivileges: false,
      WasmTrapHandlers: true,
    });
  });
});
