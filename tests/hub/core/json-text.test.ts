import { expect, test } from 'vitest';
import { JsonText } from '../../../hub/core/json-text.ts';

test('the pieces are one text, in characters and in bytes', () => {
  const pieces = ['{"a":[', '"说明，😀"', ',', '"plain"', '', ']}'];
  const text = new JsonText(pieces);
  expect(JSON.parse(text.toString())).toEqual({ a: ['说明，😀', 'plain'] });
  expect(text.toBytes().toString('utf8')).toBe(text.toString());
});
