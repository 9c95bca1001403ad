import type { Browser } from '@playwright/test';
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { listDocuments } from '../../../../electron/core/documents/list-documents.ts';
import { createPrintShelf } from '../../../../electron/core/documents/print-shelf.ts';
import { contentOf, materialOf } from '../../../../electron/core/documents/render.tsx';
import { print } from '../../../../electron/core/workflows/document-handlers.ts';
import { wordingHere } from '../../../../electron/core/wording-here.ts';
import { openCase } from '../../../../electron/core/workflows/open-case.ts';
import { documentKinds, type DocumentKind } from '../../../../shared/documents/model.ts';
import { launchChromium } from '../../../support/chromium.ts';
import { must, openFullCore } from '../../../support/file.ts';
import { pdfOf, textsOf } from '../../../support/print.ts';
import { fullCase } from './full-case.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await launchChromium();
});
afterAll(() => browser.close());

/** The papers of steps 1 to 4 and 6; those of step 5 need a review. */
const kinds: readonly DocumentKind[] = [
  ...(['toldLedger', 'callback', 'notice', 'privacy', 'visit', 'interview', 'doctor', 'missingPapers'] as const),
  ...(['originals', 'advance', 'progress', 'delay', 'mediation', 'escalation', 'decision', 'handOver'] as const),
];

const opened = async () => {
  const { session, options, clock } = await openFullCore(onTestFinished);
  const full = await fullCase(session, clock);
  const material = materialOf(must(openCase(session, { caseId: full.caseId })), wordingHere(session.read));
  const party = material.own.parties[0] ?? null;
  const lines = listDocuments(session, material, { party, compared: () => null }).filter(({ kind }) => kinds.includes(kind));
  const shelf = createPrintShelf(options);
  return { ...full, session, shelf, material, party, lines };
};

/** Cells without a value, each with the title above it. */
const emptyCells = (markup: string): string[] =>
  [...markup.matchAll(/<table>(.*?)<\/table>/gs)].flatMap(([, table = '']) => {
    const titles = [...table.matchAll(/<th[ >][^<]*?>?([^<>]*)<\/th>/g)].map((match) => match[1] ?? '');
    return [...table.matchAll(/<tr[^>]*>(.*?)<\/tr>/gs)].flatMap(([, row = '']) =>
      [...row.matchAll(/<td[^>]*>(.*?)<\/td>/gs)].flatMap(([, cell = ''], i) =>
        cell.replaceAll(/<[^>]*>/g, '') === '—' ? [titles[i] ?? ''] : [],
      ),
    );
  });

/** What a filled case leaves open by its nature: a spoken diagnosis has no code, a bill no second day, and of some treatment nothing more is said. */
const openByNature: Partial<Record<DocumentKind, string[]>> = { doctor: ['编码', '金额', '说明', '止'] };

describe('of a case in which everything was captured', () => {
  test('every paper of steps 1 to 4 and 6 can be made', async () => {
    const { lines } = await opened();
    expect(documentKinds).toEqual(expect.arrayContaining([...kinds]));
    const missing = kinds.filter((kind) => !lines.some((line) => line.kind === kind && line.gap === null));
    expect(missing).toEqual([]);
  });

  test('no paper shows an empty field, but for what is open by its nature', async () => {
    const { lines, material, party } = await opened();
    const made = lines.filter(({ gap }) => gap === null);
    expect(made.length).toBeGreaterThanOrEqual(16);
    for (const line of made) {
      const escalation = material.own.escalations.find(({ id }) => id === line.subjectId) ?? null;
      const { markup } = contentOf(line.kind, material, { party: line.partyId === null ? null : party, escalation });
      expect([line.kind, [...markup.matchAll(/<dt>([^<]*)<\/dt><dd><span class="none">/g)].map((match) => match[1])]).toEqual([
        line.kind,
        [],
      ]);
      expect([line.kind, emptyCells(markup).toSorted()]).toEqual([line.kind, (openByNature[line.kind] ?? []).toSorted()]);
      expect([line.kind, markup.includes('undefined') || markup.includes('null')]).toEqual([line.kind, false]);
    }
  });

  test('every page carries title, number, page, version and check code', async () => {
    const { session, shelf, lines, caseId } = await opened();
    for (const { kind, partyId, subjectId } of lines.filter(({ gap }) => gap === null)) {
      const printed = must(await print(session, shelf, { caseId, partyId, kind, subjectId, reveal: null }));
      const texts = await textsOf(await pdfOf(browser, shelf.take(printed.printId) ?? ''));
      for (const [i, text] of texts.entries()) {
        expect([kind, text]).toEqual([kind, expect.stringContaining(`第${i + 1}页/共${texts.length}页`)]);
        expect([kind, text]).toEqual([kind, expect.stringContaining(`版本${printed.version}·校验码${printed.checkCode}`)]);
        expect([kind, text]).toEqual([kind, expect.stringContaining('报案号R2026-0417')]);
      }
    }
  }, 180_000);
});

test('a decision that was told keeps its outcome: less than asked is a part, not the whole', async () => {
  const { material, party } = await opened();
  const told = material.own.escalations[0];
  if (told === undefined) throw new Error('nothing was escalated');
  const outcome = (changes: object): string =>
    /<dt>结果<\/dt><dd>([^<]*)/.exec(contentOf('decision', material, { party, escalation: { ...told, ...changes } }).markup)?.[1] ?? '';
  expect(outcome({})).toBe('部分批准');
  expect(outcome({ decidedFen: told.amountFen })).toBe('批准');
  expect(outcome({ decidedFen: null })).toBe('不批');
});
