import { describe, expect, test } from 'vitest';
import { canDecide, dotsOf, needsReason, stepsOf } from '../../../shared/steps/rules.ts';
import type { CaseSnapshot, EscalationSnapshot, PartySnapshot } from '../../../shared/steps/snapshot.ts';
import { caseSnapshot, partySnapshot, stepEventOf } from '../../support/snapshot.ts';

const limits = { silentDays: 3, now: '2026-03-05T02:00:00.000Z' };

const view = (file: CaseSnapshot, step: number, partyId: string | null = step === 1 || step === 6 ? null : 'party-1') =>
  stepsOf(file, limits).find((one) => one.step === step && one.partyId === partyId)!;

const unmetOf = (file: CaseSnapshot, step: number) => view(file, step).unmet.map(({ code }) => code);

const ofParty = (changes: Partial<PartySnapshot>) => caseSnapshot({ parties: [partySnapshot(changes)] });

describe('gates', () => {
  const callback: [string, Partial<CaseSnapshot>, string[], number][] = [
    ['nothing done', {}, ['callback.no-contact', 'callback.costs-not-told', 'callback.papers-not-listed', 'callback.no-next-date'], 0],
    [
      'an unanswered call completes nothing',
      { callbackLogs: 3 },
      ['callback.no-contact', 'callback.costs-not-told', 'callback.papers-not-listed', 'callback.no-next-date'],
      0,
    ],
    ['reached, costs told', { firstReachedAt: limits.now, costsTold: true }, ['callback.papers-not-listed', 'callback.no-next-date'], 50],
    ['all told', { firstReachedAt: limits.now, costsTold: true, papersListed: true, nextDatePromised: true }, [], 100],
  ];
  test.each(callback)('callback: %s', (...[, changes, unmet, percent]) => {
    const file = caseSnapshot(changes);
    expect([unmetOf(file, 1), view(file, 1).percent]).toEqual([unmet, percent]);
  });

  const perParty: [number, string, Partial<PartySnapshot>, string[]][] = [
    [2, 'nothing seen', {}, ['visit.no-statement', 'visit.no-photo', 'visit.no-privacy-notice']],
    [2, 'only one of two photos', { statementFrozen: true, identityPhotos: 2, privacyNoticeGiven: true }, ['visit.no-photo']],
    [2, 'a reason instead of photos', { statementFrozen: true, noPhotoReason: true, privacyNoticeGiven: true }, []],
    [2, 'said much, frozen nothing', { statementTopics: 9, noPhotoReason: true, privacyNoticeGiven: true }, ['visit.no-statement']],
    [3, 'nothing said', {}, ['doctor.no-diagnosis', 'doctor.no-estimate']],
    [3, 'a doubt nobody owns', { diagnosesCoded: 1, estimates: 1, doubtsWithoutOwner: 1 }, ['doctor.open-doubt-without-owner']],
    [3, 'a doubt with an owner may stay open', { diagnosesCoded: 1, estimates: 1, doubtsOpen: 1 }, []],
    [4, 'never spoken to', {}, ['follow.treatment-open', 'follow.silent']],
    [4, 'silent for four days', { lastReachedAt: '2026-03-01T01:00:00.000Z' }, ['follow.treatment-open', 'follow.silent']],
    [4, 'spoken to yesterday', { lastReachedAt: '2026-03-04T01:00:00.000Z' }, ['follow.treatment-open']],
    [4, 'treatment over, a promise open', { treatmentEnded: true, openPromises: 2 }, ['follow.promise-open']],
    [4, 'a lump sum agreed', { offer: 'accepted' }, []],
    [5, 'no items', {}, ['review.no-items', 'review.item-open', 'review.deduction-not-tied', 'review.offer-open']],
    [
      5,
      'one item open, one deduction untied',
      { items: 2, itemsOpen: 1, deductionsNotTied: 1, offer: 'put' },
      ['review.item-open', 'review.deduction-not-tied', 'review.offer-open'],
    ],
    [5, 'decided and answered', { items: 2, offer: 'refused' }, []],
  ];
  test.each(perParty)('step %i: %s', (...[step, , changes, unmet]) => {
    expect(unmetOf(ofParty(changes), step)).toEqual(unmet);
  });

  const request = (state: string): EscalationSnapshot => ({
    id: state,
    partyId: null,
    state,
    ask: '通融',
    madeAt: limits.now,
    submittedAt: null,
    decidedAt: null,
  });
  test.each([
    [[], ['escalate.none'], 0],
    [['returned'], ['escalate.draft'], 25],
    [['submitted', 'told'], ['escalate.waiting'], 50],
    [['approved-less'], ['escalate.not-told'], 75],
    [['told', 'told'], [], 100],
  ])('escalation: requests %j leave %j unmet', (states, unmet, percent) => {
    const file = caseSnapshot({ escalations: states.map(request) });
    expect([unmetOf(file, 6), view(file, 6).percent]).toEqual([unmet, percent]);
  });

  test('without injured parties steps 2 to 5 stand once and say so', () => {
    const steps = stepsOf(caseSnapshot({ parties: [] }), limits);
    expect(steps.map(({ step, partyId }) => [step, partyId])).toEqual([1, 2, 3, 4, 5, 6].map((step) => [step, null]));
    expect(steps.slice(1, 5).map(({ unmet }) => unmet.map(({ code }) => code))).toEqual(
      Array.from({ length: 4 }, () => ['visit.no-party']),
    );
  });

  test('facts say how far off a condition is', () => {
    expect(view(ofParty({ items: 3, itemsOpen: 2 }), 5).unmet[0]).toEqual({ code: 'review.item-open', facts: { count: 2 } });
  });
});

