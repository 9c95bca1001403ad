import { expect, it } from 'vitest';
import { moodsOf, storyOf } from '../../../../renderer/features/contacts/story-view.ts';
import type { CaseFile } from '../../../../shared/cases/contract.ts';

const base = { partyId: 'p1', voidReason: null, byPersonId: null };
const log = (id: string, changes: object = {}) => ({
  ...base,
  id,
  counterpart: 'injured',
  contactAt: `2026-03-0${id.slice(1)}T02:00:00.000Z`,
  at: '',
  mood: 3,
  correctsLogId: null,
  ...changes,
});
const file = (changes: object): CaseFile =>
  ({
    logs: [],
    disclosures: [],
    promises: [],
    questions: [],
    facts: [],
    attachments: [],
    rounds: [],
    offers: [],
    advances: [],
    escalations: [],
    complaints: [],
    stepEvents: [],
    ...changes,
  }) as unknown as CaseFile;

it('tells talks, rounds, offers, payments, decisions and steps as one story, each in its lane, newest first', () => {
  const story = storyOf(
    file({
      logs: [log('l1'), log('l2', { counterpart: 'insured' }), log('l3')],
      rounds: [{ ...base, id: 'r', logId: 'l3' }],
      offers: [
        {
          ...base,
          id: 'o',
          state: 'countered',
          version: 1,
          amountFen: 100,
          counterFen: 200,
          reply: '少了',
          putAt: '2026-03-04T02:00:00.000Z',
          answeredAt: '2026-03-05T02:00:00.000Z',
        },
      ],
      advances: [
        {
          ...base,
          id: 'a',
          state: 'paid',
          amountFen: 50,
          decidedFen: 40,
          toAdd: null,
          askedAt: '2026-03-06T01:00:00.000Z',
          decidedAt: '2026-03-06T02:00:00.000Z',
          paidOn: '2026-03-06',
        },
      ],
      escalations: [
        {
          ...base,
          id: 'e',
          state: 'told',
          ask: '请示',
          amountFen: 9,
          decidedFen: 9,
          decisionReason: null,
          submittedAt: '2026-03-07T01:00:00.000Z',
          decidedAt: '2026-03-07T02:00:00.000Z',
        },
      ],
      stepEvents: [{ ...base, id: 's', step: 1, event: 'finished', reason: null, at: '2026-03-01T09:00:00.000Z' }],
    }),
    'p1',
  );
  expect(story.map(({ lane, id }) => `${lane} ${id}`)).toEqual([
    'internal e:decided',
    'internal e:submitted',
    'injured a:paid',
    'internal a:approved',
    'internal a:asked',
    'injured o:countered',
    'injured o:put',
    'mediation l3',
    'insured l2',
    'internal s:finished',
    'injured l1',
  ]);
});

it('leaves out what was voided or concerns another person', () => {
  const offer = { ...base, id: 'o', state: 'put', version: 1, amountFen: 1, putAt: '2026-03-04T02:00:00.000Z', answeredAt: null };
  const offers = [
    { ...offer, voidReason: 'x' },
    { ...offer, partyId: 'p2' },
  ];
  expect(storyOf(file({ offers }), 'p1')).toEqual([]);
  expect(storyOf(file({ offers }), null)).toHaveLength(1);
});

it('draws the mood of the injured side unless a lane is chosen, oldest first, without corrected talks', () => {
  const story = storyOf(
    file({
      logs: [
        log('l1', { mood: 1 }),
        log('l2', { mood: 4, counterpart: 'insured' }),
        log('l3', { mood: 5 }),
        log('l4', { mood: 2, correctsLogId: 'l3' }),
        log('l5', { mood: null }),
      ],
    }),
    'p1',
  );
  expect(moodsOf(story, 'all').map(({ mood }) => mood)).toEqual([1, 2]);
  expect(moodsOf(story, 'insured').map(({ mood }) => mood)).toEqual([4]);
});

it('says of a request that was asked again that it came back, not that it was decided', () => {
  const [again, back] = storyOf(
    file({
      escalations: [
        {
          ...base,
          id: 'e',
          state: 'submitted',
          ask: '请示',
          amountFen: 9,
          decidedFen: null,
          decisionReason: '补一条记录',
          submittedAt: '2026-03-07T02:00:00.000Z',
          decidedAt: '2026-03-06T02:00:00.000Z',
        },
      ],
    }),
    'p1',
  );
  expect([again, back]).toMatchObject([{ state: 'submitted' }, { state: 'returned', facts: { text: '补一条记录' } }]);
});
