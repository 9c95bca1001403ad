import { expect, onTestFinished, test } from 'vitest';
import { changeRules, listRules } from '../../../../electron/core/clocks/change-rules.ts';
import { myClocks } from '../../../../electron/core/clocks/my-clocks.ts';
import { openCase } from '../../../../electron/core/workflows/open-case.ts';
import { listCases } from '../../../../electron/core/cases/list-cases.ts';
import { defaultLimits } from '../../../../shared/clocks/limits.ts';
import { aCase, aContact, aParty, must, openFullCore, refusalOf, workAs } from '../../../support/file.ts';

const visitIn = (visitHours: number) => ({ ...defaultLimits, visitHours });
const change = { seen: 1, ownerName: '理赔部', reason: '试行', limits: visitIn(8) };

test('only who leads or administers changes the limits, with an owner and a reason', async () => {
  const { session } = await openFullCore(onTestFinished);
  expect(refusalOf(changeRules(session, change))).toBe('forbidden @ -');
  workAs(session, 'handler');
  expect([refusalOf(changeRules(session, change)), listRules(session).mayChange]).toEqual(['forbidden @ -', false]);
  workAs(session, 'admin');
  expect(listRules(session).mayChange).toBe(true);
  expect(refusalOf(changeRules(session, { ...change, ownerName: ' ' }))).toBe('required @ ownerName');
  expect(refusalOf(changeRules(session, { ...change, reason: '' }))).toBe('reason-needed @ reason');
  expect(refusalOf(changeRules(session, change))).toBe('ok');
});

test('each change is the next version with who, when and why, and a form that saw an older one is refused', async () => {
  const { session } = await openFullCore(onTestFinished);
  workAs(session, 'supervisor', '高远');
  must(changeRules(session, change));
  expect(refusalOf(changeRules(session, change))).toBe('wrong-state @ -');
  must(changeRules(session, { ...change, seen: 2, limits: visitIn(12) }));
  const { versions } = listRules(session);
  expect(versions.map(({ version, ownerName, byName, limits }) => [version, ownerName, byName, limits.visitHours])).toEqual([
    [3, '理赔部', '高远', 12],
    [2, '理赔部', '高远', 8],
    [1, null, null, 24],
  ]);
});

test('clocks that run keep their version, later ones take the new one, and a rebuild agrees', async () => {
  const { core, session, clock } = await openFullCore(onTestFinished);
  workAs(session, 'supervisor');
  const caseId = aCase(session, { reportedAt: '2026-03-02T01:00:00.000Z' });
  aParty(session, caseId, { name: '赵兰', hospital: '市二院', hospitalKnownAt: '2026-03-02T01:00:00.000Z' });
  // A little ahead of the clock, as forms that round up may be.
  const ahead = aParty(session, caseId, { name: '孙丽', hospital: '市二院', hospitalKnownAt: '2026-03-02T01:04:00.000Z' });
  clock.advance(1);
  must(changeRules(session, change));
  const visits = () =>
    must(openCase(session, { caseId }))
      .clocks.filter(({ kind }) => kind === 'visit')
      .map(({ ruleVersion, dueAt, partyId }) => [ruleVersion, dueAt.slice(0, 16), partyId === ahead]);
  const expected = [
    [2, '2026-03-02T09:04', true],
    [1, '2026-03-03T01:00', false],
  ];
  expect(visits()).toEqual(expected);
  expect(must(core.vault.selfCheck())).toMatchObject({ ok: true });
  must(core.vault.repair());
  expect(visits()).toEqual(expected);
});

test('a case says in its file and in the list for whom it waits, since when, and under which clock', async () => {
  const { session } = await openFullCore(onTestFinished);
  const caseId = aCase(session, { reportedAt: '2026-03-02T01:00:00.000Z' });
  const partyId = aParty(session, caseId);
  aContact(session, caseId, {
    log: { counterpart: 'family', counterpartName: '赵强', partyId, step: 1 } as never,
    promises: [{ what: '寄病历', side: 'them', dueAt: '2026-03-02T03:00:00.000Z', partyId } as never],
  });
  const { waiting } = must(openCase(session, { caseId }));
  expect(waiting.map(({ clock, name, ...rest }) => [rest.partyId, clock.kind, clock.waitingFor, name])).toEqual([
    [null, 'first-callback', 'us', null],
    [partyId, 'promise', 'family', '赵强'],
  ]);
  const filter = { text: '', state: null, severity: null, ownerName: null, hospital: null, step: null, attention: null } as const;
  const page = must(listCases(session, { filter: { ...filter, sort: 'next-due', descending: false }, offset: 0, limit: 50 }, 3));
  expect(page.lines[0]?.nextClock).toMatchObject({ kind: 'promise', waitingFor: 'family', ruleVersion: null });
  expect(page.lines[0]?.nextClock?.startedAt.slice(0, 13)).toBe('2026-03-02T01');
});

test("what leaves for a calendar is one's own clocks with numbers and kinds only", async () => {
  const { session } = await openFullCore(onTestFinished);
  aCase(session, { reportNumber: 'R1', ownerName: '周岚', insuredName: '王敏' });
  aCase(session, { reportNumber: 'R2', ownerName: '别人' });
  const mine = must(myClocks(session));
  expect(mine.map(({ reportNumber, kind }) => [reportNumber, kind])).toEqual([['R1', 'first-callback']]);
  expect(JSON.stringify(mine)).not.toContain('王敏');
  workAs(session, 'admin');
  expect(refusalOf(myClocks(session))).toBe('forbidden @ -');
});

test('limits stored before advances had a clock go on with its default', async () => {
  const { session } = await openFullCore(onTestFinished);
  workAs(session, 'supervisor');
  const { advanceWorkdays: _left, ...older } = defaultLimits;
  const fields = { version: 2, ownerName: '理赔部', reason: '旧版本', limits: older };
  must(session.commit({ kind: 'test', caseId: null, ops: [{ op: 'insert', entity: 'clockRuleSet', id: session.ids.next(), fields }] }));
  expect(listRules(session).versions.map(({ limits }) => limits.advanceWorkdays)).toEqual([1, 1]);
});
