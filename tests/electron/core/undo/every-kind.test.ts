import { globSync, readFileSync } from 'node:fs';
import { expect, it, onTestFinished } from 'vitest';
import undoWords from '../../../../resources/locales/zh-CN/undo.json' with { type: 'json' };
import { createCore, type Core } from '../../../../electron/core/app.ts';
import type { Session } from '../../../../electron/core/session.ts';
import { selectRows } from '../../../../electron/db/rows.ts';
import { entities } from '../../../../shared/sync/entities.ts';
import { undoProblem } from '../../../../shared/undo/rules.ts';
import type { UndoLine } from '../../../../shared/undo/contract.ts';
import { testPasscode } from '../../../support/core.ts';
import { aContact, must, refusalOf } from '../../../support/file.ts';
import { addDisclosure, insertRow, voidRow } from '../../../support/review.ts';
import { settledCase } from '../../../support/settled.ts';
import { ask, attachmentOf, factOf, movedPaper, paperNamed, undoable, type Act, type Bench } from '../../../support/undo-acts.ts';

const visibleRows = ({ session, caseId }: Bench): unknown =>
  entities
    .filter(({ scope, name }) => scope === 'case' && name !== 'voiding' && name !== 'undoing')
    .map((entity) => [
      entity.name,
      selectRows(session.read, entity, 'case_id = ? AND void_reason IS NULL ORDER BY id', [caseId]).map(({ rev: _rev, ...row }) => row),
    ]);

const run = async (bench: Bench, act: Act): Promise<void> => {
  const done = await act(bench);
  if (typeof done !== 'string') must(done);
};

const lines = async (bench: Bench): Promise<UndoLine[]> => must(await ask(bench, 'undo.list', { caseId: bench.caseId })) as UndoLine[];
const newestLine = async (bench: Bench): Promise<UndoLine> => (await lines(bench))[0] as UndoLine;
const undo = (bench: Bench, changeId: string) => ask(bench, 'undo.run', { caseId: bench.caseId, changeId, reason: '撤销' });

/** A case with a row of every kind that the acts change, and a way to close the file and open it again. */
const setUp = async () => {
  const settled = await settledCase(onTestFinished);
  const { session, partyId, options, clock } = settled;
  const caseId = settled.caseId;
  const row = (entity: string, fields: object): string => insertRow(session, { caseId, entity, fields: { partyId, ...fields } });
  const bench: Bench = { session, caseId, partyId, ids: {} };
  const at = session.clock.now().at;
  const log = { counterpart: 'injured', channel: 'phone', outcome: 'reached', contactAt: at };
  const fact = { topic: 'occupation', value: { kind: 'text', text: '保洁' }, source: 'injured', saidAt: at };
  bench.ids = {
    log: row('contactLog', log),
    hidden: row('contactLog', log),
    question: row('question', { body: '何时赔', askedBy: 'injured', askedAt: at }),
    promise: row('promise', { what: '答复', side: 'us', dueAt: '2026-03-09T01:00:00.000Z' }),
    first: row('fact', fact),
    later: row('fact', { ...fact, value: { kind: 'text', text: '厨师' } }),
    treatment: row('treatmentEvent', { kind: 'stay', fromOn: '2026-02-01' }),
    doubt: row('doubt', { body: '部位不符' }),
    answered: row('doubt', { body: '旧伤' }),
    item: row('damageItem', { kind: 'nutrition', claimedFen: 100, allowedFen: 50 }),
    spare: row('damageItem', { kind: 'hospitalMeals', claimedFen: 100 }),
    bill: row('bill', { kind: 'medical', amountFen: 100 }),
    escalation: row('escalation', { kind: 'accommodation', ask: '通融', amountFen: 100 }),
    advance: row('advance', { basis: 'police-notice', amountFen: 100, payTo: 'hospital', openReason: '抢救中' }),
    scenarios: row('scenarioSet', { name: '比较', scenarios: [] }),
    complaint: row('complaint', { topic: 'delay', body: '太慢', saidBy: 'family', channel: 'phone', madeAt: at }),
    disclosure: addDisclosure(session, { caseId, partyId, toldAt: '2026-02-20T02:00:00.000Z' }),
  };
  bench.ids['deduction'] = insertRow(session, {
    caseId,
    entity: 'deduction',
    fields: { itemId: bench.ids['item'], amountFen: 50, reason: '自费', notToldBefore: true },
  });
  voidRow(session, caseId, { entity: 'contactLog', id: bench.ids['hidden'] as string });
  must(await ask(bench, 'doctors.answerDoubt', { caseId, doubtId: bench.ids['answered'], answer: '否', source: '骨科' }));
  const listed = must(await ask(bench, 'papers.list', { caseId, papers: [paperNamed(bench, '诊断证明')] })) as { ids: string[] };
  bench.ids['paper'] = listed.ids[0] as string;
  const file = must(await ask(bench, 'attachments.add', attachmentOf(bench, 'a'))) as { id: string };
  bench.ids['attachment'] = file.id;
  let core: Core = settled.core;
  const restart = async (): Promise<void> => {
    core.close();
    core = createCore({ ...options, clock });
    const mine = core;
    onTestFinished(() => mine.close());
    must(await core.vault.unlock({ passcode: testPasscode }));
    bench.session = core.session() as Session;
  };
  return { bench, restart, selfCheck: () => core.vault.selfCheck() };
};

