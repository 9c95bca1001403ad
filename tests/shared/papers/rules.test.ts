import { expect, it } from 'vitest';
import papersFile from '../../../resources/wording/papers.json' with { type: 'json' };
import type { CaseFile } from '../../../shared/cases/contract.ts';
import { isLineMissing, paperLines, paperMeter } from '../../../shared/papers/checklist.ts';
import type { PaperRequest, PaperRow, PaperState } from '../../../shared/papers/model.ts';
import { noticeOf } from '../../../shared/papers/notice.ts';
import {
  belongsToCase,
  injuryCourse,
  isHeld,
  isIn,
  latePapers,
  moveNeedsReason,
  paperEffort,
  paperGate,
  papersCompleteAt,
  roundOf,
  takenBack,
} from '../../../shared/papers/rules.ts';
import type { Paper } from '../../../shared/wording/model.ts';

const wordings = papersFile.papers as unknown as readonly Paper[];
const now = '2026-11-23T02:00:00.000Z';
const base = { caseId: 'c', at: now, byPersonId: null, rev: 1, voidReason: null };
const row = (id: string, more: Partial<Record<keyof PaperRow, unknown>> = {}): PaperRow =>
  ({
    ...base,
    id,
    partyId: 'p1',
    wordingId: id,
    name: null,
    need: 'needed',
    needReason: null,
    state: 'wanted',
    firstAskedAt: null,
    askedAt: null,
    askedTimes: null,
    receivedAt: null,
    receivedFrom: null,
    original: null,
    checkedAt: null,
    refusedAt: null,
    reason: null,
    returnedAt: null,
    returnedTo: null,
    movedById: null,
    ...more,
  }) as PaperRow;
const request = (id: string, paperIds: string[], more: object = {}): PaperRequest =>
  ({ ...base, id, partyId: 'p1', paperIds, lateCount: 0, round: 1, askedAt: now, ...more }) as unknown as PaperRequest;
const file = (part: object): CaseFile =>
  ({
    case: { id: 'c', reportNumber: 'R1', insuredName: null, plate: null, liabilityShare: 100, accidentAt: null, advanceNeeded: null },
    parties: [{ ...base, id: 'p1', name: '赵某', admittedOn: null, bornOn: null }],
    facts: [],
    logs: [],
    estimates: [],
    diagnoses: [],
    treatments: [],
    items: [],
    escalations: [],
    papers: [],
    paperRequests: [],
    people: {},
    ...part,
  }) as unknown as CaseFile;

it.each<[PaperState, string | null, number, boolean, boolean]>([
  ['wanted', null, 0, false, false],
  ['asked', null, 0, false, false],
  ['received', null, 1, true, true],
  ['received', null, 0, true, false],
  ['checked', now, 1, true, true],
  ['refused', null, 1, false, true],
  ['returned', now, 1, true, false],
  ['returned', null, 1, false, false],
])('a paper that is %s (checked at %s, original %i) is in: %s, and its original held: %s', (state, checkedAt, original, inside, held) => {
  expect([isIn({ state, checkedAt }), isHeld({ state, original })]).toEqual([inside, held]);
});

it.each<[PaperState, PaperState, boolean]>([
  ['wanted', 'received', false],
  ['asked', 'received', false],
  ['asked', 'wanted', true],
  ['received', 'checked', false],
  ['received', 'refused', true],
  ['received', 'asked', true],
  ['checked', 'received', true],
  ['checked', 'returned', false],
  ['refused', 'received', false],
  ['returned', 'checked', true],
  ['returned', 'received', false],
])('from %s to %s needs a reason: %s', (from, to, needs) => {
  expect(moveNeedsReason(from, to)).toBe(needs);
});

it('a mistaken step leads back to where it came from', () => {
  const back = (state: PaperState, more: object = {}) => takenBack(row('a', { state, ...more }));
  expect([back('received'), back('received', { askedTimes: 1 }), back('checked'), back('asked')]).toEqual([
    'wanted',
    'asked',
    'received',
    'wanted',
  ]);
  expect([back('returned', { checkedAt: now }), back('returned'), back('refused'), back('wanted')]).toEqual(['checked', null, null, null]);
});

it('papers are complete when the last needed one came in, and not while one is missing, refused or nothing is listed', () => {
  const inAt = (id: string, receivedAt: string, more: object = {}) => row(id, { state: 'received', receivedAt, ...more });
  const complete = (papers: PaperRow[], partyId: string | null = 'p1') => papersCompleteAt({ papers }, partyId);
  const first = inAt('a', '2026-11-20T00:00:00.000Z');
  const last = inAt('b', '2026-11-22T00:00:00.000Z', { partyId: null });
  expect(complete([])).toBeNull();
  expect(complete([row('o', { need: 'optional' })])).toBeNull();
  expect(complete([first, last, row('o', { need: 'optional' }), row('w', { need: 'waived' })])).toBe('2026-11-22T00:00:00.000Z');
  expect(complete([first, last, row('x', { partyId: 'p2' })])).toBe('2026-11-22T00:00:00.000Z');
  expect(complete([first, last, row('x', { partyId: 'p2' })], null)).toBeNull();
  expect(complete([first, { ...last, state: 'refused' }])).toBeNull();
  expect(complete([first, { ...last, state: 'refused', voidReason: '重复' }])).toBe('2026-11-20T00:00:00.000Z');
});

