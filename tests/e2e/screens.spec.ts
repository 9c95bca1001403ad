import { join } from 'node:path';
import type { BrowserContext, Page } from '@playwright/test';
import { expect, test } from '../support/e2e.ts';
import { startHostProcess, type HostProcess } from '../support/host-process.ts';
import { picture } from './pages/files.ts';
import { arrived, begin, goTo, setUp } from './pages/first-run.ts';
import { leaveDialog, openByKeys } from './pages/keyboard.ts';
import { gatherErrors, languages, look, speak, unreachable, type Language } from './pages/look.ts';
import { openStep } from './pages/walk.ts';

test.describe.configure({ mode: 'serial', timeout: 300_000 });

let host: HostProcess;
let context: BrowserContext;
let page: Page;
let errors: string[];

test.beforeAll(async ({ browser }, testInfo) => {
  testInfo.setTimeout(180_000);
  host = await startHostProcess();
  const { viewport, locale, timezoneId } = testInfo.project.use;
  context = await browser.newContext({ viewport: viewport ?? null, locale: locale ?? 'zh-CN', timezoneId: timezoneId ?? 'Asia/Shanghai' });
  page = await context.newPage();
  errors = gatherErrors(page);
  await page.goto(host.address());
  await setUp(page, { name: '王敏', role: 'handler' });
  await begin(page, 'demo');
  await expect(page.getByText('今天要做的')).toBeVisible();
});

test.afterAll(async () => {
  await context.close();
  await host.end();
});

/** The pictures of the README come from here, without the foot line that names this machine's folder. */
const forReadme = async (name: string): Promise<void> => {
  if (process.env['LIUBU_DOCS'] !== '1') return;
  const path = join(import.meta.dirname, '..', '..', 'docs', name);
  await page.screenshot({ path, animations: 'disabled', clip: { x: 0, y: 0, width: 1366, height: 742 } });
};

const openCase = async (): Promise<void> => {
  await goTo(page, '/cases');
  await page.locator('tbody tr').nth(2).dblclick();
  await arrived(page, 'case');
};

const pages = async (language: Language): Promise<void> => {
  await goTo(page, '/');
  await expect(page.locator('main h2').first()).toBeVisible();
  await look(page, 'today', language);
  if (language === 'zh-CN') await forReadme('today.png');
  await goTo(page, '/cases');
  await expect(page.locator('tbody tr').nth(3)).toBeVisible();
  await look(page, 'cases', language);
  for (const path of ['escalations', 'import', 'ledgers', 'papers', 'settings']) {
    await goTo(page, `/${path}`);
    await expect(page.locator('nav a.active')).toHaveAttribute('href', new RegExp(`${path}$`));
    await expect(page.locator('main h2').first()).toBeVisible();
    await look(page, path, language);
  }
};

const caseSteps = async (language: Language): Promise<void> => {
  await openCase();
  for (const step of [1, 2, 3, 4, 5, 6]) {
    await openStep(page, step);
    await look(page, `case.step-${step}`, language);
    if (language === 'zh-CN' && step === 2) await forReadme('case.png');
  }
};

const dialog = async (name: string, language: Language, keys: string): Promise<void> => {
  await openByKeys(page, keys);
  await look(page, name, language);
  await leaveDialog(page);
};

const overlays = async (language: Language): Promise<void> => {
  await dialog('contact-editor', language, 'Control+n');
  await dialog('register-case', language, 'Control+Shift+n');
  await dialog('palette', language, 'Control+k');
  await dialog('shortcuts', language, '?');
};

const viewer = async (language: Language, name = 'attachment-viewer'): Promise<void> => {
  await openStep(page, 2);
  const strip = page.locator('[data-attachment-strip=open]').first();
  await strip.locator('input[type=file]').setInputFiles({ name: '身份证.png', mimeType: 'image/png', buffer: picture(1) });
  await strip.getByRole('button', { name: /身份证\.png/ }).click();
  await expect(page.getByRole('dialog')).toBeVisible();
  await look(page, name, language);
  await leaveDialog(page);
};

const importPreview = async (language: Language): Promise<void> => {
  await goTo(page, '/import');
  const rows = ['报案号,车牌号,出险时间,伤者人数', 'R1,苏A12345,2026-10-01 09:00,1', 'R2,苏A12346,三月的某天,两三个'];
  await page
    .getByRole('main')
    .locator('.ant-upload-drag input[type=file]')
    .setInputFiles({ name: '清单.csv', mimeType: 'text/csv', buffer: Buffer.from(rows.join('\n')) });
  await expect(page.locator('tbody tr.ant-table-row').first()).toBeVisible();
  await look(page, 'import.preview', language);
};

for (const language of languages) {
  test(`pages and steps of the demo file stand in ${language}`, async () => {
    await speak(page, language);
    await pages(language);
    await caseSteps(language);
  });

  test(`dialogs, viewer and import preview stand in ${language}`, async () => {
    await openCase();
    await speak(page, language);
    await overlays(language);
    await viewer(language);
    await importPreview(language);
  });
}

const smallScreens = async (language: Language): Promise<void> => {
  const small = async (name: string): Promise<void> => {
    await look(page, `${name}.150`, language);
    expect.soft(await unreachable(page), `${name} in ${language}`).toEqual([]);
  };
  for (const path of ['', 'cases', 'escalations', 'ledgers', 'papers', 'settings']) {
    await goTo(page, `/${path}`);
    await expect(page.locator('nav a.active')).toHaveAttribute('href', new RegExp(`/${path}$`));
    await expect(page.locator('main h2').first()).toBeVisible();
    await small(path === '' ? 'today' : path);
  }
  await openCase();
  for (const step of [1, 2, 3, 4, 5, 6]) {
    await openStep(page, step);
    await small(`case.step-${step}`);
  }
  await openByKeys(page, 'Control+n');
  await small('contact-editor');
  await leaveDialog(page);
  await viewer(language, 'attachment-viewer.150');
};

for (const language of languages) {
  test(`on a small laptop at 150 % every action can be reached in ${language}`, async () => {
    await speak(page, language);
    await page.setViewportSize({ width: 911, height: 512 });
    await smallScreens(language);
    await page.setViewportSize({ width: 1366, height: 768 });
  });
}

test('nothing went wrong on the way', () => {
  expect(errors).toEqual([]);
});
