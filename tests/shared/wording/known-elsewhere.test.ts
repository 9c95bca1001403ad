import { describe, expect, it } from 'vitest';
import { knownElsewhere, type KnownSource } from '../../../shared/wording/known-elsewhere.ts';

const row = { partyId: 'p1', voidReason: null };
const fileOf = (lists: { readonly [list in keyof KnownSource]?: unknown } = {}): KnownSource =>
  ({
    parties: [{ id: 'p1', voidReason: null, admittedOn: null, dischargedOn: null, treatmentEnded: null }],
    diagnoses: [],
    estimates: [],
    treatments: [],
    ...lists,
    case: Object.assign(
      { accidentAt: null, accidentPlace: null, accidentCourse: null, hopes: null, worries: null, advanceNeeded: null },
      lists.case,
    ),
  }) as unknown as KnownSource;
const none = { plan: null, stayDays: null, costFen: null, nonListedFen: null, outcome: null };

describe('what nobody is asked again', () => {
  it('is nothing in an empty file', () => {
    expect([...knownElsewhere(fileOf(), 'p1')]).toEqual([]);
  });

  it.each([
    ['a diagnosis', { diagnoses: [{ ...row, mode: 'spoken' }] }, ['diagnosisSpoken']],
    ['the plan alone', { estimates: [{ ...row, ...none, plan: '切开复位' }] }, ['treatmentPlan']],
    [
      'a full estimate, also with nothing outside the list',
      { estimates: [{ ...row, plan: '切开复位', stayDays: 14, costFen: 1, nonListedFen: 0, outcome: '可行走' }] },
      ['treatmentPlan', 'expectedStay', 'expectedCost', 'nonListedDrugs', 'outcomeExpected'],
    ],
    ['a stay that ended', { treatments: [{ ...row, kind: 'stay', fromOn: '2026-03-01', untilOn: '2026-03-15' }] }, ['dischargeOn']],
    [
      'the accident card',
      { case: { accidentCourse: '右转', hopes: '快', advanceNeeded: false } },
      ['accidentCourse', 'hopes', 'advanceNeeded'],
    ],
    ['a time without a place', { case: { accidentAt: '2026-03-01T00:00:00.000Z' } }, []],
    ['a voided diagnosis', { diagnoses: [{ ...row, voidReason: 'wrong person' }] }, []],
    ['the diagnosis of somebody else', { diagnoses: [{ ...row, partyId: 'p2' }] }, []],
  ])('follows from %s', (_, lists, topics) => {
    expect([...knownElsewhere(fileOf(lists), 'p1')]).toEqual(topics);
  });
});