it('takes back every kind that is not a decision, after a restart, and leaves what was seen before', async () => {
  const { bench, restart, selfCheck } = await setUp();
  const outcome: Record<string, unknown> = {};
  for (const [kind, act] of Object.entries(undoable)) {
    const before = visibleRows(bench);
    await run(bench, act);
    const line = await newestLine(bench);
    expect(line.kind, kind).toBe(kind);
    expect(visibleRows(bench), kind).not.toEqual(before);
    await restart();
    outcome[kind] = refusalOf(await undo(bench, line.changeId));
    expect(visibleRows(bench), kind).toEqual(before);
  }
  expect(outcome).toEqual(Object.fromEntries(Object.keys(undoable).map((kind) => [kind, 'ok'])));
  expect(await selfCheck()).toMatchObject({ ok: true, value: { ok: true } });
}, 60_000);

/** Kinds of one case that others have acted on, or that are evidence of what was done. */
const standing: readonly string[] = [
  'accept-offer',
  'ask-advance',
  'ask-satisfaction',
  'calculate',
  'close-case',
  'close-offer',
  'decide-advance',
  'decide-damage-item',
  'decide-escalation',
  'decide-letter',
  'decide-offer',
  'decide-step',
  'follow-up-satisfaction',
  'freeze-statement',
  'notify-missing-papers',
  'pay-advance',
  'assign-case',
  'print-document',
  'put-offer',
  'record-payment',
  'register-case',
  'reopen-case',
  'reopen-damage-item',
  'reply-to-offer',
  'reveal-id-number',
  'send-letter',
  'submit-escalation',
  'submit-offer',
  'tell-decision',
  'undo-change',
];

/** Judged by what the one change holds: a file taken over, figures renewed, a conflict settled. */
const byContent = ['import-settlement', 'recalculate', 'settle-conflict'];

/** Changes that belong to no case, or are made by nobody here. */
const outside = ['add-person', 'change-clock-rules', 'publish-standards', 'take-people'];

