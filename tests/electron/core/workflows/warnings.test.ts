import { expect, onTestFinished, test } from 'vitest';
import { closeCase } from '../../../../electron/core/cases/close-case.ts';
import { dismissWarning, restoreWarnings } from '../../../../electron/core/clocks/dismiss-warning.ts';
import type { Session } from '../../../../electron/core/session.ts';
import { warnings } from '../../../../electron/core/workflows/warnings.ts';
import { shippedPack } from '../../../../electron/shipped/shipped-pack.ts';
import { yearsAfter } from '../../../../shared/clocks/warnings.ts';
import type { CaseId } from '../../../../shared/kernel/ids.ts';
import { aCase, aParty, must, openFullCore, refusalOf, workAs } from '../../../support/file.ts';
import { insertRow } from '../../../support/review.ts';

const now = '2026-03-02T02:00:00.000Z';

const setUp = async () => {
  const test = await openFullCore(onTestFinished);
  test.clock.set(now);
  workAs(test.session, 'handler');
  return test;
};

/** What is said under one code: years, versions or days. */
const said = (session: Session, code: string): string[] =>
  must(warnings(session))
    .warnings.filter((one) => one.code === code)
    .map((one) => one.key.split(' ').slice(3).join(' '));

const basis = (session: Session, caseId: string, fields: object): void => {
  insertRow(session, { caseId: caseId as CaseId, entity: 'calculationBasis', fields: { vehicles: [], ...fields } });
};

test('a case that ends when the last year is not the year used is named, with both years', async () => {
  const { session } = await setUp();
  const [soon, later, judged] = [aCase(session), aCase(session), aCase(session)];
  basis(session, soon, { statistics: { forumRegion: '山西', year: 2025 }, expectedOn: '2026-12-30' });
  basis(session, later, { statistics: { forumRegion: '山西', year: 2025 }, expectedOn: '2027-02-01' });
  basis(session, judged, { statistics: { forumRegion: '山西', year: 2020, debateEndedOn: '2021-05-01' }, expectedOn: '2027-02-01' });
  const found = must(warnings(session)).warnings.filter(({ code }) => code === 'statistics-year');
  expect(found.map((one) => [('caseId' in one && one.caseId) || '', one])).toEqual([
    [later, expect.objectContaining({ usedYear: 2025, thenYear: 2026, expectedOn: '2027-02-01' })],
  ]);
});

test('without an expected end it is about today', async () => {
  const { session } = await setUp();
  basis(session, aCase(session), { statistics: { forumRegion: '山西', year: 2023 } });
  const [found] = must(warnings(session)).warnings;
  expect(found).toMatchObject({ code: 'statistics-year', usedYear: 2023, thenYear: 2025, expectedOn: null });
});

test('a later value of a second basis stands over the first', async () => {
  const { session } = await setUp();
  const caseId = aCase(session);
  basis(session, caseId, { statistics: { forumRegion: '山西', year: 2025 }, expectedOn: '2027-02-01' });
  basis(session, caseId, { expectedOn: '2026-10-01' });
  expect(said(session, 'statistics-year')).toEqual([]);
});

test.each([
  ['1966-05-20', null, ['60 2026-05-20']],
  ['1966-06-20', null, []],
  ['1966-06-20', '2026-08-01', ['60 2026-06-20']],
  ['1951-04-01', null, ['75 2026-04-01']],
  ['1966-03-02', null, []],
  ['1990-01-01', '2026-12-01', []],
] as const)('who was born on %s, with an end on %s: %j', async (bornOn, expectedOn, found) => {
  const { session } = await setUp();
  const caseId = aCase(session);
  aParty(session, caseId, { name: '赵兰', bornOn });
  if (expectedOn !== null) basis(session, caseId, { expectedOn });
  expect(said(session, 'age-step')).toEqual(found);
});

test('who is graded already keeps the years, whatever birthday comes', async () => {
  const { session } = await setUp();
  const caseId = aCase(session);
  const partyId = aParty(session, caseId, { bornOn: '1966-05-20' });
  insertRow(session, { caseId: caseId as CaseId, entity: 'partyBasis', fields: { partyId, gradedOn: '2026-02-01' } });
  expect(said(session, 'age-step')).toEqual([]);
});

