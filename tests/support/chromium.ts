import { chromium, type Browser, type BrowserContextOptions, type LaunchOptions } from '@playwright/test';
import { readFileSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import bundled from '@sparticuz/chromium';

const manifestPath = fileURLToPath(new URL('../package.json', import.meta.resolve('@sparticuz/chromium')));
const { version } = JSON.parse(readFileSync(manifestPath, 'utf8')) as { version: string };
const major = version.split('.')[0] ?? '';

/** Flags meant for serverless hosts: they switch off the very walls that the tests look at. */
const serverlessOnly = ['--single-process', '--no-zygote', '--disable-web-security', '--disable-site-isolation-trials'];
const unwanted = (flag: string): boolean =>
  serverlessOnly.includes(flag) ||
  flag.startsWith('--headless') ||
  flag.startsWith('--window-size') ||
  flag.startsWith('--disable-features');

/** What a clerk's laptop shows. */
export const screenSize = { width: 1366, height: 768 };

export const contextDefaults: BrowserContextOptions = {
  viewport: screenSize,
  locale: 'zh-CN',
  timezoneId: 'Asia/Shanghai',
};

/** The package unpacks into the temp folder and reuses whatever lies there: each version gets a folder of its own. */
const unpackedBrowser = async (): Promise<string> => {
  const folder = join(tmpdir(), `liubu-chromium-${version}`);
  await mkdir(folder, { recursive: true });
  const before = process.env['TMPDIR'];
  process.env['TMPDIR'] = folder;
  try {
    return await bundled.executablePath();
  } finally {
    if (before === undefined) delete process.env['TMPDIR'];
    else process.env['TMPDIR'] = before;
  }
};

export const chromiumOptions = async (): Promise<LaunchOptions> => ({
  executablePath: await unpackedBrowser(),
  args: bundled.args.filter((flag) => !unwanted(flag)),
  headless: true,
});

/** A headless Chromium of the pinned version; a left-over of another version fails here and not in some test. */
export const launchChromium = async (): Promise<Browser> => {
  const browser = await chromium.launch(await chromiumOptions());
  if (browser.version().split('.')[0] === major) return browser;
  await browser.close();
  throw new Error(`expected Chromium ${major}, found ${browser.version()}`);
};
