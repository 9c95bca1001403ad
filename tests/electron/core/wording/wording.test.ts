import { createHash } from 'node:crypto';
import { expect, onTestFinished, test } from 'vitest';
import { allHandlers } from '../../../../electron/core/features.ts';
import type { Call } from '../../../../electron/core/handlers.ts';
import { print, printOldVersion } from '../../../../electron/core/workflows/document-handlers.ts';
import { createPrintShelf } from '../../../../electron/core/documents/print-shelf.ts';
import { correctDisclosure } from '../../../../electron/core/disclosures/correct-disclosure.ts';
import { wordingHere } from '../../../../electron/core/wording-here.ts';
import { keepState } from '../../../../electron/db/sync-state.ts';
import { documentLines } from '../../../../electron/db/published-rows.ts';
import { selectRows } from '../../../../electron/db/rows.ts';
import { shippedWording } from '../../../../electron/shipped/shipped-wording.ts';
import { takeDocuments } from '../../../../electron/sync/take-documents.ts';
import { disclosure } from '../../../../shared/disclosures/model.ts';
import { printedDocument } from '../../../../shared/documents/model.ts';
import { aCase, aContact, aParty, must, openFullCore, refusalOf, workAs } from '../../../support/file.ts';

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');
const { rules, topics } = shippedWording;
const topic = topics[0] as (typeof topics)[number];
const wordsWith = (zh: string) => ({ rules, topics: [{ ...topic, card: { zh, en: 'The company says so' } }] });

const setUp = async () => {
  const test = await openFullCore(onTestFinished);
  const { core, session } = test;
  const store = core.vault.current()?.store;
  if (!store) throw new Error('no file is open');
  const ports = { read: session.read, store: store.sync, ids: session.ids, sha256, log: () => undefined };
  const publish = (version: number, body: unknown) => {
    const document = { kind: 'wording-rules', version, publishedAt: '2026-03-01T00:00:00.000Z', hash: sha256(JSON.stringify(body)), body };
    takeDocuments(ports as never, { requestId: 'r', documents: [document] } as never, {});
  };
  const call = { core, session, signal: new AbortController().signal } as Call;
  const caseId = aCase(session, { insuredName: '刘洋' });
  const tell = (words: string | null) =>
    aContact(session, caseId, {
      disclosures: [{ topic: topic.id, words, understood: 'yes', card: { version: 99, zh: '假', en: 'x' } } as never],
    });
  const cards = () => selectRows(session.read, disclosure, 'case_id = ? ORDER BY at, id', [caseId]).map(({ card }) => card);
  return { ...test, store, publish, call, caseId, tell, cards };
};

test('a telling keeps the card as it read then, with its version; own words keep none, and no form can say otherwise', async () => {
  const { tell, publish, cards, session, caseId } = await setUp();
  tell(null);
  publish(3, wordsWith('公司说法三'));
  tell(null);
  tell('我自己的话');
  publish(4, wordsWith('公司说法四'));
  const shipped = { version: 0, ...topic.card };
  const third = { version: 3, zh: '公司说法三', en: 'The company says so' };
  expect(cards()).toEqual([shipped, third, null]);
  const [first] = selectRows(session.read, disclosure, 'case_id = ? ORDER BY at, id', [caseId]);
  const told = { toldTo: 'insured', toldToName: null, channel: 'phone', toldAt: session.clock.now().at, proof: 'none', understood: 'yes' };
  must(correctDisclosure(session, { caseId, disclosureId: first?.id ?? '', reason: '说错了', values: { ...told, words: null } } as never));
  expect(cards().at(-1)).toMatchObject({ version: 4, zh: '公司说法四' });
});

test('a printed paper keeps its pages and the version it used; the next print says what was told, in the words of then', async () => {
  const { tell, publish, session, options, caseId } = await setUp();
  tell(null);
  const shelf = createPrintShelf(options);
  const order = { caseId, partyId: null, kind: 'toldLedger', subjectId: null, reveal: null } as const;
  const first = must(await print(session, shelf, order));
  const page = shelf.take(first.printId);
  publish(2, { ...wordsWith('公司说法二'), topics: [{ ...topic, name: { zh: '公司要点名', en: 'Company topic' } }] });
  const second = must(await print(session, shelf, order));
  expect([first.version, second.version, second.isNew]).toEqual([1, 2, true]);
  const next = shelf.take(second.printId);
  expect(next).toContain('公司要点名');
  expect(next).toContain(topic.card.zh.slice(0, 12));
  const again = must(await printOldVersion(session, shelf, { caseId, documentId: first.documentId, reason: null }));
  expect(shelf.take(again.printId)).toBe(page);
  const versions = selectRows(session.read, printedDocument, 'case_id = ? ORDER BY version', [caseId]);
  expect(versions.map(({ wordingVersion }) => wordingVersion)).toEqual([0, 2]);
});

