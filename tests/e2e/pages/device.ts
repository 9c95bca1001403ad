import { expect, type Browser, type BrowserContext, type Page, type TestInfo } from '@playwright/test';
import { startHostProcess, type HostProcess } from '../../support/host-process.ts';
import { picture } from './files.ts';
import { arrived, begin, goTo, setUp } from './first-run.ts';
import { save } from './keyboard.ts';
import { gatherErrors, type Language } from './look.ts';
import { walkIn, type Walk } from './walk.ts';
import { wordsIn } from './words.ts';

/** One person's computer: an app of its own with a window of its own. */
export type Device = {
  host: HostProcess;
  context: BrowserContext;
  page: Page;
  errors: string[];
  w: Walk;
  end(): Promise<void>;
};

type Who = { name: string; role: 'surveyor' | 'handler' | 'supervisor' };

type Start = {
  language?: Language;
  beginning?: 'empty' | 'demo';
  /** Before the first page of the window. */
  prepare?: (context: BrowserContext) => Promise<unknown>;
};

/** Set up, not yet with any hub; empty and in Chinese unless said. */
export const startDevice = async (
  browser: Browser,
  testInfo: TestInfo,
  who: Who,
  { language = 'zh-CN', beginning = 'empty', prepare }: Start = {},
): Promise<Device> => {
  const host = await startHostProcess();
  const { viewport, timezoneId } = testInfo.project.use;
  const context = await browser.newContext({ viewport: viewport ?? null, locale: language, timezoneId: timezoneId ?? 'Asia/Shanghai' });
  await prepare?.(context);
  const page = await context.newPage();
  page.setDefaultTimeout(15_000);
  const errors = gatherErrors(page);
  await page.addInitScript((spoken) => window.localStorage.setItem('liubu.language', spoken), language);
  await page.goto(host.address());
  await setUp(page, who, language);
  await begin(page, beginning, language);
  return {
    host,
    context,
    page,
    errors,
    w: walkIn(page, wordsIn(language)),
    end: async () => {
      await context.close();
      await host.end();
    },
  };
};

export type SignIn = { address: string; loginName: string; password: string };

export const fillSignIn = async ({ page, w }: Device, { address, loginName, password }: SignIn): Promise<void> => {
  const form = page.getByRole('form', { name: w.t('sync.connect.title') });
  await form.getByLabel(w.t('sync.connect.address')).fill(address);
  await form.getByLabel(w.t('sync.connect.loginName')).fill(loginName);
  await form.getByLabel(w.t('sync.connect.password')).fill(password);
  await page.keyboard.press('Control+Enter');
};

export const connect = async (device: Device, signIn: SignIn): Promise<void> => {
  await goTo(device.page, '/sync');
  await fillSignIn(device, signIn);
  await expect(device.page.getByText(device.w.t('sync.connection.mode.connected'), { exact: true })).toBeVisible();
};

/** Asks for a round now and waits until the hub has been heard since and nothing waits: how it stood before says nothing. */
export const syncNow = async ({ page, w }: Device): Promise<void> => {
  await goTo(page, '/sync');
  const asked = new Date().toISOString();
  await page.getByRole('button', { name: w.t('sync.action.now'), exact: true }).click();
  const heard = w.section(w.t('sync.page.title')).locator('time');
  await expect.poll(async () => ((await heard.getAttribute('datetime')) ?? '') >= asked, { timeout: 30_000 }).toBe(true);
  await expect(page.getByText(/^待发送 0 项/)).toBeVisible({ timeout: 30_000 });
  await expect(page.getByText(w.t('sync.phase.idle'))).toHaveCount(2, { timeout: 30_000 });
};

/** Opens a case by what is written in its line. */
export const openCase = async ({ page }: Device, text: string): Promise<void> => {
  await goTo(page, '/cases');
  await page.locator('tbody tr', { hasText: text }).first().dblclick();
  await arrived(page, 'case');
  await expect(page.locator('[aria-current=step]')).toBeVisible();
};

/** Records a conversation in the case that is open. */
export const record = async ({ page, w }: Device, body: string): Promise<void> => {
  await w.contact(body);
  await save(page);
};

/** Puts a photo on the open step; each seed is another picture. */
export const photograph = async ({ page }: Device, seed: number): Promise<void> => {
  const name = `现场-${seed}.png`;
  const strip = page.locator('[data-attachment-strip=open]').first();
  await strip.locator('input[type=file]').setInputFiles({ name, mimeType: 'image/png', buffer: picture(seed) });
  await expect(strip.getByRole('button', { name: new RegExp(name.replace('.', String.raw`\.`)) })).toBeVisible({ timeout: 30_000 });
};
