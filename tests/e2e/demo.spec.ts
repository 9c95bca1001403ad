import { spawn, type ChildProcess } from 'node:child_process';
import { chmodSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Page } from '@playwright/test';
import { expect, test } from '../support/e2e.ts';
import { arrived } from './pages/first-run.ts';
import { wordsIn } from './pages/words.ts';

test.describe.configure({ mode: 'serial', timeout: 180_000 });

const root = fileURLToPath(new URL('../..', import.meta.url));
const { t } = wordsIn('zh-CN');

let demo: ChildProcess;
let said = '';
let temp = '';

/** A process group of its own, as a terminal gives it, so that Ctrl+C can be sent to all of it. */
test.beforeAll(async ({ browser: _browser }, testInfo) => {
  testInfo.setTimeout(150_000);
  temp = mkdtempSync(join(tmpdir(), 'liubu-demo-test-'));
  // The hub's PostgreSQL runs as a user of its own when the tests run as root.
  chmodSync(temp, 0o755);
  const env = { ...process.env, LIUBU_OPEN: '0', TMPDIR: temp };
  demo = spawn(process.execPath, ['scripts/demo.mjs'], { cwd: root, env, detached: true });
  const read = (chunk: Buffer): void => void (said += chunk.toString());
  demo.stdout?.on('data', read);
  demo.stderr?.on('data', read);
  await expect.poll(() => said, { timeout: 140_000 }).toContain('Liubu demo is ready');
});

test.afterAll(() => {
  if (demo.exitCode === null && demo.pid !== undefined) process.kill(-demo.pid, 'SIGTERM');
  rmSync(temp, { recursive: true, force: true });
});

const addresses = (): string[] => [...said.matchAll(/http:\/\/127\.0\.0\.1:\d+\/\?token=[\w-]+/g)].map(([address]) => address);

const openAs = async (page: Page, address: string | undefined, role: string): Promise<void> => {
  await page.goto(address ?? '');
  await expect(page.getByText(role, { exact: false }).first()).toBeVisible();
  await page.getByRole('link', { name: t('nav.page.sync') }).click();
  await arrived(page, 'sync');
  await expect(page.getByText(t('sync.connection.mode.connected'), { exact: true })).toBeVisible();
  await expect(page.getByText(t('sync.lane.rest'))).toHaveCount(2);
  await expect(page.getByText(/^待发送 0 项/)).toBeVisible();
  await page.getByRole('link', { name: t('nav.page.cases') }).click();
  await arrived(page, 'cases');
  await expect(page.locator('tbody tr', { hasText: 'R2026-DEMO-1' })).toHaveCount(1);
};

test('three apps are signed in and synced, and one case lies in all of them', async ({ browser }) => {
  const roles = ['surveyor', 'handler', 'supervisor'].map((role) => t(`people.role.${role}`));
  expect(addresses()).toHaveLength(3);
  for (const [i, role] of roles.entries()) {
    const context = await browser.newContext({ locale: 'zh-CN' });
    await openAs(await context.newPage(), addresses()[i], role);
    await context.close();
  }
});

test('Ctrl+C ends all of it and leaves nothing behind', async () => {
  expect(readdirSync(temp).filter((name) => name.startsWith('liubu-demo-'))).toHaveLength(1);
  const hub = /Hub\s+(http:\/\/\S+)/.exec(said)?.[1] ?? '';
  expect((await fetch(`${hub}/health`)).status).toBe(200);
  if (demo.pid !== undefined) process.kill(-demo.pid, 'SIGINT');
  await expect.poll(() => demo.exitCode, { timeout: 30_000 }).toBe(0);
  await expect(fetch(`${hub}/health`)).rejects.toThrow('fetch failed');
  await expect(fetch(new URL('/', addresses()[0]))).rejects.toThrow('fetch failed');
  expect(readdirSync(temp)).toEqual([]);
});