test('words that lack a language or that cases could not bear are refused, and the former stay', async () => {
  const { publish, session } = await setUp();
  publish(1, wordsWith('公司说法一'));
  publish(2, { rules, topics: [{ ...topic, card: { zh: '没有英文' } }] });
  expect(wordingHere(session.read)).toMatchObject({ version: 1 });
  expect(documentLines(session.read).at(-1)).toMatchObject({ version: 2, reason: 'language', place: `topics.${topic.id}.card.en` });
  publish(3, { rules, topics: [topic, topic] });
  expect(documentLines(session.read).at(-1)).toMatchObject({ version: 3, reason: 'duplicate-id' });
  publish(1, wordsWith('更旧的'));
  expect(wordingHere(session.read).bundle.topics[0]?.card.zh).toBe('公司说法一');
});

test('the file of all words reads back as nothing new; only the administrator of a company brings one in', async () => {
  const { call, session, store } = await setUp();
  const file = must(await allHandlers.wording.template(call, undefined as never)) as File;
  expect(refusalOf(await allHandlers.wording.read(call, { file }))).toBe('forbidden @ -');
  workAs(session, 'admin');
  expect(refusalOf(await allHandlers.wording.read(call, { file }))).toBe('forbidden @ -');
  store.sync.keep((db) => keepState(db, 'hub', { address: 'https://hub.example', role: 'admin' } as never));
  expect(refusalOf(await allHandlers.wording.read(call, { file }))).toBe('wording.nothing-new @ file');
  const changed = JSON.stringify({ ...wordsWith('公司说法'), rules: rules.slice(1) });
  expect(must(await allHandlers.wording.read(call, { file: new File([changed], 'words.json') }))).toEqual({
    fileName: 'words.json',
    seen: 0,
    changes: [
      { list: 'rules', id: rules[0]?.id, change: 'dropped' },
      { list: 'topics', id: topic.id, change: 'changed' },
    ],
  });
  for (const text of ['{', '[]', '{"rules":[]}'])
    expect(refusalOf(await allHandlers.wording.read(call, { file: new File([text], 'x.json') }))).toMatch(
      /wording.not-readable|sync.document-flaw/,
    );
});

test('a suggestion is put aside with a reason, for one person, and brought back', async () => {
  const { call, session } = await setUp();
  const what = { ruleId: 'companyRule', phrase: '公司规定' };
  expect(refusalOf(await allHandlers.wording.silence(call, { ...what, reason: ' ' }))).toBe('reason-needed @ reason');
  must(await allHandlers.wording.silence(call, { ...what, reason: '引用对方原话' }));
  const silenced = async () => must(await allHandlers.wording.here(call, undefined as never)).silenced;
  expect(await silenced()).toMatchObject([{ ...what, reason: '引用对方原话' }]);
  workAs(session, 'handler');
  expect(await silenced()).toEqual([]);
  must(await allHandlers.wording.silence(call, { ...what, reason: '也是引用' }));
  must(await allHandlers.wording.suggestAgain(call, what));
  expect(await silenced()).toEqual([]);
});

test('the questions of a statement and the lists of the window are those of the company', async () => {
  const { publish, call, session, caseId } = await setUp();
  expect(must(await allHandlers.wording.here(call, undefined as never))).toMatchObject({ version: 0, bundle: null });
  const fact = shippedWording.facts.find(({ firstStatement }) => firstStatement) as (typeof shippedWording.facts)[number];
  publish(5, { rules, facts: [{ ...fact, name: { zh: '公司的问法', en: 'Company name of it' } }] });
  const here = must(await allHandlers.wording.here(call, undefined as never));
  expect([here.version, here.bundle?.facts.length]).toEqual([5, shippedWording.facts.length]);
  const partyId = aParty(session, caseId);
  const value = fact.kind === 'choice' ? { kind: 'choice', choice: fact.choices?.[0]?.id } : { kind: 'text', text: '如实' };
  const said = { topic: fact.id, value, source: 'injured' };
  must(await allHandlers.facts.add(call, { caseId, partyId, saidAt: session.clock.now().at, facts: [said] } as never));
  expect(must(await allHandlers.statements.preview(call, { caseId, partyId })).text).toContain('公司的问法');
});
