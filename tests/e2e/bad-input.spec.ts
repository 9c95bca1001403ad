import { mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { BrowserContext, Locator, Page } from '@playwright/test';
import { expect, test } from '../support/e2e.ts';
import { startHostProcess, type HostProcess } from '../support/host-process.ts';
import { picture } from './pages/files.ts';
import { arrived, begin, goTo, setUp, unlock } from './pages/first-run.ts';
import { dialogShown, leaveDialog, openByKeys, save as saveDialog } from './pages/keyboard.ts';
import { speak } from './pages/look.ts';
import { openStep } from './pages/walk.ts';

test.describe.configure({ mode: 'serial' });

let host: HostProcess;
let context: BrowserContext;
let page: Page;
const pageErrors: string[] = [];
const filesFolder = mkdtempSync(join(tmpdir(), 'liubu-e2e-files-'));

test.beforeAll(async ({ browser }, testInfo) => {
  testInfo.setTimeout(120_000);
  host = await startHostProcess();
  const { viewport, locale, timezoneId } = testInfo.project.use;
  context = await browser.newContext({ viewport: viewport ?? null, locale: locale ?? 'zh-CN', timezoneId: timezoneId ?? 'Asia/Shanghai' });
  page = await context.newPage();
  page.on('pageerror', (error) => pageErrors.push(error.message));
  await page.goto(host.address());
  await setUp(page, { name: '王敏', role: 'handler' });
  await begin(page, 'empty');
});

test.afterAll(async () => {
  await context.close();
  await host.end();
  rmSync(filesFolder, { recursive: true, force: true });
});

const dialog = (on: Page = page): Locator => on.getByRole('dialog').last();
const field = (label: string, on: Page = page): Locator => dialog(on).getByLabel(label).first();
const press = (name: string | RegExp, within: Page | Locator = page): Promise<void> => within.getByRole('button', { name }).first().click();
const save = (on: Page = page): Promise<void> => saveDialog(on);
/** Presses a button and waits for the dialog it opens. */
const opened = async (name: string, on: Page = page): Promise<void> => {
  await press(name, on);
  await dialogShown(on);
};

test('an accident in the future is refused at its field, and the case is taken once it is put right', async () => {
  await openByKeys(page, 'Control+Shift+n');
  await field('报案号').fill('R20261101');
  await field('出险时间').fill('2099-01-01 08:00');
  await page.keyboard.press('Control+Enter');
  await expect(dialog().getByRole('alert').filter({ hasText: '时间不能晚于现在' })).toBeVisible();
  await expect(field('出险时间')).toBeFocused();
  await field('出险时间').fill('２０２６年１１月１日 ８：２０');
  await save();
  await arrived(page, 'case');
  await expect(page.locator('[aria-current=step]')).toBeVisible();
});

test('an identity number with a wrong check digit is refused at its field', async () => {
  await opened('＋ 伤者');
  await field('姓名').fill('李秀英');
  await field('身份证号').fill('110101195003074568');
  await page.keyboard.press('Control+Enter');
  await expect(dialog().getByText('身份证号校验位不对')).toBeVisible();
  await field('身份证号').fill('110101195003074567');
  await save();
  await expect(page.getByRole('heading', { level: 1 })).toContainText('李秀英');
});

test('amounts are read as people type them, and refused with the reason at the field', async () => {
  await openStep(page, 5);
  await opened('添加项目');
  const amount = field('索赔');
  for (const [typed, reason] of [
    ['12.345', '最多两位小数'],
    ['-5', '金额不能为负'],
    ['1e12', '不是有效金额'],
    ['999999999999999', '金额过大'],
  ] as const) {
    await amount.fill(typed);
    await page.keyboard.press('Tab');
    await expect(dialog().getByText(reason, { exact: false })).toBeVisible();
    await expect(amount).toHaveValue(typed);
  }
  await amount.fill('１２，３４５．６');
  await page.keyboard.press('Tab');
  await expect(amount).toHaveValue('12,345.60');
  await save();
  await expect(page.getByRole('row', { name: /12,345\.60/ })).toBeVisible();
});

test('markup, emoji and signs of direction are shown as text and run nothing', async () => {
  const nasty = '<img src=x onerror="window.hacked=1"><b>粗</b><script>window.hacked=1</script> 👩‍👩‍👧 \u202Eabc\u202C 中\u200B文';
  await openStep(page, 1);
  await openByKeys(page, 'Control+n');
  await field('说了什么').fill(nasty);
  await save();
  await expect(page.getByText('<b>粗</b>', { exact: false }).first()).toBeVisible();
  await expect(page.getByText('👩‍👩‍👧', { exact: false }).first()).toBeVisible();
  expect(await page.evaluate(() => 'hacked' in window)).toBe(false);
});

test('100,000 characters are taken, one more is refused at the field and stays there', async () => {
  await openByKeys(page, 'Control+n');
  await field('说了什么').fill('长'.repeat(100_001));
  await page.keyboard.press('Control+Enter');
  await expect(dialog().getByText('文字太长，请缩短')).toBeVisible();
  await expect(field('说了什么')).toHaveValue(/^长{100001}$/);
  await field('说了什么').fill('长'.repeat(100_000));
  await save();
});

test('Save pressed twice records once', async () => {
  await openByKeys(page, 'Control+n');
  await field('说了什么').fill('只记一次的联络');
  await page.keyboard.press('Control+Enter');
  await page.keyboard.press('Control+Enter');
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await expect(page.getByText('只记一次的联络')).toHaveCount(1);
});

test('a lock in the middle of a sentence keeps it', async () => {
  await openByKeys(page, 'Control+n');
  await field('说了什么').fill('写到一半就锁');
  await page.keyboard.press('Control+l');
  await expect(page.locator('input[type=password]')).toBeVisible();
  expect(await page.locator('body').innerText()).not.toContain('李秀英');
  await unlock(page);
  await expect(page.locator('[aria-current=step]')).toBeVisible();
  await openByKeys(page, 'Control+n');
  await expect(field('说了什么')).toHaveValue('写到一半就锁');
  await press('放弃草稿', dialog());
  await expect(field('说了什么')).toHaveValue('');
  await leaveDialog(page);
});

test('two windows on one field: both values stand at the field, and nothing of the other window is lost', async () => {
  const other = await page.context().newPage();
  await other.goto(host.address());
  await goTo(other, new URL(page.url()).hash.slice(1));
  for (const one of [page, other]) {
    await openStep(one, 1);
    await opened('记录事故', one);
  }
  await field('客户的担心', page).fill('担心医疗费');
  await field('客户的担心', other).fill('担心误工');
  await field('医院', other).fill('省人民医院');
  await save(other);
  await page.keyboard.press('Control+Enter');
  const clash = dialog().getByRole('alert').filter({ hasText: '担心误工' });
  await expect(clash).toContainText('王敏');
  await expect(field('客户的担心')).toHaveValue('担心医疗费');
  await press('用我的', clash);
  await expect(page.getByRole('dialog')).toHaveCount(0);
  for (const one of [page, other]) {
    await expect(one.getByText('担心医疗费')).toBeVisible();
    await expect(one.getByText('省人民医院').first()).toBeVisible();
  }
  await other.close();
});

test('bad files are refused one by one with the reason, and sixty good ones beside them are taken', async () => {
  // Every file is written through to the disk before the next one; the reference machine needs a second each when busy.
  test.setTimeout(180_000);
  await openStep(page, 2);
  const strip = page.locator('[data-attachment-strip=open]').first();
  const contents: [string, Buffer][] = [
    ['空.png', Buffer.alloc(0)],
    ['半张.png', picture(200).subarray(0, 60)],
    ['改名.png', Buffer.from('MZ this is a program')],
    ['太大.png', Buffer.concat([picture(201), Buffer.alloc(25 * 1024 * 1024)])],
    ...Array.from({ length: 60 }, (_, i): [string, Buffer] => [`照片${i + 1}.png`, picture(i)]),
  ];
  const paths = contents.map(([name, bytes]) => {
    const path = join(filesFolder, name);
    writeFileSync(path, bytes);
    return path;
  });
  await strip.locator('input[type=file]').setInputFiles(paths);
  await expect(strip.getByText('已添加 60 个文件')).toBeVisible({ timeout: 100_000 });
  const report = strip.getByRole('alert');
  await expect(report).toContainText('4 个文件没有保存');
  for (const [name, reason] of [
    ['空.png', '0 字节'],
    ['半张.png', '不完整'],
    ['改名.png', '不是照片'],
    ['太大.png', '超过 20'],
  ] as const)
    await expect(report.getByRole('listitem').filter({ hasText: name })).toContainText(reason);
});

test('a form that is open keeps its text while the language changes', async () => {
  await goTo(page, '/settings');
  const name = page.getByRole('form', { name: '添加人员' }).getByLabel('姓名');
  await name.fill('写了一半的名字');
  await speak(page, 'en-US');
  await expect(page.getByRole('form', { name: 'Add a person' }).getByRole('textbox').first()).toHaveValue('写了一半的名字');
  await speak(page, 'zh-CN');
});

test('a second program on the same folder says so, and goes on once the first has ended', async () => {
  const second = await startHostProcess({ dataFolder: host.dataFolder });
  try {
    const other = await context.newPage();
    await other.goto(second.address());
    await expect(other.getByRole('heading', { name: '另一个窗口正在使用这份数据' })).toBeVisible();
    await host.kill();
    await press('重试', other);
    await expect(other.locator('input[type=password]')).toBeVisible();
    await other.close();
  } finally {
    await second.end();
  }
  await host.restart();
  await page.goto(host.address());
});

test('five wrong passcodes slow down, and none ever makes a new file', async () => {
  const database = join(host.dataFolder, 'liubu.db');
  const before = { files: readdirSync(host.dataFolder).toSorted(), inode: statSync(database).ino, bytes: statSync(database).size };
  const passcode = page.locator('input[type=password]');
  for (let i = 0; i < 5; i += 1) {
    await passcode.fill(`wrong-${i}`);
    await page.keyboard.press('Enter');
    await expect(page.getByText(i < 4 ? '口令不对' : /请等 \d+ 秒再试/)).toBeVisible();
    if (i === 4) break;
    // The complaint of this try must not be taken for that of the next.
    await passcode.fill('');
    await expect(page.getByText('口令不对')).toHaveCount(0);
  }
  await expect(passcode).toBeDisabled();
  const after = readdirSync(host.dataFolder).filter((name) => name !== 'unlock-tries.json');
  expect(after.toSorted()).toEqual(before.files.filter((name) => name !== 'unlock-tries.json'));
  expect({ inode: statSync(database).ino, bytes: statSync(database).size }).toEqual({ inode: before.inode, bytes: before.bytes });
  await page.reload();
  await expect(page.getByText(/请等 \d+ 秒再试/)).toBeVisible();
});

test('no bug came to the surface on the way', () => {
  expect(pageErrors).toEqual([]);
});
