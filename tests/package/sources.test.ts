import { readFileSync } from 'node:fs';
import { globSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { contentPolicy } from '../../shared/kernel/content-policy.ts';

const root = join(import.meta.dirname, '..', '..');
const sources = globSync('{shared,electron,renderer}/**/*.{ts,tsx}', { cwd: root });
const text = (file: string): string => readFileSync(join(root, file), 'utf8');
const containing = (pattern: RegExp): string[] => sources.filter((file) => pattern.test(text(file))).sort();

describe('the sources', () => {
  test('are found', () => {
    expect(sources.length).toBeGreaterThan(50);
  });

  test('never weaken a wall of a window', () => {
    expect(containing(/(sandbox|contextIsolation|webSecurity):\s*false/)).toEqual([]);
    expect(containing(/(nodeIntegration\w*|webviewTag|experimentalFeatures|allowRunningInsecureContent):\s*true/)).toEqual([]);
  });

  test('make windows in one place and open links in one place', () => {
    expect(containing(/new (BrowserWindow|WebContentsView|BrowserView)\b/)).toEqual(['electron/shell/window.ts']);
    expect(containing(/\bshell\.openExternal\(/)).toEqual(['electron/shell/open-external.ts']);
  });

  test('run no text as code', () => {
    expect(containing(/executeJavaScript|\beval\(|new Function\(/)).toEqual([]);
    // Printed pages are put together from markup that React has escaped, and are served under a policy without any script.
    expect(containing(/dangerouslySetInnerHTML/)).toEqual(['electron/core/documents/page.tsx']);
  });

  test('take no script from a page with inline text', () => {
    const page = text('renderer/index.html');
    expect(page.match(/<script/g)).toHaveLength(1);
    expect(page).toMatch(/<script type="module" src="[^"]+"><\/script>/);
    expect(page).not.toMatch(/\son\w+=|https?:\/\//);
  });
});

describe('the content policy', () => {
  const directives = new Map(
    contentPolicy("'none'")
      .split('; ')
      .map((directive) => [directive.split(' ')[0] ?? '', directive.split(' ').slice(1).join(' ')] as const),
  );

  test.each([
    ['default-src', "'none'"],
    ['script-src', "'self'"],
    ['connect-src', "'none'"],
    ['frame-src', "'none'"],
    ['object-src', "'none'"],
    ['base-uri', "'none'"],
    ['form-action', "'none'"],
    ['frame-ancestors', "'none'"],
    ['require-trusted-types-for', "'script'"],
    ['trusted-types', "'none'"],
  ])('has %s %s', (name, value) => {
    expect(directives.get(name)).toBe(value);
  });

  test('allows no eval anywhere and no address of the network', () => {
    expect(contentPolicy("'self'")).not.toMatch(/unsafe-eval|https?:|ws:|\*/);
  });
});
