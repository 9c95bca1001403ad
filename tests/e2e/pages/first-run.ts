import { readFileSync } from 'node:fs';
import { expect, type Page } from '@playwright/test';
import { languages, type Language } from './look.ts';

export const passcode = 'liubu-2026';

type Words = {
  passcode: { label: string; new: string; again: string };
  setUp: { name: string; submit: string };
  key: { lastGroup: string; noted: string };
  begin: { empty: string; demo: string; import: string };
  unlock: { submit: string; forgotten: string };
  recover: { title: string };
};

const wordsOf = (slug: string, language: Language): unknown =>
  JSON.parse(readFileSync(new URL(`../../../resources/locales/${language}/${slug}.json`, import.meta.url), 'utf8'));

export const vaultWords = (language: Language): Words => wordsOf('vault', language) as Words;
const roleWords = (language: Language): Record<Role, string> => (wordsOf('people', language) as { role: Record<Role, string> }).role;

type Role = 'surveyor' | 'handler' | 'supervisor';
type Person = { name: string; role: Role };
export type Seen = (screen: 'recovery-key' | 'begin') => Promise<unknown>;

/** Sets the app up as a first-time user would, up to the question how to begin. Returns the recovery key. */
export const setUp = async (
  page: Page,
  person: Person,
  language: Language = 'zh-CN',
  seen: Seen = async () => undefined,
): Promise<string> => {
  const words = vaultWords(language);
  await page.getByLabel(words.passcode.new).fill(passcode);
  await page.getByLabel(words.passcode.again).fill(passcode);
  await page.getByLabel(words.setUp.name).fill(person.name);
  await page.getByRole('radio', { name: roleWords(language)[person.role] }).check({ force: true });
  await page.getByRole('button', { name: words.setUp.submit }).click();
  const recoveryKey = await page.getByText(/^[0-9A-Z]{5}(-[0-9A-Z]{5})+$/).innerText();
  await seen('recovery-key');
  await page.getByLabel(words.key.lastGroup).fill(recoveryKey.split('-').at(-1) ?? '');
  await page.getByRole('button', { name: words.key.noted }).click();
  await expect(page.getByRole('button', { name: words.begin.demo })).toBeVisible();
  await seen('begin');
  return recoveryKey;
};

/** Opens the window of a host that was set up before. */
export const unlock = async (page: Page, code = passcode): Promise<void> => {
  await page.locator('input[type=password]').first().fill(code);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('main')).toHaveAccessibleName(/./);
};

/** The name of the page that an address leads to. */
const pageAt = (path: string): string => {
  const [slug = '', id = ''] = (path.split('?')[0] ?? '').split('/').slice(1);
  if (id === '') return slug === '' ? 'today' : slug;
  return { cases: 'case', 'hand-over': 'handOver' }[slug] ?? slug;
};

/** Waits until this page is drawn and read: what stands on it may stand on the one before as well, and keys would go there. */
export const arrived = async (page: Page, name: string, limit: { timeout?: number } = {}): Promise<void> => {
  const names = languages.map((language) => (wordsOf('nav', language) as { page: Record<string, string> }).page[name]);
  const main = page.getByRole('main', { name: new RegExp(`^(${names.join('|')})$`) });
  await expect(main).toBeVisible(limit);
  await expect(main.getByText(/^(正在读取…|Loading…)$/)).toHaveCount(0);
};

export const begin = async (page: Page, how: 'empty' | 'demo' | 'import', language: Language = 'zh-CN'): Promise<void> => {
  await page.getByRole('button', { name: vaultWords(language).begin[how] }).click();
  await arrived(page, how === 'import' ? 'import' : 'today', { timeout: 60_000 });
};

/** Goes to a page of the app by its address, as a bookmark would, and waits for it. */
export const goTo = async (page: Page, path: string): Promise<void> => {
  await page.evaluate((hash) => {
    window.location.hash = hash;
  }, path);
  await arrived(page, pageAt(path));
};
