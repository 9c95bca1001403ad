import { describe, expect, onTestFinished, test } from 'vitest';
import { voidRow } from '../../../../electron/core/cases/void-row.ts';
import { correctDisclosure } from '../../../../electron/core/disclosures/correct-disclosure.ts';
import { gapOf, materialOf, contentOf } from '../../../../electron/core/documents/render.tsx';
import { paperByKind } from '../../../../electron/core/documents/all-papers.ts';
import { createPrintShelf, type PrintShelf } from '../../../../electron/core/documents/print-shelf.ts';
import { wordingHere } from '../../../../electron/core/wording-here.ts';
import { openCase } from '../../../../electron/core/workflows/open-case.ts';
import { print, printOldVersion, type PrintInput } from '../../../../electron/core/workflows/document-handlers.ts';
import type { Session } from '../../../../electron/core/session.ts';
import { documentKinds } from '../../../../shared/documents/model.ts';
import { must, openFullCore, refusalOf } from '../../../support/file.ts';
import type { TestCore } from '../../../support/core.ts';
import { filledCase, idNumber, tellMany, type Filled } from './filled-case.ts';

type Opened = Filled & { t: TestCore; session: Session; shelf: PrintShelf };

const open = async (told = 3): Promise<Opened> => {
  const t = await openFullCore(onTestFinished);
  const file = filledCase(t.session);
  tellMany(t.session, file, told);
  return { ...file, t, session: t.session, shelf: createPrintShelf(t.options) };
};

const ledger = ({ caseId, partyId }: Filled): PrintInput => ({ caseId, partyId, kind: 'toldLedger', subjectId: null, reveal: null });
const firstTold = ({ session, caseId }: Opened): string => must(openCase(session, { caseId })).disclosures[0]?.id ?? '';

const correction = (o: Opened, disclosureId: string) =>
  correctDisclosure(o.session, {
    caseId: o.caseId,
    disclosureId,
    reason: '上次说错了期限',
    values: {
      words: '正确的期限是十天',
      toldTo: 'injured',
      toldToName: null,
      channel: 'phone',
      toldAt: o.session.clock.now().at,
      proof: 'none',
      understood: 'yes',
    },
  });

describe('versions of a printed paper', () => {
  test('stay the same while the content does, and grow by one when it changes', async () => {
    const o = await open();
    const first = must(await print(o.session, o.shelf, ledger(o)));
    const page = o.shelf.take(first.printId);
    o.t.clock.advance(60);
    const again = must(await print(o.session, o.shelf, ledger(o)));
    expect([again.version, again.isNew, again.documentId]).toEqual([1, false, first.documentId]);
    expect(o.shelf.take(again.printId)).toBe(page);
    must(correction(o, firstTold(o)));
    const next = must(await print(o.session, o.shelf, ledger(o)));
    expect([next.version, next.isNew]).toEqual([2, true]);
    expect(next.checkCode).not.toBe(first.checkCode);
  });

  test('can be printed again as they were, after the content changed', async () => {
    const o = await open();
    const first = must(await print(o.session, o.shelf, ledger(o)));
    const page = o.shelf.take(first.printId);
    must(correction(o, firstTold(o)));
    must(await print(o.session, o.shelf, ledger(o)));
    const old = must(await printOldVersion(o.session, o.shelf, { caseId: o.caseId, documentId: first.documentId, reason: null }));
    expect(o.shelf.take(old.printId)).toBe(page);
  });

  test('survive a repair of the file', async () => {
    const o = await open();
    const first = must(await print(o.session, o.shelf, ledger(o)));
    await o.t.core.vault.repair();
    const old = must(await printOldVersion(o.session, o.shelf, { caseId: o.caseId, documentId: first.documentId, reason: null }));
    expect(o.shelf.take(old.printId)).toContain(first.checkCode);
  });
});

describe('a page waiting to be printed', () => {
  test('is given out once, and not after a minute', async () => {
    const o = await open();
    const { printId } = must(await print(o.session, o.shelf, ledger(o)));
    expect(o.shelf.take(printId)).toContain('<!doctype html>');
    expect(o.shelf.take(printId)).toBeNull();
    const late = must(await print(o.session, o.shelf, ledger(o)));
    o.t.clock.advance(2);
    expect(o.shelf.take(late.printId)).toBeNull();
  });

  test('is forgotten when the file is locked', async () => {
    const o = await open();
    const { printId } = must(await print(o.session, o.t.core.prints, ledger(o)));
    o.t.core.vault.lock();
    expect(o.t.core.prints.take(printId)).toBeNull();
  });
});

