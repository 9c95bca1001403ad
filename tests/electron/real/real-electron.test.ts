import { _electron, type ElectronApplication, type Page } from '@playwright/test';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { electronRuntime } from '../../../scripts/electron-runtime.mjs';

const root = join(import.meta.dirname, '..', '..', '..');
let data = '';
let app: ElectronApplication;
let page: Page;

beforeAll(async () => {
  data = await mkdtemp(join(tmpdir(), 'liubu-real-'));
  const executablePath = electronRuntime();
  if (executablePath === undefined) throw new Error('no Electron runtime: this lane must not be started without one');
  const asRoot = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  app = await _electron.launch({
    executablePath,
    args: [...asRoot, root],
    env: { ...(process.env as Record<string, string>), LIUBU_DATA: data },
  });
  page = await app.firstWindow();
});
afterAll(async () => {
  await app.close();
  await rm(data, { recursive: true, force: true });
});

describe('the app in real Electron', () => {
  test('shows its first screen from its own scheme, served by the core', async () => {
    await page.waitForSelector('#root *');
    expect(page.url()).toMatch(/^app:\/\/liubu\//);
  });

  test('gives the page nothing of Node', async () => {
    const found = await page.evaluate(() => ['require', 'process', 'module', 'ipcRenderer', 'electron'].filter((name) => name in window));
    expect(found).toEqual([]);
    expect(await page.evaluate(() => Object.keys((window as unknown as { liubu: object }).liubu).sort())).toEqual([
      'copySecret',
      'host',
      'printToPdf',
    ]);
  });

  test('stays where it is when a page tries to leave', async () => {
    const before = page.url();
    await page.evaluate(() => void (location.href = 'https://example.com/'));
    expect(await page.evaluate(() => window.open('https://example.com/'))).toBeNull();
    expect(page.url()).toBe(before);
    expect(app.windows()).toHaveLength(1);
  });

  test('denies the camera', async () => {
    const outcome = await page.evaluate(() => navigator.permissions.query({ name: 'camera' as PermissionName }).then(({ state }) => state));
    expect(outcome).toBe('denied');
  });
});
