import { expect, onTestFinished, test } from 'vitest';
import { addPerson } from '../../../../electron/core/people/add-person.ts';
import { closeCase, reopenCase } from '../../../../electron/core/cases/close-case.ts';
import { editCase } from '../../../../electron/core/cases/edit-case.ts';
import { registerCase } from '../../../../electron/core/cases/register-case.ts';
import { dropView, savedViews, saveView } from '../../../../electron/core/cases/saved-views.ts';
import { voidRow } from '../../../../electron/core/cases/void-row.ts';
import { openCase } from '../../../../electron/core/workflows/open-case.ts';
import { recordContact } from '../../../../electron/core/workflows/record-contact.ts';
import type { CaseFilter } from '../../../../shared/cases/contract.ts';
import type { CaseId } from '../../../../shared/kernel/ids.ts';
import { aCase, aContact, aParty, contactInput, must, openFullCore, refusalOf, workAs } from '../../../support/file.ts';

test('registering tidies codes and makes the surveyor who registers the owner', async () => {
  const { session } = await openFullCore(onTestFinished);
  const { id } = must(
    registerCase(session, { values: { reportNumber: ' r２０２６ -77 ', plate: '晋a·8k2６1', insuredName: ' 吴青\u200b' } }),
  );
  const { case: file } = must(openCase(session, { caseId: id }));
  expect(file).toMatchObject({ reportNumber: 'R2026-77', plate: '晋A·8K261', insuredName: '吴青', ownerName: '周岚', state: 'open' });
});

test('a report number is taken once', async () => {
  const { session } = await openFullCore(onTestFinished);
  const caseId = aCase(session, { reportNumber: 'R1' });
  expect(refusalOf(registerCase(session, { values: { reportNumber: 'ｒ１' } }))).toBe('case.report-number-taken @ values.reportNumber');
  const other = aCase(session);
  const edited = editCase(session, { caseId: other, seen: 99, values: { reportNumber: 'R1' } });
  expect(refusalOf(edited)).toBe('case.report-number-taken @ values.reportNumber');
  expect(refusalOf(editCase(session, { caseId, seen: 99, values: { reportNumber: 'R1', hospital: '市二院' } }))).toBe('ok');
});

test.each([
  [{}, 'required @ values.reportNumber'],
  [{ reportNumber: '\u200b ' }, 'required @ values.reportNumber'],
  [{ reportNumber: 'R'.repeat(65) }, 'too-long @ values.reportNumber'],
  [{ reportNumber: 'R1', accidentAt: '2026-03-02T05:00:00.000Z' }, 'in-the-future @ values.accidentAt'],
  [
    { reportNumber: 'R1', accidentAt: '2026-03-01T05:00:00.000Z', reportedAt: '2026-03-01T04:00:00.000Z' },
    'ends-before-start @ values.reportedAt',
  ],
  [{ reportNumber: 'R1', accidentCourse: '长'.repeat(100_001) }, 'too-long @ values.accidentCourse'],
  [{ reportNumber: 'R1', liabilityShare: 101 }, 'invalid @ values.liabilityShare'],
])('a wrong value is refused at its field: %j', async (values, refusal) => {
  const { session } = await openFullCore(onTestFinished);
  expect(refusalOf(registerCase(session, { values }))).toBe(refusal);
});

test('exactly 100,000 characters are kept whole', async () => {
  const { session } = await openFullCore(onTestFinished);
  const caseId = aCase(session, { accidentCourse: '长'.repeat(100_000) });
  expect(must(openCase(session, { caseId })).case.accidentCourse).toHaveLength(100_000);
});

test('a stale form never overrides a newer value', async () => {
  const { session } = await openFullCore(onTestFinished);
  const caseId = aCase(session, { hospital: '市一院' });
  const seen = must(openCase(session, { caseId })).case.rev;
  must(editCase(session, { caseId, seen, values: { hospital: '市二院' } }));
  expect(refusalOf(editCase(session, { caseId, seen, values: { hospital: '省医院' } }))).toBe('conflict @ hospital');
  expect(refusalOf(editCase(session, { caseId, seen, values: { plate: '晋A1' } }))).toBe('ok');
});

test('a closed case can be read and logged, not edited, and reopens with a reason', async () => {
  const { session } = await openFullCore(onTestFinished);
  const caseId = aCase(session);
  expect(refusalOf(closeCase(session, { caseId, reason: '已赔付' }))).toBe('forbidden @ -');
  workAs(session, 'handler');
  expect(refusalOf(closeCase(session, { caseId, reason: ' ' }))).toBe('reason-needed @ reason');
  must(closeCase(session, { caseId, reason: '已赔付' }));
  expect(refusalOf(closeCase(session, { caseId, reason: '已赔付' }))).toBe('wrong-state @ -');
  expect(refusalOf(editCase(session, { caseId, seen: 99, values: { hospital: '市二院' } }))).toBe('case.closed @ -');
  expect(refusalOf(recordContact(session, contactInput(session, caseId)))).toBe('ok');
  const closed = must(openCase(session, { caseId }));
  expect([closed.case.state, closed.case.closingReason, closed.clocks]).toEqual(['closed', '已赔付', []]);
  must(reopenCase(session, { caseId, reason: '新增票据' }));
  expect(must(openCase(session, { caseId })).case.state).toBe('open');
});