test.each([
  ['2023-05-20T02:00:00.000Z', ['2026-05-20']],
  ['2023-06-20T02:00:00.000Z', []],
  ['2023-02-20T02:00:00.000Z', ['2026-02-20']],
  ['2022-12-20T02:00:00.000Z', []],
] as const)('an accident at %s nobody has agreed about: the three years end on %j', async (accidentAt, found) => {
  const { session } = await setUp();
  aCase(session, { accidentAt });
  expect(said(session, 'limitation-tort')).toEqual(found);
});

test('an agreed offer stops the one limitation; unpaid for nearly two years it starts the other', async () => {
  const { session } = await setUp();
  const caseId = aCase(session, { accidentAt: '2023-05-20T02:00:00.000Z' });
  const partyId = aParty(session, caseId, { name: '赵兰' });
  const id = insertRow(session, { caseId: caseId as CaseId, entity: 'offer', fields: { partyId, version: 1, amountFen: 100 } });
  const move = (from: string, to: string, facts: object) =>
    must(
      session.commit({
        kind: 'test',
        caseId: caseId as CaseId,
        ops: [{ op: 'transition', entity: 'offer', id, from, to, facts: facts as never }],
      }),
    );
  move('draft', 'put', {});
  move('put', 'accepted', { answeredAt: '2024-04-10T02:00:00.000Z' });
  expect([said(session, 'limitation-tort'), said(session, 'limitation-insurance')]).toEqual([[], ['2026-04-10']]);
  move('accepted', 'paid', { paidAt: now });
  expect(said(session, 'limitation-insurance')).toEqual([]);
});

test('an old list of standards and a case under an older one are both said', async () => {
  const { session, clock } = await setUp();
  const caseId = aCase(session);
  basis(session, caseId, { packVersion: '2020.1' });
  expect(must(warnings(session)).warnings).toMatchObject([{ code: 'pack-newer', used: '2020.1', inForce: shippedPack.version }]);
  clock.set(`${yearsAfter(shippedPack.issuedOn, 1)}T02:00:00.000Z`);
  expect(must(warnings(session)).warnings.map(({ code }) => code)).toContain('pack-out-of-date');
});

test('what was put away stays away for this person until it says something else; a claim that lapses cannot be', async () => {
  const { session } = await setUp();
  const caseId = aCase(session, { accidentAt: '2023-05-20T02:00:00.000Z' });
  basis(session, caseId, { statistics: { forumRegion: '山西', year: 2024 }, expectedOn: '2026-10-01' });
  const keyOf = (code: string): string => must(warnings(session)).warnings.find((one) => one.code === code)?.key ?? '';
  expect(refusalOf(dismissWarning(session, { key: keyOf('limitation-tort') }))).toBe('forbidden @ key');
  must(dismissWarning(session, { key: keyOf('statistics-year') }));
  expect(must(warnings(session))).toMatchObject({ count: 1, dismissed: 1, warnings: [{ code: 'limitation-tort' }] });
  basis(session, caseId, { expectedOn: '2027-10-01' });
  expect(must(warnings(session))).toMatchObject({ count: 2, dismissed: 0 });
  must(restoreWarnings(session, { key: null }));
  workAs(session, 'supervisor');
  expect(must(warnings(session)).dismissed).toBe(0);
});

test('a surveyor hears of the own cases, closed cases of nobody, the administrator of none', async () => {
  const { session } = await setUp();
  aCase(session, { accidentAt: '2023-05-20T02:00:00.000Z', ownerName: 'handler one' });
  const closed = aCase(session, { accidentAt: '2023-05-21T02:00:00.000Z' });
  must(closeCase(session, { caseId: closed, reason: '付清' }));
  expect(said(session, 'limitation-tort')).toEqual(['2026-05-20']);
  workAs(session, 'surveyor', '李查');
  expect(said(session, 'limitation-tort')).toEqual([]);
  workAs(session, 'admin', '管理');
  expect(refusalOf(warnings(session))).toBe('forbidden @ -');
});

test('a leap day is followed by the last of February', () => {
  expect([yearsAfter('2024-02-29', 3), yearsAfter('2023-05-20', 3), yearsAfter('2024-02-29', -4)]).toEqual([
    '2027-02-28',
    '2026-05-20',
    '2020-02-29',
  ]);
});
