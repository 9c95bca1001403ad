import type { Browser } from '@playwright/test';
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { createPrintShelf } from '../../../../electron/core/documents/print-shelf.ts';
import { print } from '../../../../electron/core/workflows/document-handlers.ts';
import type { Printed } from '../../../../shared/documents/contract.ts';
import type { DocumentKind } from '../../../../shared/documents/model.ts';
import { launchChromium } from '../../../support/chromium.ts';
import { must, openFullCore } from '../../../support/file.ts';
import { fontsOf, pdfOf, textsOf } from '../../../support/print.ts';
import { filledCase, idNumber, tellMany, type Filled } from './filled-case.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await launchChromium();
});
afterAll(() => browser.close());

type Sheet = { texts: string[]; pdf: Buffer; printed: Printed };

type Asked = { reveal?: { reason: string } | null; tellings?: number };

const sheet = async (filled: (file: Filled) => void, kind: DocumentKind, asked: Asked = {}): Promise<Sheet> => {
  const { reveal = null, tellings = kind === 'toldLedger' ? 40 : 0 } = asked;
  const { session, options } = await openFullCore(onTestFinished);
  const file = filledCase(session);
  tellMany(session, file, tellings);
  filled(file);
  const shelf = createPrintShelf(options);
  const printed = must(await print(session, shelf, { ...file, kind, subjectId: null, reveal }));
  const pdf = await pdfOf(browser, shelf.take(printed.printId) ?? '');
  return { texts: await textsOf(pdf), pdf, printed };
};
const asItIs = (): void => undefined;

describe('what we told you and when, with 40 disclosures', () => {
  test('carries number, version, check code and running head on every page', async () => {
    const { texts, printed } = await sheet(asItIs, 'toldLedger');
    expect(texts.length).toBeGreaterThan(2);
    for (const [i, text] of texts.entries()) {
      expect(text).toContain(`第${i + 1}页/共${texts.length}页`);
      expect(text).toContain(`版本1·校验码${printed.checkCode}`);
      expect(text).toContain('报案号R2026-0417');
      expect(text).toContain('我们何时告知了您什么');
    }
  });

  test('holds every telling once, in the order of time, with the table head on each page', async () => {
    const { texts } = await sheet(asItIs, 'toldLedger');
    const order = [...texts.join('').matchAll(/第(\d+)次说明/g)].map((match) => Number(match[1]));
    expect(order).toEqual(Array.from({ length: 40 }, (_, i) => i + 1));
    for (const text of texts.filter((one) => one.includes('次说明'))) expect(text).toContain('告知的内容');
  });

  // With so many, a table that goes on from the page before ends just above the foot.
  test.each([16, 25])('never leaves a page with nothing but the places to sign, at %s tellings', async (tellings) => {
    const { texts } = await sheet(asItIs, 'toldLedger', { tellings });
    const signed = texts.filter((text) => text.includes('（签名）'));
    expect(signed).toEqual([expect.stringMatching(/次说明.*告知人（签名）.*收到人（签名）/)]);
  });

  test('carries its Chinese font inside and asks nothing of the network', async () => {
    const { pdf } = await sheet(asItIs, 'toldLedger');
    const fonts = fontsOf(pdf);
    expect(fonts.length).toBeGreaterThan(0);
    expect(fonts.every((name) => /NotoSansSC/i.test(name))).toBe(true);
  });
});

describe('the interview record', () => {
  test('asks and answers what was first said, with the ID number masked', async () => {
    const { texts } = await sheet(asItIs, 'interview');
    const text = texts.join('');
    expect(text).toContain('问：受伤之前您平时都忙些什么？做什么工作？答：在早市帮人看摊');
    expect(text).toContain('答：1,800.00元');
    expect(text).toContain('钱秀兰女儿20天月收入4,500.00元（家属代述）');
    expect(text).toContain('绿灯过马路，走到一半被右转的车碰倒，左脚踝着地。');
    expect(text).toContain(`**************${idNumber.slice(-4)}`);
    expect(text).not.toContain(idNumber);
  });

  test('shows the ID number in full once a reason was given', async () => {
    const { texts } = await sheet(asItIs, 'interview', { reveal: { reason: '笔录须载明身份' } });
    expect(texts.join('')).toContain(idNumber);
  });
});
