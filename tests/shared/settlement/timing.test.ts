import { describe, expect, it } from 'vitest';
import { timingWarnings, type Timing } from '../../../shared/settlement/timing.ts';

const calm: Timing = {
  today: '2026-06-01',
  expectedOn: '2026-09-01',
  packIssuedOn: '2026-05-15',
  statisticsYear: 2025,
  bornOn: '1980-01-01',
};

describe('warnings about time', () => {
  it('are silent when nothing changes before the expected day', () => {
    expect(timingWarnings(calm)).toEqual([]);
  });

  it('tell when the pack is a year old, and not a day before', () => {
    expect(timingWarnings({ ...calm, today: '2027-05-14', expectedOn: '2026-09-01' })).toEqual([]);
    expect(timingWarnings({ ...calm, today: '2027-05-15' })).toEqual([
      { code: 'timing.pack-out-of-date', issuedOn: '2026-05-15', months: 12 },
    ]);
  });

  it('tell when another statistics year applies on the expected day', () => {
    expect(timingWarnings({ ...calm, expectedOn: '2027-01-01' })).toEqual([
      { code: 'timing.statistics-year-changes', usedYear: 2025, thenYear: 2026 },
    ]);
  });

  it('tell when the person reaches 60 or 75 on or before the expected day', () => {
    expect(timingWarnings({ ...calm, bornOn: '1966-09-01' })).toEqual([{ code: 'timing.age-step', age: 60, on: '2026-09-01' }]);
    expect(timingWarnings({ ...calm, bornOn: '1966-09-02' })).toEqual([]);
    expect(timingWarnings({ ...calm, bornOn: '1951-07-15' })).toEqual([{ code: 'timing.age-step', age: 75, on: '2026-07-15' }]);
  });
});