it('the gate of step 4 says how many are missing, since when, and what is in our hands', () => {
  const papers = [
    row('a', { state: 'asked', askedAt: '2026-11-21T00:00:00.000Z' }),
    row('b', { state: 'asked', askedAt: '2026-11-20T00:00:00.000Z' }),
    row('c', { state: 'received', original: 1, receivedAt: now }),
  ];
  expect(paperGate({ papers }, 'p1')).toEqual({
    listed: true,
    missing: 2,
    unchecked: 1,
    held: 1,
    since: '2026-11-20T00:00:00.000Z',
    completeAt: null,
  });
  expect(paperGate({ papers: [] }, 'p1')).toMatchObject({ listed: false, missing: 0, since: null });
});

it('only what no earlier notice to the same side named is late', () => {
  const papers = [row('a'), row('b'), row('c', { partyId: null }), row('d', { partyId: 'p2' })];
  const earlier = { papers, requests: [request('r', ['a'])] };
  expect(latePapers(papers, earlier).map(({ id }) => id)).toEqual(['b']);
  expect(latePapers(papers, { papers, requests: [] })).toEqual([]);
  expect(latePapers(papers, { papers, requests: [request('r', ['a'], { voidReason: '误发' })] })).toEqual([]);
  expect([roundOf([papers[1]!], earlier), roundOf([papers[2]!], earlier)]).toEqual([2, 1]);
});

it('effort counts notices, papers, papers asked twice and late ones', () => {
  const papers = [row('a', { askedTimes: 2 }), row('b', { askedTimes: 1 }), row('c')];
  expect(paperEffort(papers, [request('r1', ['a']), request('r2', ['a', 'b'], { lateCount: 1 })])).toEqual({
    notices: 2,
    asked: 2,
    askedAgain: 1,
    late: 1,
  });
});

it('the graver course of an injury wins, and unknown counts as outpatient', () => {
  expect([
    injuryCourse({}),
    injuryCourse({ operated: true }),
    injuryCourse({ hospitalised: true, disabled: true }),
    injuryCourse({ disabled: true, dead: true }),
  ]).toEqual(['outpatient', 'inpatient', 'disabled', 'dead']);
});

it('papers of the insured side and the police belong to the accident, all others to a person', () => {
  const ofCase = wordings.filter(belongsToCase).map(({ id }) => id);
  expect(ofCase).toEqual(['claimForm', 'policyCopy', 'driverLicence', 'vehicleLicence', 'policeFinding', 'sceneProof']);
});

it('the checklist follows the injury: a stay in hospital brings its papers', () => {
  const ids = (part: object) => paperLines(file(part), 'p1', wordings).map(({ wording }) => wording?.id);
  expect(ids({})).not.toContain('dischargeRecord');
  const stay = ids({ parties: [{ ...base, id: 'p1', name: '赵某', admittedOn: '2026-11-20', bornOn: null }] });
  expect(stay).toEqual(expect.arrayContaining(['dischargeRecord', 'dailyList']));
});

it('a stored line takes the place of the derived one, and stays when the case no longer makes it necessary', () => {
  const papers = [
    row('films', { state: 'received', receivedAt: now }),
    row('dischargeRecord', { state: 'asked' }),
    row('own', { wordingId: null, name: '行车记录' }),
    row('sickNote', { partyId: 'p2' }),
  ];
  const lines = paperLines(file({ papers }), 'p1', wordings);
  const derived = paperLines(file({}), 'p1', wordings);
  expect(lines.length).toBe(derived.length + 2);
  expect(new Set(lines.map(({ key }) => key)).size).toBe(lines.length);
  expect(lines[0]?.wording?.id).toBe('claimForm');
  expect(paperMeter(lines)).toEqual({ in: 1, all: paperMeter(derived).all + 2 });
  expect(lines.filter(isLineMissing).map(({ row: one }) => one?.id ?? null)).toEqual(
    expect.arrayContaining(['dischargeRecord', 'own', null]),
  );
});

it('the papers of the accident stand alone without a person', () => {
  const lines = paperLines(file({ papers: [row('films')] }), null, wordings);
  expect(lines.every(({ partyId, wording }) => partyId === null && wording !== null && belongsToCase(wording))).toBe(true);
});

it('a notice is shown as it was given, also after later ones', () => {
  const papers = [row('films'), row('sickNote')];
  const view = file({
    papers,
    paperRequests: [request('r1', ['films']), request('r2', ['sickNote', 'films'], { askedAt: '2026-11-24T02:00:00.000Z', round: 2 })],
  });
  expect(noticeOf(view, 'r1')?.lines).toMatchObject([{ wordingId: 'films', late: false, partyName: '赵某' }]);
  expect(noticeOf(view)?.lines.map(({ wordingId, late }) => [wordingId, late])).toEqual([
    ['sickNote', true],
    ['films', false],
  ]);
  expect(noticeOf(file({}))).toBeNull();
});
