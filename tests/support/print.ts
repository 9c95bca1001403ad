import type { Browser } from '@playwright/test';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { printPolicy } from '../../shared/kernel/content-policy.ts';

const fontCss = fileURLToPath(import.meta.resolve('@fontsource-variable/noto-sans-sc/wght.css'));
const address = 'http://print.test/';

/** Prints a page as a headless Chromium does, under the policy of the app and with nothing but the app's own font files. */
export const pdfOf = async (browser: Browser, html: string): Promise<Buffer> => {
  const page = await browser.newPage();
  const foreign: string[] = [];
  await page.route('**/*', (route) => {
    const { origin, pathname } = new URL(route.request().url());
    if (`${origin}/` !== address) {
      foreign.push(origin);
      return route.abort();
    }
    if (pathname === '/') {
      return route.fulfill({ contentType: 'text/html; charset=utf-8', headers: { 'Content-Security-Policy': printPolicy }, body: html });
    }
    if (pathname === '/print.css') return route.fulfill({ contentType: 'text/css', body: readFileSync(fontCss) });
    return route.fulfill({ contentType: 'font/woff2', body: readFileSync(join(dirname(fontCss), pathname)) });
  });
  await page.goto(address);
  await page.evaluate(() => document.fonts.ready.then(() => document.fonts.size));
  const pdf = await page.pdf({ preferCSSPageSize: true, printBackground: true });
  await page.close();
  if (foreign.length > 0) throw new Error(`the page asked for ${foreign.join(', ')}`);
  return pdf;
};

/** The text of each page, without blanks, so that line breaks do not matter. */
export const textsOf = async (pdf: Buffer): Promise<string[]> => {
  const document = await getDocument({ data: new Uint8Array(pdf), verbosity: 0 }).promise;
  const pages = Array.from({ length: document.numPages }, async (_, i) => {
    const { items } = await (await document.getPage(i + 1)).getTextContent();
    return items
      .map((item) => ('str' in item ? item.str : ''))
      .join('')
      .replaceAll(/\s/g, '');
  });
  return Promise.all(pages);
};

/** Names of the fonts that are carried inside the file. */
export const fontsOf = (pdf: Buffer): string[] => [
  ...new Set([...pdf.toString('latin1').matchAll(/\/FontName\s*\/([\w+-]+)/g)].map((match) => match[1] ?? '')),
];