/** Every kind that some file of the core gives to a change. */
const kindsInCode = (): string[] => {
  const found = new Set<string>();
  for (const path of globSync('electron/core/**/*.ts')) {
    const text = readFileSync(path, 'utf8');
    if (!/commit|move\(|DraftOperation|caseId/.test(text)) continue;
    for (const [, one] of text.matchAll(/(?:kind: |\? |: )'([a-z]+-[a-z-]+)'/g)) if (one !== undefined) found.add(one);
  }
  return [...found];
};

it('knows for every kind the core makes whether it goes back, and names it in the history', () => {
  const known = [...Object.keys(undoable), 'make-offer', ...standing, ...byContent];
  const verbs = new Set([...known, ...outside].map((kind) => kind.split('-')[0]));
  const missing = kindsInCode().filter((kind) => verbs.has(kind.split('-')[0]) && ![...known, ...outside].includes(kind));
  expect(missing).toEqual([]);
  for (const kind of [...known, ...outside].filter((one) => one !== 'undo-change')) {
    const files = globSync('electron/core/**/*.ts').filter((path) => readFileSync(path, 'utf8').includes(`'${kind}'`));
    expect(
      files.length > 0 || ['record-diagnosis', 'record-estimate', 'mark-injury', 'record-treatment', 'raise-doubt'].includes(kind),
      kind,
    ).toBe(true);
  }
  expect(Object.fromEntries(standing.map((kind) => [kind, undoProblem(kind, [])?.code]))).toEqual(
    Object.fromEntries(standing.map((kind) => [kind, 'undo.decided'])),
  );
  expect(known.filter((kind) => kind !== 'undo-change' && !(kind in undoWords.kind))).toEqual([]);
});

const refused: readonly (readonly [string, string, Act])[] = [
  ['settle-promise', 'undo.one-way', (b) => ask(b, 'promises.settle', movedPromise(b))],
  ['ask-advance', 'undo.decided', (b) => ask(b, 'advances.ask', { caseId: b.caseId, advanceId: b.ids['advance'] })],
  ['submit-escalation', 'undo.decided', (b) => ask(b, 'escalations.submit', { caseId: b.caseId, escalationId: b.ids['escalation'] })],
  ['decide-damage-item', 'undo.decided', (b) => ask(b, 'damages.decideItem', { caseId: b.caseId, itemId: b.ids['item'], decided: true })],
  ['calculate', 'undo.decided', (b) => ask(b, 'settlement.calculate', { caseId: b.caseId, purpose: 'review', note: '' })],
];

const movedPromise = ({ caseId, ids }: Bench): object => ({
  caseId,
  promiseId: ids['promise'],
  to: 'moved',
  reason: '等鉴定',
  dueAt: '2026-03-20T01:00:00.000Z',
  noticeText: '已电话告知',
  noticeLogId: null,
});

it('refuses what others have acted on, with its reason, after a restart as before', async () => {
  const { bench, restart } = await setUp();
  const answers: string[] = [];
  for (const [kind, , act] of refused) {
    await run(bench, act);
    const line = await newestLine(bench);
    expect(line.kind).toBe(kind);
    await restart();
    const before = visibleRows(bench);
    answers.push(refusalOf(await undo(bench, line.changeId)));
    expect(visibleRows(bench)).toEqual(before);
  }
  expect(answers).toEqual(refused.map(([, code]) => `${code} @ -`));
});

it('takes back an offer nobody has handed in, and not the one that was', async () => {
  const { session, caseId, partyId, offer } = await settledCase(onTestFinished);
  const bench: Bench = { session, caseId, partyId, ids: {} };
  const before = visibleRows(bench);
  offer();
  const made = await newestLine(bench);
  expect(made.kind).toBe('make-offer');
  expect(refusalOf(await undo(bench, made.changeId))).toBe('ok');
  // The version that was taken back keeps its number and its hidden row; nothing else is left of it.
  expect(visibleRows(bench)).toEqual(before);
  must(await ask(bench, 'offers.submit', { caseId, offerId: offer() }));
  expect(refusalOf(await undo(bench, (await newestLine(bench)).changeId))).toBe('undo.decided @ -');
});

it('refuses a fact of a frozen statement and an answer to what came later', async () => {
  const { bench } = await setUp();
  const { caseId, partyId } = bench;
  must(await ask(bench, 'facts.add', { caseId, partyId, saidAt: bench.session.clock.now().at, facts: [factOf('incomeMonthly', 300_000)] }));
  const said = await newestLine(bench);
  const { textHash } = must(await ask(bench, 'statements.preview', { caseId, partyId })) as { textHash: string };
  const signing = { signing: 'refused', signedBy: null, signature: null, attachmentId: null, refusal: '不愿签' };
  must(await ask(bench, 'statements.freeze', { caseId, partyId, textHash, ...signing }));
  expect(refusalOf(await undo(bench, said.changeId))).toBe('undo.newer @ -');
  expect(refusalOf(await undo(bench, (await newestLine(bench)).changeId))).toBe('undo.decided @ -');
  aContact(bench.session, caseId, {});
  must(await ask(bench, 'papers.move', movedPaper(bench, 'received')));
  const received = await newestLine(bench);
  must(await ask(bench, 'papers.move', movedPaper(bench, 'checked')));
  expect(refusalOf(await undo(bench, received.changeId))).toBe('undo.newer @ -');
});
