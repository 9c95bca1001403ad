import type { Browser, Page } from '@playwright/test';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { contextDefaults, launchChromium } from '../chromium.ts';
import { createElectron } from './electron-module.ts';
import { loadMain } from './load-main.ts';

const builtMain = join(import.meta.dirname, '..', '..', '..', 'out', 'main', 'main.js');

export type RunningApp = ReturnType<typeof createElectron> & { page: Page; userData: string; close: () => Promise<void> };

const processEvents = ['uncaughtException', 'unhandledRejection'] as const;

/** Starts the built main, preload, core and window in Chromium. What it cannot show: see the README, "what does not run". */
export const launchApp = async (options: { firstInstance?: boolean; browser?: Browser } = {}): Promise<RunningApp> => {
  const userData = await mkdtemp(join(tmpdir(), 'liubu-shell-'));
  const browser = options.browser ?? (await launchChromium());
  const context = await browser.newContext(contextDefaults);
  const before = new Map(processEvents.map((name) => [name, process.listeners(name as never)]));
  const app = createElectron({ context, userData, firstInstance: options.firstInstance ?? true });
  const dataBefore = process.env['LIUBU_DATA'];
  process.env['LIUBU_DATA'] = join(userData, 'data');
  await loadMain(builtMain, app.electron);
  const page = await firstPage(app, options.firstInstance ?? true);

  const close = async (): Promise<void> => {
    // A test may have made the app end by itself.
    if (!app.recorded.some(({ what }) => what === 'app.exit')) {
      const ended = new Promise<void>((resolve) => app.app.once('quit', () => resolve()));
      app.quit();
      await ended;
    }
    await context.close();
    if (options.browser === undefined) await browser.close();
    for (const name of processEvents) {
      for (const listener of process.listeners(name as never)) if (!before.get(name)?.includes(listener)) process.off(name, listener);
    }
    if (dataBefore === undefined) delete process.env['LIUBU_DATA'];
    else process.env['LIUBU_DATA'] = dataBefore;
    await rm(userData, { recursive: true, force: true });
  };
  return { ...app, page, userData, close };
};

const firstPage = async (app: ReturnType<typeof createElectron>, expected: boolean): Promise<Page> => {
  if (!expected) return undefined as never;
  for (let tries = 0; tries < 500; tries += 1) {
    const [window] = app.windows;
    if (window !== undefined) {
      const page = await window.webContents.page;
      await page.waitForURL(/-scheme\.test/);
      return page;
    }
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
  throw new Error('the app opened no window');
};
