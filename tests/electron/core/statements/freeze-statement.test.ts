import { expect, it, onTestFinished } from 'vitest';
import { addFacts } from '../../../../electron/core/facts/add-facts.ts';
import { closeDrift, ownDrift, reopenDrift } from '../../../../electron/core/facts/settle-drift.ts';
import { voidRow } from '../../../../electron/core/cases/void-row.ts';
import { loadSnapshot } from '../../../../electron/core/case-snapshot.ts';
import { projectors } from '../../../../electron/core/workflows/projectors.ts';
import { verifyStatement } from '../../../../electron/core/statements/verify-statement.ts';
import { sha256 } from '../../../../electron/core/statement-operations.ts';
import { findRow, selectRows } from '../../../../electron/db/rows.ts';
import { drift } from '../../../../shared/facts/drift-model.ts';
import { statement } from '../../../../shared/statements/model.ts';
import { unsoundPart } from '../../../../shared/statements/rules.ts';
import { openTestCore } from '../../../support/core.ts';
import { atBedside, freeze, previewOf, signature, textValue } from './frozen.ts';

const opened = async () => atBedside((await openTestCore(onTestFinished, { projectors })).session);
const codeOf = (done: { ok: true } | { ok: false; error: { code: string } }): string => (done.ok ? 'ok' : done.error.code);

it('shows the text with value, speaker and time of every topic, and names what nobody asked', async () => {
  const bedside = await opened();
  bedside.say('occupation', textValue('超市收银员'));
  bedside.say('incomeMonthly', { kind: 'money', amountFen: 300_000 });
  const preview = previewOf(bedside);
  expect(preview.text).toMatch(/首次陈述记录\n报案号：TEST-.*\n伤者：罗桂珍\n/);
  expect(preview.text).toMatch(/1\. 职业：超市收银员（伤者本人 罗桂珍，\d{4}-\d\d-\d\d \d\d:\d\d）\n/);
  expect(preview.text).toContain('3,000.00 元');
  expect(preview.textHash).toBe(sha256(preview.text));
  expect(preview.saidTopics).toEqual(['occupation', 'incomeMonthly']);
  expect(preview.unsaidTopics).toContain('dependants');
});

it('freezes the shown text with its signature, and step 2 sees it', async () => {
  const bedside = await opened();
  const factId = bedside.say('occupation', textValue('超市收银员'));
  const done = freeze(bedside);
  if (!done.ok) throw new Error(done.error.code);
  const row = findRow(bedside.session.read, statement, done.value.id);
  expect(row).toMatchObject({
    state: 'frozen',
    signing: 'screen',
    signedBy: '罗桂珍',
    signature,
    facts: [{ topic: 'occupation', factId }],
  });
  expect(loadSnapshot(bedside.session.read, bedside.caseId)?.parties[0]?.statementFrozen).toBe(true);
  expect(verifyStatement(bedside.session, { caseId: bedside.caseId, statementId: done.value.id })).toEqual({
    ok: true,
    value: { broken: null },
  });
});

it('binds the signature to the text: one character more, another stroke or another fact breaks it', async () => {
  const bedside = await opened();
  bedside.say('occupation', textValue('超市收银员'));
  const done = freeze(bedside);
  const row = findRow(bedside.session.read, statement, done.ok ? done.value.id : '');
  if (!row) throw new Error('nothing frozen');
  for (let at = 0; at < row.text.length; at += 7) {
    const text = `${row.text.slice(0, at)}变${row.text.slice(at + 1)}`;
    expect(unsoundPart({ ...row, text }, sha256)).toBe('text');
    expect(unsoundPart({ ...row, text, textHash: sha256(text) }, sha256)).toBe('seal');
  }
  const strokes = [
    [10, 60, 40, 21, 80, 90],
    [100, 40, 180, 80],
  ];
  expect(unsoundPart({ ...row, signature: { ...signature, strokes } }, sha256)).toBe('seal');
  expect(unsoundPart({ ...row, signedBy: '别人' }, sha256)).toBe('seal');
  expect(unsoundPart({ ...row, facts: [{ topic: 'occupation', factId: 'another' }] }, sha256)).toBe('seal');
});