test('a surveyor neither sees nor edits the case of another profile, but one whose owner nobody here bears', async () => {
  const { session } = await openFullCore(onTestFinished);
  expect(refusalOf(openCase(session, { caseId: aCase(session, { ownerName: '外地同事' }) }))).toBe('ok');
  must(addPerson(session, { name: '别人', role: 'surveyor', branch: '' }));
  const caseId = aCase(session, { ownerName: '别人' });
  expect(refusalOf(openCase(session, { caseId }))).toBe('forbidden @ -');
  expect(refusalOf(editCase(session, { caseId, seen: 9, values: {} }))).toBe('forbidden @ -');
  workAs(session, 'supervisor');
  expect(refusalOf(openCase(session, { caseId }))).toBe('ok');
});

test('the administrator opens no case', async () => {
  const { session } = await openFullCore(onTestFinished);
  const caseId = aCase(session);
  workAs(session, 'admin');
  expect(refusalOf(openCase(session, { caseId }))).toBe('forbidden @ -');
});

test('a disclosure that a deduction quotes cannot be taken back, nor the log that made it', async () => {
  const { session } = await openFullCore(onTestFinished);
  const caseId = aCase(session);
  const partyId = aParty(session, caseId);
  const logId = aContact(session, caseId, {
    disclosures: [
      { topic: 'nonListedDrugs', understood: 'yes' },
      { topic: 'faultShare', understood: 'no' },
    ],
  });
  const [quoted, free] = must(openCase(session, { caseId })).disclosures.toSorted((a, b) => b.topic.localeCompare(a.topic));
  const itemId = session.ids.next();
  must(
    session.commit({
      kind: 'add-item',
      caseId: caseId as CaseId,
      ops: [
        { op: 'insert', entity: 'damageItem', id: itemId, fields: { partyId, kind: 'medical' } },
        { op: 'insert', entity: 'deduction', id: session.ids.next(), fields: { itemId, reason: '自费药', disclosureId: quoted!.id } },
      ],
    }),
  );
  const hide = (entity: string, id: string) => refusalOf(voidRow(session, { caseId, entity, id, reason: '误录', restores: false }));
  expect(hide('disclosure', quoted!.id)).toBe('disclosure.quoted @ id');
  expect(hide('contactLog', logId)).toBe('disclosure.quoted @ id');
  expect(hide('disclosure', free!.id)).toBe('ok');
  expect(must(openCase(session, { caseId })).disclosures.find(({ id }) => id === free!.id)?.voidReason).toBe('误录');
});

test('a hidden row comes back with a reason, and only rows of the case can be hidden', async () => {
  const { session } = await openFullCore(onTestFinished);
  const caseId = aCase(session);
  const logId = aContact(session, caseId);
  const call = (changes: object) =>
    refusalOf(voidRow(session, { caseId, entity: 'contactLog', id: logId, reason: '误录', restores: false, ...changes }));
  expect(call({ reason: ' ' })).toBe('reason-needed @ reason');
  expect(call({ entity: 'stepEvent' })).toBe('invalid @ entity');
  expect(call({ caseId: aCase(session) })).toBe('not-found @ id');
  expect(call({})).toBe('ok');
  expect(call({})).toBe('wrong-state @ id');
  expect(must(openCase(session, { caseId })).steps[0]?.state).toBe('not-started');
  expect(call({ restores: true })).toBe('ok');
  expect(must(openCase(session, { caseId })).steps[0]?.state).toBe('working');
});

test('saved views keep their order, replace by name and can be dropped', async () => {
  const { session } = await openFullCore(onTestFinished);
  const filter: CaseFilter = {
    text: '',
    state: 'open',
    severity: null,
    ownerName: null,
    hospital: null,
    step: null,
    attention: null,
    sort: 'next-due',
    descending: false,
  };
  must(saveView(session, { name: ' 我的 ', filter }));
  must(saveView(session, { name: '逾期', filter: { ...filter, attention: 'overdue' } }));
  must(saveView(session, { name: '我的', filter: { ...filter, state: null } }));
  expect(must(savedViews(session)).map((view) => [view.name, view.filter.state])).toEqual([
    ['我的', null],
    ['逾期', 'open'],
  ]);
  must(dropView(session, { name: '我的' }));
  expect(must(savedViews(session)).map(({ name }) => name)).toEqual(['逾期']);
  expect(refusalOf(saveView(session, { name: ' ', filter }))).toBe('required @ name');
});
