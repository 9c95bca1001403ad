import fc from 'fast-check';
import { expect, test } from 'vitest';
import { codeRun, excerptOf, holdsWords, indexTerms, matchQuery } from '../../../shared/search/rules.ts';

test('a text is cut into overlapping pairs, run by run, and each run ends with its last character', () => {
  expect(indexTerms('王敏，S82.8 Ａb')).toBe('王敏 敏 s8 82 2 8 ab b');
});

test('what a person types becomes a phrase of pairs, or a beginning when it is one character', () => {
  expect(matchQuery('左踝骨折 王')).toBe('"左踝 踝骨 骨折" AND "王"*');
  expect(matchQuery('" OR *')).toBe('"or"');
  expect(matchQuery('，。 ')).toBeNull();
});

test('a code is one run however it was dotted', () => {
  expect(codeRun('晋Ａ· 8K-261')).toBe('晋a8k261');
});

test('an excerpt shows the words in their surroundings', () => {
  const text = `${'甲'.repeat(100)}左踝骨折${'乙'.repeat(100)}`;
  expect(excerptOf(text, '踝骨')).toMatch(/^…甲+左踝骨折乙+…$/);
  expect(excerptOf('短', '无')).toBe('短');
});

test('any text that is searched for a part of itself holds it', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', minLength: 2, maxLength: 40 }), fc.nat(), (text, start) => {
      const chars = [...text];
      const part = chars.slice(start % chars.length, (start % chars.length) + 2).join('');
      expect(holdsWords(text, part)).toBe(true);
    }),
    { seed: 20261123 },
  );
});