it('asks for what the way of signing needs', async () => {
  const bedside = await opened();
  bedside.say('occupation', textValue('超市收银员'));
  expect(codeOf(freeze(bedside, { signature: null }))).toBe('statement.unsigned');
  expect(codeOf(freeze(bedside, { signing: 'paper' }))).toBe('statement.unsigned');
  expect(codeOf(freeze(bedside, { signing: 'paper', attachmentId: bedside.partyId }))).toBe('not-found');
  expect(codeOf(freeze(bedside, { signing: 'refused', refusal: '  ' }))).toBe('statement.unsigned');
  expect(codeOf(freeze(bedside, { signing: 'refused', refusal: '要等儿子来' }))).toBe('ok');
  expect(selectRows(bedside.session.read, statement, 'TRUE')[0]).toMatchObject({ signature: null, refusal: '要等儿子来' });
});

it('freezes nothing that was not said, not shown, or frozen before', async () => {
  const bedside = await opened();
  expect(codeOf(freeze(bedside))).toBe('statement.nothing-said');
  bedside.say('occupation', textValue('超市收银员'));
  const { textHash } = previewOf(bedside);
  bedside.say('employer', textValue('安邦物业'));
  expect(codeOf(freeze(bedside, { textHash }))).toBe('statement.text-changed');
  expect(codeOf(freeze(bedside))).toBe('ok');
  expect(codeOf(freeze(bedside))).toBe('statement.already-frozen');
});

it('refuses to hide a frozen fact, and takes every later value beside it', async () => {
  const bedside = await opened();
  const { session, caseId, partyId } = bedside;
  const first = bedside.say('incomeMonthly', { kind: 'money', amountFen: 300_000 });
  expect(codeOf(freeze(bedside))).toBe('ok');
  expect(codeOf(voidRow(session, { caseId, entity: 'fact', id: first, reason: '记错', restores: false }))).toBe('statement.frozen');
  const later = bedside.say('incomeMonthly', { kind: 'money', amountFen: 800_000 });
  expect(codeOf(voidRow(session, { caseId, entity: 'fact', id: later, reason: '记错', restores: false }))).toBe('ok');
  const facts = [{ topic: 'incomeMonthly', value: { kind: 'money' as const, amountFen: 1 }, source: 'paper' as const, sourceName: '流水' }];
  expect(codeOf(addFacts(session, { caseId, partyId, saidAt: session.clock.now().at, facts }))).toBe('ok');
});

it('keeps a drift open with an owner, and closes it only with a paper', async () => {
  const bedside = await opened();
  const { session, caseId } = bedside;
  const firstFactId = bedside.say('incomeMonthly', { kind: 'money', amountFen: 300_000 });
  const laterFactId = bedside.say('incomeMonthly', { kind: 'money', amountFen: 800_000 });
  const other = bedside.say('occupation', textValue('电工'));
  const about = { caseId, firstFactId, laterFactId };
  expect(codeOf(ownDrift(session, { ...about, ownerName: ' ' }))).toBe('required');
  expect(codeOf(ownDrift(session, { ...about, laterFactId: other, ownerName: '周岚' }))).toBe('not-found');
  expect(codeOf(ownDrift(session, { ...about, ownerName: '周岚' }))).toBe('ok');
  expect(codeOf(closeDrift(session, { ...about, paper: '', finding: '三千' }))).toBe('required');
  expect(codeOf(closeDrift(session, { ...about, paper: '工资流水', finding: '三千属实' }))).toBe('ok');
  expect(codeOf(closeDrift(session, { ...about, paper: '工资流水', finding: '三千属实' }))).toBe('wrong-state');
  const rows = selectRows(session.read, drift, 'TRUE');
  expect(rows).toMatchObject([{ state: 'closed', ownerName: '周岚', paper: '工资流水', topic: 'incomeMonthly' }]);
  expect(codeOf(reopenDrift(session, { caseId, driftId: rows[0]?.id ?? '' }))).toBe('ok');
  expect(selectRows(session.read, drift, 'TRUE')).toMatchObject([{ state: 'open', paper: null }]);
});
