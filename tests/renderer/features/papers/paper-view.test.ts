import { expect, it } from 'vitest';
import {
  backTo,
  actOfKey,
  canAct,
  keyOfAct,
  meantLines,
  noticeFacts,
  noticeLines,
  paperActs,
  refusalOf,
  targetOf,
} from '../../../../renderer/features/papers/paper-view.ts';
import type { CaseFile } from '../../../../shared/cases/contract.ts';
import type { PaperLine } from '../../../../shared/papers/checklist.ts';
import type { PaperRow } from '../../../../shared/papers/model.ts';

const line = (key: string, row: Partial<Record<keyof PaperRow, unknown>> | null = null, more: Partial<PaperLine> = {}): PaperLine => ({
  key,
  row:
    row === null
      ? null
      : ({ id: key, partyId: 'p1', checkedAt: null, askedTimes: null, original: 0, voidReason: null, need: 'needed', ...row } as PaperRow),
  wording: null,
  partyId: 'p1',
  need: 'needed',
  ...more,
});
const derived = line('derived');
const asked = line('asked', { state: 'asked', askedTimes: 1 });
const received = line('received', { state: 'received', askedTimes: 1, original: 1 });
const checked = line('checked', { state: 'checked', checkedAt: 'x' });
const waived = line('waived', { state: 'wanted', need: 'waived' }, { need: 'waived' });

it('every action has a letter of its own, and M is left for ticking', () => {
  const keys = paperActs.map((act) => keyOfAct[act]);
  expect(new Set(keys).size).toBe(keys.length);
  expect(keys).not.toContain('m');
  expect([actOfKey('R'), actOfKey('r'), actOfKey('q')]).toEqual(['receive', 'receive', null]);
});

it.each([
  ['notify', [true, true, false, false, false]],
  ['receive', [true, true, false, false, true]],
  ['check', [false, false, true, false, false]],
  ['refuse', [false, false, true, true, false]],
  ['giveBack', [false, false, true, false, false]],
  ['attach', [true, true, true, true, true]],
  ['waive', [true, true, false, false, true]],
  ['takeBack', [false, true, true, true, false]],
] as const)('%s fits the lines it should', (act, fits) => {
  expect([derived, asked, received, checked, waived].map((one) => canAct(act, [one]))).toEqual(fits);
});

it('nothing is done to a choice that agrees only in part', () => {
  expect(canAct('check', [received, asked])).toBe(false);
  expect(canAct('receive', [derived, asked])).toBe(true);
  expect(canAct('waive', [derived, waived])).toBe(false);
  expect(canAct('attach', [derived, asked])).toBe(false);
  expect([canAct('takeBack', [received, checked]), backTo([received, checked]), backTo([received])]).toEqual([false, null, 'asked']);
  expect(canAct('receive', [])).toBe(false);
});

it('a notice without a choice names everything that is missing, and never what is in', () => {
  const lines = [derived, asked, received, waived, line('optional', null, { need: 'optional' })];
  expect(noticeLines(lines, [], null).map(({ key }) => key)).toEqual(['derived', 'asked']);
  expect(noticeLines(lines, [received, asked], null).map(({ key }) => key)).toEqual(['asked']);
});

it('a notice without a choice keeps to one side: the one with the focus', () => {
  const police = line('police', null, { partyId: null });
  const keys = (focused: string | null) => noticeLines([police, derived, asked], [], focused).map(({ key }) => key);
  expect([keys(null), keys('asked'), keys('police')]).toEqual([['police'], ['derived', 'asked'], ['police']]);
  expect(noticeLines([line('in', { state: 'checked', checkedAt: 'x' }, { partyId: null }), derived], [], 'in')).toEqual([derived]);
});

it('before a notice goes out it says what comes late and what would be left out', () => {
  const file = {
    case: { insuredName: '孙平' },
    parties: [{ id: 'p1', name: '赵兰' }],
    papers: [asked.row],
    paperRequests: [{ id: 'r', voidReason: null, paperIds: ['asked'] }],
  } as unknown as CaseFile;
  const lines = [derived, asked, line('third')];
  const facts = noticeFacts(file, 'p1', { lines, named: [derived] });
  expect(facts).toMatchObject({ round: 2, late: [derived], toWhom: 'injured', toName: '赵兰' });
  expect(facts.left.map(({ key }) => key)).toEqual(['third']);
  const ofCase = [line('police', null, { partyId: null })];
  expect(noticeFacts(file, 'p1', { lines: ofCase, named: ofCase })).toMatchObject({
    round: 1,
    late: [],
    left: [],
    toWhom: 'insured',
    toName: '孙平',
  });
});

it('keys are about the ticked lines, else about the one with the focus', () => {
  expect(meantLines([derived, asked], new Set(['asked']), 'derived')).toEqual([asked]);
  expect(meantLines([derived, asked], new Set(), 'derived')).toEqual([derived]);
  expect(meantLines([derived, asked], new Set(), null)).toEqual([]);
});

it('a line that is no row yet tells the core what it would be', () => {
  expect([targetOf(asked), targetOf(derived)]).toEqual([{ id: 'asked' }, { partyId: 'p1', wordingId: null, name: null, need: 'needed' }]);
});

it.each([
  ['a paper that is not in, to be checked', 'check', [asked], 'check', 'asked'],
  ['a paper that is in, to be received again', 'receive', [checked], 'receive', 'checked'],
  ['papers of two states', 'check', [received, asked], 'mixed', undefined],
  ['photos of two papers', 'attach', [received, asked], 'attach', undefined],
  ['no paper at all', 'refuse', [], 'none', undefined],
  ['a notice with nothing left to name', 'notify', [], 'nothingMissing', undefined],
] as const)('a letter that does not fit says why: %s', (_, act, lines, why, against) => {
  expect(refusalOf(act, lines)).toMatchObject({ why });
  expect(refusalOf(act, lines)?.line?.key).toBe(against);
});

it('a letter that fits has nothing to explain', () => {
  expect(refusalOf('check', [received])).toBeNull();
});