describe('states', () => {
  test('a step begins with its first record, without anybody pressing start', () => {
    expect(view(ofParty({}), 2).state).toBe('not-started');
    expect(view(ofParty({ logsByStep: { 2: 1 } }), 2).state).toBe('working');
    expect(view(caseSnapshot({ callbackLogs: 1 }), 1).state).toBe('working');
  });

  test.each([
    [['started'], 'working'],
    [['started', 'finished'], 'done'],
    [['waived'], 'waived'],
    [['finished', 'reopened'], 'working'],
    [['finished', 'repeated'], 'working'],
  ] as const)('decisions %j make the step %s', (events, state) => {
    const file = caseSnapshot({ events: events.map((event, i) => stepEventOf(`1 ${event}`, `2026-03-02T0${i}:00:00.000Z`)) });
    expect(view(file, 1).state).toBe(state);
  });

  test('a finished step asks for attention when something it rests on was reopened later, until it is decided again', () => {
    const finished = stepEventOf('3 finished party-1', '2026-03-03T01:00:00.000Z');
    const reopened = stepEventOf('1 reopened', '2026-03-03T02:00:00.000Z');
    const again = stepEventOf('3 finished party-1', '2026-03-03T03:00:00.000Z');
    expect(view(caseSnapshot({ events: [finished, reopened] }), 3).state).toBe('attention');
    expect(view(caseSnapshot({ events: [reopened, again] }), 3).state).toBe('done');
  });

  test('reopening a step of one party leaves the steps of another alone', () => {
    const events = [
      stepEventOf('3 finished party-1', '2026-03-03T01:00:00.000Z'),
      stepEventOf('2 reopened party-2', '2026-03-03T02:00:00.000Z'),
    ];
    const file = caseSnapshot({ events, parties: [partySnapshot(), partySnapshot({ id: 'party-2' })] });
    expect(view(file, 3).state).toBe('done');
  });

  test('each repetition is a new round', () => {
    const events = [1, 2, 3].flatMap((i) => [
      stepEventOf('1 finished', `2026-03-02T0${i}:00:00.000Z`),
      stepEventOf('1 repeated', `2026-03-02T0${i}:30:00.000Z`),
    ]);
    expect(view(caseSnapshot({ events }), 1).round).toBe(4);
  });

  test('a dot shows the least advanced party that has begun', () => {
    const file = caseSnapshot({
      parties: [partySnapshot({ logsByStep: { 2: 1 } }), partySnapshot({ id: 'party-2' }), partySnapshot({ id: 'party-3' })],
      events: [stepEventOf('2 finished party-2', limits.now), stepEventOf('3 finished party-2', limits.now)],
    });
    expect(dotsOf(stepsOf(file, limits))).toEqual(['not-started', 'working', 'done', 'not-started', 'not-started', 'not-started']);
  });
});

describe('decisions', () => {
  test.each([
    ['started', [], true],
    ['started', ['started'], false],
    ['finished', [], true],
    ['finished', ['finished'], false],
    ['repeated', ['finished'], true],
    ['repeated', ['started'], false],
    ['reopened', ['waived'], true],
    ['reopened', [], false],
    ['waived', ['reopened'], true],
  ] as const)('%s after %j: %s', (event, earlier, possible) => {
    expect(
      canDecide(
        event,
        earlier.map((one) => stepEventOf(`1 ${one}`, limits.now)),
      ),
    ).toBe(possible);
  });

  test('a reason is needed for all but starting, and finishing with the gate met', () => {
    expect([needsReason('started', 4), needsReason('finished', 0), needsReason('finished', 1), needsReason('waived', 0)]).toEqual([
      false,
      false,
      true,
      true,
    ]);
  });
});
