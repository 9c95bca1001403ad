import fc from 'fast-check';
import { expect, test } from 'vitest';
import { entities } from '../../../shared/sync/entities.ts';
import { field, type Field } from '../../../shared/sync/field.ts';

const id = '0193a000-0001-7000-8000-000000000001';
const at = '2026-11-28T08:00:00.000Z';
const fields: readonly Field[] = entities.flatMap((entity) => Object.values<Field>(entity.fields));

/** What may stand in a field, near its edges and far from them. */
const values: readonly unknown[] = [
  [null, undefined, true, false, '', 'x', '一', id, id.toUpperCase(), ` ${id}`, at, '2026-11-28', `${at} `, 'open', 'insured', 'phone'],
  [0, -0, 1, 2, 5, 6, 7, 100, 101, 500, 501, -1, 1.5, Number.NaN, Infinity, 2 ** 53, -(2 ** 53), 2 ** 53 - 1],
  [199, 200, 201, 500, 501, 2_000, 2_001, 100_000, 100_001].map((length) => 'a'.repeat(length)),
  [[], {}, [1], { a: 1 }, new Date(0)],
].flat();

const expectAgreement = (one: Field, value: unknown): void => {
  if (!one.isSound(value)) return;
  const parsed = one.schema.safeParse(value);
  expect(parsed.success).toBe(true);
  expect(Object.is(parsed.data, value)).toBe(true);
};

test('what passes at once is what the schema of the field takes, as it stands', () => {
  for (const one of fields) for (const value of values) expectAgreement(one, value);
});

test('the same holds for any value', () => {
  const any = fc.oneof(fc.anything(), fc.string(), fc.integer(), fc.constantFrom(...values));
  fc.assert(
    fc.property(fc.constantFrom(...fields), any, (one, value) => expectAgreement(one, value)),
    { seed: 7, numRuns: 3_000 },
  );
});

test.each([
  [field.longTextFixed(), '家属表示理解'],
  [field.requiredText(), 'x'],
  [field.choiceFixed(['phone', 'face']), 'face'],
  [field.ref(), id],
  [field.instantFixed(), at],
  [field.integerFixed(1, 6), 6],
  [field.amountFen(), 12_345],
  [field.yesNo(), false],
  [field.text(), null],
] as [Field, unknown][])('a right value need not be looked at twice: %#', (one, value) => {
  expect(one.isSound(value)).toBe(true);
});