describe('a disclosure in a printed letter', () => {
  test('cannot be taken back, nor the contact it was made in', async () => {
    const o = await open();
    const told = must(openCase(o.session, { caseId: o.caseId })).disclosures[0];
    const back = { caseId: o.caseId, reason: '记错了', restores: false };
    must(await print(o.session, o.shelf, ledger(o)));
    expect(refusalOf(voidRow(o.session, { ...back, entity: 'disclosure', id: told?.id ?? '' }))).toBe('disclosure.quoted @ id');
    expect(refusalOf(voidRow(o.session, { ...back, entity: 'contactLog', id: told?.logId ?? '' }))).toBe('disclosure.quoted @ id');
  });

  test('can be taken back before it was printed', async () => {
    const o = await open();
    expect(
      refusalOf(voidRow(o.session, { caseId: o.caseId, entity: 'disclosure', id: firstTold(o), reason: '记错了', restores: false })),
    ).toBe('ok');
  });

  test('is put right by a later one: both stay, the earlier struck with a pointer', async () => {
    const o = await open();
    const wrong = firstTold(o);
    must(await print(o.session, o.shelf, ledger(o)));
    must(correction(o, wrong));
    const { printId } = must(await print(o.session, o.shelf, ledger(o)));
    const page = o.shelf.take(printId) ?? '';
    expect(page).toMatch(/<tr class="struck">.*?第1次说明.*?已由第 4 条更正/s);
    expect(page).toContain('更正第 1 条');
    expect(refusalOf(correction(o, wrong))).toBe('wrong-state @ disclosureId');
  });
});

describe('what a paper may show', () => {
  test('no doubt, drift, request, mood or note of ours is in any paper for the customer', async () => {
    const o = await open();
    const marker = '可疑标记';
    const { partyId, caseId, session } = o;
    const insert = (entity: string, fields: Record<string, unknown>) => ({
      op: 'insert' as const,
      entity,
      id: session.ids.next(),
      fields: { partyId, ...fields },
    });
    must(
      session.commit({
        kind: 'test',
        caseId: caseId as never,
        ops: [
          insert('doubt', { body: `${marker}一` }),
          insert('escalation', { kind: 'suspected-fraud', ask: `${marker}二`, factsChecked: `${marker}三` }),
          insert('contactLog', {
            step: 4,
            counterpart: 'injured',
            channel: 'phone',
            outcome: 'reached',
            contactAt: session.clock.now().at,
            body: `${marker}四`,
          }),
          insert('fact', {
            topic: 'attitude',
            value: { kind: 'text', text: `${marker}五` },
            source: 'seen',
            saidAt: session.clock.now().at,
          }),
        ],
      }),
    );
    const material = materialOf(must(openCase(session, { caseId })), wordingHere(session.read));
    const subject = { party: material.own.parties[0] ?? null, escalation: null };
    const forCustomer = documentKinds.filter((kind) => paperByKind[kind].readers === 'customer' && gapOf(kind, material, subject) === null);
    expect(forCustomer.length).toBeGreaterThan(3);
    for (const kind of forCustomer) expect([kind, contentOf(kind, material, subject).markup.includes(marker)]).toEqual([kind, false]);
    expect(contentOf('handOver', material, { party: null, escalation: null }).markup).toContain(marker);
  });

  test('every kind either renders or says why not', async () => {
    const o = await open();
    const material = materialOf(must(openCase(o.session, { caseId: o.caseId })), wordingHere(o.session.read));
    const subject = { party: material.own.parties[0] ?? null, escalation: null };
    for (const kind of documentKinds) {
      const gap = gapOf(kind, material, subject);
      const { markup } = contentOf(kind, material, subject);
      expect([kind, gap !== null || markup.length > 200]).toEqual([kind, true]);
      expect(markup).not.toContain(idNumber);
    }
  });

  test('a full ID number needs a reason and leaves a trace, on any version that carries it', async () => {
    const o = await open();
    const input: PrintInput = { ...ledger(o), kind: 'interview' };
    expect(refusalOf(await print(o.session, o.shelf, { ...input, reveal: { reason: null } }))).toBe('reason-needed @ reason');
    expect(refusalOf(await print(o.session, o.shelf, { ...ledger(o), reveal: { reason: '需要' } }))).toBe('invalid @ reveal');
    const full = must(await print(o.session, o.shelf, { ...input, reveal: { reason: '笔录须载明身份' } }));
    expect(o.shelf.take(full.printId)).toContain(idNumber);
    expect(o.session.read.all('SELECT reason FROM unmaskings')).toEqual([{ reason: '笔录须载明身份' }]);
    o.t.clock.advance(3 * 24 * 60);
    const again = { caseId: o.caseId, documentId: full.documentId, reason: null };
    expect(refusalOf(await printOldVersion(o.session, o.shelf, again))).toBe('reason-needed @ reason');
  });

  test('text that looks like markup or CSS stays text', async () => {
    const o = await open();
    must(
      o.session.commit({
        kind: 'test',
        caseId: o.caseId as never,
        ops: [
          {
            op: 'insert',
            entity: 'disclosure',
            id: o.session.ids.next(),
            fields: {
              partyId: o.partyId,
              topic: 'keepOriginals',
              words: '</main><script>x</script>',
              toldTo: 'injured',
              channel: 'phone',
              toldAt: o.session.clock.now().at,
              proof: 'none',
              understood: 'yes',
            },
          },
        ],
      }),
    );
    const { printId } = must(await print(o.session, o.shelf, ledger(o)));
    expect(o.shelf.take(printId)).not.toContain('<script');
  });
});
