import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readAssetTable } from '../../../electron/shell/asset-table.ts';
import { serveApp } from '../../../electron/shell/serve-app.ts';

let folder = '';
let waiting: string[] = [];
let answer: (request: Request) => Promise<Response>;
const get = (path: string): Promise<Response> => answer(new Request(`app://liubu${path}`));

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'liubu-assets-'));
  const pages = join(folder, 'pages');
  await mkdir(join(pages, 'assets'), { recursive: true });
  await writeFile(join(pages, 'index.html'), '<!doctype html><title>here</title>');
  await writeFile(join(pages, 'assets', 'main.js'), 'export {}');
  await writeFile(join(pages, 'assets', 'main.js.map'), '{}');
  await writeFile(join(pages, 'assets', 'note.txt'), 'unknown kind');
  await writeFile(join(folder, 'secret.json'), '{}');
  await symlink(join(folder, 'secret.json'), join(pages, 'link.json'));
  await symlink(folder, join(pages, 'up'));
  answer = serveApp(readAssetTable(pages), (printId) =>
    printId === waiting.splice(0).at(0) ? '<!doctype html><title>paper</title>' : null,
  );
});
afterAll(() => rm(folder, { recursive: true, force: true }));

describe('the app scheme', () => {
  test('answers files of the window folder with their type, nosniff and the content policy', async () => {
    const script = await get('/assets/main.js');
    expect(script.status).toBe(200);
    expect(await script.text()).toBe('export {}');
    expect(script.headers.get('content-type')).toBe('text/javascript; charset=utf-8');
    expect(script.headers.get('x-content-type-options')).toBe('nosniff');
    expect(script.headers.get('content-security-policy')).toContain("default-src 'none'");
  });

  test.each(['/', '/index.html', '/cases', '/cases/018f-22/steps/3'])('answers the route %s with the one document', async (path) => {
    const page = await get(path);
    expect(page.status).toBe(200);
    expect(await page.text()).toContain('<title>here</title>');
  });

  test.each([
    '/../secret.json',
    '/%2e%2e/secret.json',
    '/..%2fsecret.json',
    '/assets/..%5c..%5csecret.json',
    '/link.json',
    '/up/secret.json',
    '/assets/main.js.map',
    '/assets/note.txt',
    '/assets/absent.js',
    '/assets/main.js%00.html',
    '//etc/passwd',
  ])('has nothing at %s', async (path) => {
    expect((await get(path)).status).toBe(404);
  });

  test('gives a print page out once, under a policy without any script', async () => {
    const id = 'b'.repeat(43);
    waiting = [id];
    const page = await get(`/print/${id}`);
    expect(await page.text()).toContain('paper');
    expect(page.headers.get('content-security-policy')).toMatch(/^default-src 'none'; /);
    expect(page.headers.get('content-security-policy')).not.toContain('script-src');
    expect((await get(`/print/${id}`)).status).toBe(410);
  });

  test('does not answer another host', async () => {
    expect((await answer(new Request('app://elsewhere/index.html'))).status).toBe(404);
  });

  test.each(['POST', 'PUT', 'DELETE', 'HEAD', 'OPTIONS'])('refuses %s', async (method) => {
    expect((await answer(new Request('app://liubu/', { method }))).status).toBe(405);
  });
});
