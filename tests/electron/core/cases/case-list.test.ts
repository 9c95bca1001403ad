import { expect, onTestFinished, test } from 'vitest';
import { addPerson } from '../../../../electron/core/people/add-person.ts';
import { closeCase } from '../../../../electron/core/cases/close-case.ts';
import { filterChoices } from '../../../../electron/core/cases/filter-choices.ts';
import { listCases } from '../../../../electron/core/cases/list-cases.ts';
import { pageSql } from '../../../../electron/core/cases/list-rows.ts';
import { listWhere } from '../../../../electron/core/cases/list-where.ts';
import type { Session } from '../../../../electron/core/session.ts';
import { decideStep } from '../../../../electron/core/steps/decide-step.ts';
import { caseSorts, type CaseFilter } from '../../../../shared/cases/contract.ts';
import { aCase, aContact, aParty, must, openFullCore, refusalOf, workAs } from '../../../support/file.ts';

const plain: CaseFilter = {
  text: '',
  state: null,
  severity: null,
  ownerName: null,
  hospital: null,
  step: null,
  attention: null,
  sort: 'report-number',
  descending: false,
};

const list = (session: Session, filter: Partial<CaseFilter> = {}, page: { offset?: number; limit?: number } = {}) =>
  must(listCases(session, { filter: { ...plain, ...filter }, offset: 0, limit: 50, ...page }, 3));

const numbers = (session: Session, filter: Partial<CaseFilter> = {}) => {
  const { lines, total } = list(session, filter);
  expect(total).toBe(lines.length);
  return lines.map(({ reportNumber }) => reportNumber);
};

test('a line carries names, dots, the next clock and the last contact', async () => {
  const { session } = await openFullCore(onTestFinished);
  const caseId = aCase(session, { reportNumber: 'R1', insuredName: '王敏', plate: '晋A1', severity: 'serious' });
  aParty(session, caseId, { name: '赵兰', hospital: '市二院' });
  aParty(session, caseId, { name: '李强' });
  expect(list(session).lines[0]).toMatchObject({
    id: caseId,
    reportNumber: 'R1',
    insuredName: '王敏',
    plate: '晋A1',
    partyNames: ['赵兰', '李强'],
    partyCount: 2,
    hospital: '市二院',
    severity: 'serious',
    ownerName: '周岚',
    state: 'open',
    dots: Array.from({ length: 6 }, () => 'not-started'),
    nextClock: { kind: 'first-callback', basis: 'company' },
    lastContactAt: null,
  });
  const at = session.clock.now().at;
  aContact(session, caseId, { log: { contactAt: at } });
  const [line] = list(session).lines;
  expect([line?.dots[0], line?.lastContactAt, line?.nextClock?.kind]).toEqual(['working', at, 'visit']);
});

test('every filter finds what it says', async () => {
  const { session, clock } = await openFullCore(onTestFinished);
  workAs(session, 'supervisor');
  clock.set('2026-03-02T01:00:00.000Z');
  const one = aCase(session, { reportNumber: 'R1', insuredName: '王敏', hospital: '市一院', ownerName: '周岚', severity: 'serious' });
  const two = aCase(session, { reportNumber: 'R2', insuredName: '郑和', hospital: '市二院', ownerName: '钱七' });
  aCase(session, { reportNumber: 'R3' });
  aContact(session, one);
  must(decideStep(session, { caseId: two, partyId: null, step: 1, event: 'waived', reason: '同一人', silentDays: 3 }));
  expect(numbers(session, { text: '王敏' })).toEqual(['R1']);
  expect(numbers(session, { text: 'zh' })).toEqual(['R2']);
  expect(numbers(session, { text: '。' })).toEqual([]);
  expect(numbers(session, { severity: 'serious' })).toEqual(['R1']);
  expect(numbers(session, { ownerName: '钱七' })).toEqual(['R2']);
  expect(numbers(session, { hospital: '市一院' })).toEqual(['R1']);
  expect(numbers(session, { step: { step: 1, state: 'waived' } })).toEqual(['R2']);
  expect(numbers(session, { step: { step: 1, state: 'working' } })).toEqual(['R1']);
  expect(numbers(session, { attention: 'overdue' })).toEqual([]);
  clock.set('2026-03-02T09:00:00.000Z');
  expect(numbers(session, { attention: 'overdue' })).toEqual(['R3']);
  clock.set('2026-03-04T12:00:00.000Z');
  aContact(session, two);
  clock.set('2026-03-06T01:00:00.000Z');
  expect(numbers(session, { attention: 'silent' })).toEqual(['R1', 'R3']);
  must(closeCase(session, { caseId: one, reason: '已赔付' }));
  expect(numbers(session, { attention: 'silent' })).toEqual(['R3']);
  expect(numbers(session, { state: 'closed' })).toEqual(['R1']);
  expect(numbers(session, { state: 'open', ownerName: '周岚' })).toEqual([]);
  expect(must(filterChoices(session))).toEqual({ ownerNames: ['周岚', '钱七'].toSorted(), hospitals: ['市一院', '市二院'] });
});

