import { expect, it } from 'vitest';
import { stayOf } from '../../../shared/doctors/stay.ts';

const person = { id: 'p1', admittedOn: null, dischargedOn: null } as never;
const stay = (fromOn: string, untilOn: string | null, more: object = {}) =>
  ({ partyId: 'p1', kind: 'stay', fromOn, untilOn, voidReason: null, ...more }) as never;

it.each([
  ['nothing is known', [], null, null],
  ['one stay that ended', [stay('2026-03-01', '2026-03-15')], '2026-03-01', '2026-03-15'],
  ['a stay that still runs', [stay('2026-03-01', null)], '2026-03-01', null],
  ['a second stay that still runs', [stay('2026-04-01', null), stay('2026-03-01', '2026-03-15')], '2026-03-01', null],
  ['two stays', [stay('2026-04-01', '2026-04-09'), stay('2026-03-01', '2026-03-15')], '2026-03-01', '2026-04-09'],
  ['the stay of somebody else', [stay('2026-03-01', null, { partyId: 'p2' })], null, null],
  ['a voided stay', [stay('2026-03-01', null, { voidReason: 'typed twice' })], null, null],
  ['a visit', [stay('2026-03-01', '2026-03-01', { kind: 'clinic' })], null, null],
])('the timeline tells the stay: %s', (_, treatments, admittedOn, dischargedOn) => {
  expect(stayOf(person, treatments)).toEqual({ admittedOn, dischargedOn });
});

it('what stands with the person comes first', () => {
  const known = { id: 'p1', admittedOn: '2026-02-28', dischargedOn: null } as never;
  expect(stayOf(known, [stay('2026-03-01', '2026-03-15')])).toEqual({ admittedOn: '2026-02-28', dischargedOn: '2026-03-15' });
});
