import { renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { expect, test } from '../support/e2e.ts';
import { startHostProcess } from '../support/host-process.ts';
import { begin, passcode, setUp, vaultWords } from './pages/first-run.ts';
import { languages, look, speak, type Language } from './pages/look.ts';

/** The language of the last sitting, which the closed screens speak. */
const remember = (page: Page, language: Language): Promise<unknown> =>
  page.addInitScript((spoken) => window.localStorage.setItem('liubu.language', spoken), language);

for (const language of languages) {
  const words = vaultWords(language);

  test(`first run, lock and recovery stand in ${language}`, async ({ page }) => {
    const host = await startHostProcess();
    try {
      await remember(page, language);
      await page.goto(host.address());
      await expect(page.getByLabel(words.passcode.new)).toBeVisible();
      await look(page, 'first-run', language);
      await setUp(page, { name: '王敏', role: 'handler' }, language, (name) => look(page, name, language));
      await begin(page, 'empty', language);
      await speak(page, language);
      await look(page, 'today.empty', language);
      await page.keyboard.press('Control+l');
      await expect(page.locator('input[type=password]').first()).toBeVisible();
      await look(page, 'locked', language);
      await page.getByRole('button', { name: words.unlock.forgotten }).click();
      await expect(page.getByRole('heading', { level: 1, name: words.recover.title })).toBeVisible();
      await look(page, 'recover', language);
    } finally {
      await host.end();
    }
  });

  test(`every fault that a test can bring about has its screen in ${language}`, async ({ page, context }) => {
    const host = await startHostProcess();
    const second = await startHostProcess({ dataFolder: host.dataFolder });
    const file = (name: string): string => join(host.dataFolder, name);
    const reopened = async (): Promise<void> => {
      await host.restart();
      await page.goto(host.address());
      await page.locator('h1').waitFor();
    };
    try {
      await remember(page, language);
      await page.goto(host.address());
      await setUp(page, { name: '王敏', role: 'handler' }, language);

      const other = await context.newPage();
      await remember(other, language);
      await other.goto(second.address());
      await other.locator('h1').waitFor();
      await look(other, 'fault.locked-by-other', language);
      await second.end();
      await host.kill();

      renameSync(file('keys.json'), file('keys.away'));
      await reopened();
      await look(page, 'fault.keys-missing', language);
      await host.kill();
      renameSync(file('keys.away'), file('keys.json'));

      renameSync(file('liubu.db'), file('liubu.away'));
      await reopened();
      await look(page, 'fault.database-missing', language);
      await host.kill();

      writeFileSync(file('liubu.db'), Buffer.alloc(65_536, 7));
      await reopened();
      await page.locator('input[type=password]').first().fill(passcode);
      await page.keyboard.press('Enter');
      await expect(page.getByText(host.dataFolder)).toBeVisible();
      await look(page, 'fault.corrupt', language);
    } finally {
      await host.end();
    }
  });
}