test('sorts go both ways, a case without a running clock stands behind the others, and pages do not overlap', async () => {
  const { session, clock } = await openFullCore(onTestFinished);
  workAs(session, 'supervisor');
  clock.set('2026-03-02T03:00:00.000Z');
  aCase(session, { reportNumber: 'R1', reportedAt: '2026-03-02T02:00:00.000Z' });
  aCase(session, { reportNumber: 'R2', reportedAt: '2026-03-02T01:00:00.000Z' });
  const third = aCase(session, { reportNumber: 'R3', reportedAt: '2026-03-02T00:00:00.000Z' });
  must(decideStep(session, { caseId: third, partyId: null, step: 1, event: 'waived', reason: '同一人', silentDays: 3 }));
  expect(numbers(session, { sort: 'next-due' })).toEqual(['R2', 'R1', 'R3']);
  expect(numbers(session, { sort: 'reported', descending: true })).toEqual(['R1', 'R2', 'R3']);
  expect(numbers(session, { sort: 'report-number', descending: true })).toEqual(['R3', 'R2', 'R1']);
  const pages = [0, 1, 2, 3].map((offset) => list(session, {}, { offset, limit: 1 }));
  expect(pages.map(({ lines, total }) => [lines[0]?.reportNumber, total])).toEqual([
    ['R1', 3],
    ['R2', 3],
    ['R3', 3],
    [undefined, 3],
  ]);
});

test('a surveyor does not list the cases of another profile, an administrator lists none', async () => {
  const { session } = await openFullCore(onTestFinished);
  must(addPerson(session, { name: '别人', role: 'surveyor', branch: '' }));
  aCase(session, { reportNumber: 'R1' });
  aCase(session, { reportNumber: 'R2', ownerName: '别人' });
  expect(numbers(session)).toEqual(['R1']);
  workAs(session, 'handler');
  expect(numbers(session)).toEqual(['R1', 'R2']);
  workAs(session, 'admin');
  expect(refusalOf(listCases(session, { filter: plain, offset: 0, limit: 5 }, 3))).toBe('forbidden @ -');
});

test('the total of an unfiltered list follows closing, reopening and a new owner', async () => {
  const { session } = await openFullCore(onTestFinished);
  workAs(session, 'handler');
  const ids = ['R1', 'R2', 'R3'].map((reportNumber) => aCase(session, { reportNumber, ownerName: '甲' }));
  must(closeCase(session, { caseId: ids[0]!, reason: '完' }));
  expect([list(session).total, list(session, { state: 'open' }).total, list(session, { ownerName: '甲' }).total]).toEqual([3, 2, 3]);
  expect(session.read.all('SELECT state, owner_name, n FROM case_counts ORDER BY 1')).toEqual([
    { state: 'closed', owner_name: '甲', n: 1 },
    { state: 'open', owner_name: '甲', n: 2 },
  ]);
});

test.each(caseSorts.flatMap((sort) => [true, false].map((descending) => ({ sort, descending }))))(
  'the list walks one index without sorting: %j',
  async (order) => {
    const { session } = await openFullCore(onTestFinished);
    const around = { scope: { sql: "s.owner_name IN (?, '')", params: ['周岚'] }, now: session.clock.now().at, silentDays: 3 };
    const where = listWhere({ ...plain, state: 'open', ...order }, around)!;
    const plan = session.read
      .all<{ detail: string }>(`EXPLAIN QUERY PLAN ${pageSql(where.sql, order)}`, ...where.params, 50, 0)
      .map(({ detail }) => detail);
    expect(plan).toEqual([expect.stringMatching(/^SCAN s USING INDEX case_summaries_/)]);
  },
);
