import { expect, onTestFinished, test } from 'vitest';
import { revealIdNumber } from '../../../../electron/core/parties/reveal-id-number.ts';
import { addParty, editParty } from '../../../../electron/core/parties/save-party.ts';
import { findCases } from '../../../../electron/core/search/find-cases.ts';
import { openCase } from '../../../../electron/core/workflows/open-case.ts';
import { aCase, aParty, must, openFullCore, refusalOf } from '../../../support/file.ts';

/** Invented: valid check digit, born 1954-08-17, female. */
const idNumber = '140105195408170021';

const withCheckDigit = (first17: string): string => {
  const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
  const sum = weights.reduce((total, weight, i) => total + weight * Number(first17[i]), 0);
  return first17 + '10X98765432'[sum % 11];
};
const valid = withCheckDigit(idNumber.slice(0, 17));

test('an ID number fills birth date and gender and is never answered in clear', async () => {
  const { session } = await openFullCore(onTestFinished);
  const caseId = aCase(session);
  aParty(session, caseId, { idNumber: valid.replace(/^1/, '１') });
  const file = must(openCase(session, { caseId }));
  expect(file.parties[0]).toMatchObject({ bornOn: '1954-08-17', gender: 'female', idNumber: `${'*'.repeat(14)}${valid.slice(-4)}` });
  expect(JSON.stringify(file)).not.toContain(valid);
  const found = must(findCases(session, { text: valid.slice(-4), limit: 5 }));
  expect(found.map((hit) => hit.caseId)).toEqual([caseId]);
  expect(JSON.stringify(found)).not.toContain(valid.slice(6, 18));
  expect(must(findCases(session, { text: valid.slice(0, 10), limit: 5 }))).toEqual([]);
});

test.each([
  [{ name: ' ' }, 'required @ values.name'],
  [{ idNumber: '123' }, 'id-number.length @ values.idNumber'],
  [{ idNumber: `${valid.slice(0, 17)}${valid[17] === '1' ? '2' : '1'}` }, 'id-number.check-digit @ values.idNumber'],
  [{ idNumber: '140105195413170021' }, 'id-number.birth-date @ values.idNumber'],
  [{ idNumber: valid, bornOn: '1954-08-18' }, 'id-number.birth-date @ values.bornOn'],
  [{ bornOn: '2027-01-01' }, 'in-the-future @ values.bornOn'],
  [{ admittedOn: '2026-03-02', dischargedOn: '2026-03-01' }, 'ends-before-start @ values.dischargedOn'],
  [{ bornOn: '2026-02-01', admittedOn: '2026-01-31' }, 'before-birth @ values.admittedOn'],
])('a wrong value is refused at its field: %j', async (values, refusal) => {
  const { session } = await openFullCore(onTestFinished);
  const caseId = aCase(session);
  expect(refusalOf(addParty(session, { caseId, values: { name: '赵兰', ...values } }))).toBe(refusal);
});

test('a masked ID number that comes back from a form means unchanged', async () => {
  const { session } = await openFullCore(onTestFinished);
  const caseId = aCase(session);
  const partyId = aParty(session, caseId, { idNumber: valid });
  const party = must(openCase(session, { caseId })).parties[0]!;
  must(editParty(session, { caseId, partyId, seen: party.rev, values: { idNumber: party.idNumber, ward: '骨三' } }));
  expect(must(revealIdNumber(session, { caseId, partyId, reason: '核对身份' })).idNumber).toBe(valid);
  const seen = must(openCase(session, { caseId })).parties[0]!.rev;
  expect(refusalOf(editParty(session, { caseId, partyId, seen, values: { idNumber: '****' } }))).toBe('id-number.length @ values.idNumber');
});

test('the first hospital entered starts the visit clock', async () => {
  const { session, clock } = await openFullCore(onTestFinished);
  const caseId = aCase(session);
  const partyId = aParty(session, caseId);
  expect(must(openCase(session, { caseId })).clocks.map(({ kind }) => kind)).not.toContain('visit');
  clock.set('2026-03-02T03:00:00.000Z');
  must(editParty(session, { caseId, partyId, seen: 99, values: { hospital: '市二院' } }));
  const visit = must(openCase(session, { caseId })).clocks.find(({ kind }) => kind === 'visit');
  expect(visit?.dueAt.slice(0, 16)).toBe('2026-03-03T03:00');
});

test('a look at the ID number is logged every time; the reason is asked once per case and day', async () => {
  const { session, clock } = await openFullCore(onTestFinished);
  const caseId = aCase(session);
  const partyId = aParty(session, caseId, { idNumber: valid });
  const reveal = (reason: string | null) => refusalOf(revealIdNumber(session, { caseId, partyId, reason }));
  expect(reveal(null)).toBe('reason-needed @ reason');
  expect(reveal('垫付核对')).toBe('ok');
  expect(reveal(null)).toBe('ok');
  clock.set('2026-03-02T16:00:01.000Z');
  expect(reveal(null)).toBe('reason-needed @ reason');
  expect(session.read.all('SELECT reason FROM unmaskings')).toEqual([{ reason: '垫付核对' }, { reason: '垫付核对' }]);
});
