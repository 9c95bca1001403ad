import { expect, it } from 'vitest';
import { fenOf, isUpsideDown, limitChange, movedBy } from '../../../../renderer/features/people/limits-view.ts';
import type { LimitsVersion } from '../../../../shared/people/contract.ts';

const version = (number: number, handler: number, supervisor: number): LimitsVersion => ({
  version: number,
  publishedAt: null,
  from: null,
  reason: null,
  state: 'past',
  limitsFen: { surveyor: 0, handler, supervisor, admin: 0 },
});

it('says what publishing makes of each limit, to the fen, while one types', () => {
  const { limitsFen } = version(1, 10_000_000, 100_000_000);
  expect(limitChange(limitsFen, 'handler', 10_000_000)).toEqual({ kind: 'same', fromFen: 10_000_000, toFen: 10_000_000 });
  expect(limitChange(limitsFen, 'handler', '120，000.05')).toEqual({ kind: 'raised', fromFen: 10_000_000, toFen: 12_000_005 });
  expect(limitChange(limitsFen, 'supervisor', '９９９９９９.99')).toMatchObject({ kind: 'lowered', toFen: 99_999_999 });
  for (const raw of ['', null, '1.234', '-1', '一万']) expect(limitChange(limitsFen, 'handler', raw)).toMatchObject({ kind: 'unread' });
  expect(limitChange({}, 'handler', 0)).toMatchObject({ kind: 'same', fromFen: 0 });
});

it('warns when a handler could approve more than a supervisor', () => {
  expect(isUpsideDown({ handler: '200', supervisor: 10_000 })).toBe(true);
  expect(isUpsideDown({ handler: 10_000, supervisor: '100' })).toBe(false);
  expect(isUpsideDown({ handler: 'x', supervisor: 1 })).toBe(false);
  expect(fenOf('¥ 1,000')).toBe(100_000);
});

it('names the roles whose limit a version moved', () => {
  expect(movedBy(version(2, 5, 9), version(1, 4, 9))).toEqual(['handler']);
  expect(movedBy(version(1, 5, 9), undefined)).toEqual([]);
});
