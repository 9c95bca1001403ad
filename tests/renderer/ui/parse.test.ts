import { describe, expect, it } from 'vitest';
import {
  parseAmount,
  parseCode,
  parseDate,
  parseIdNumber,
  parseInstant,
  parseInteger,
  parsePhone,
  parseText,
  showAmount,
  showInstant,
} from '../../../renderer/ui/form/parse.ts';

const ok = (value: unknown) => ({ ok: true, value });
const no = (code: string) => ({ ok: false, code });

describe('what fields understand', () => {
  it.each([
    ['2026-3-5', ok('2026-03-05')],
    ['２０２６／０３／０５', ok('2026-03-05')],
    ['20260305', ok('2026-03-05')],
    ['2026年3月5日', ok('2026-03-05')],
    ['2026-02-30', no('invalid')],
    ['tomorrow', no('invalid')],
    ['  ', ok(null)],
  ])('a date typed as %s', (typed, expected) => {
    expect(parseDate(typed)).toEqual(expected);
  });

  it.each([
    ['2026-03-05 09:30', ok('2026-03-05T01:30:00.000Z')],
    ['2026/3/5 9:5', ok('2026-03-05T01:05:00.000Z')],
    ['2026-03-05 9点', ok('2026-03-05T01:00:00.000Z')],
    ['2026-03-05 ９：３０', ok('2026-03-05T01:30:00.000Z')],
    ['20260305 0930', ok('2026-03-05T01:30:00.000Z')],
    ['2026-03-05', ok('2026-03-04T16:00:00.000Z')],
    ['2026-03-05 25:00', no('invalid')],
    ['2026-03-05 09:61', no('invalid')],
  ])('a time typed as %s, read as China time', (typed, expected) => {
    expect(parseInstant(typed)).toEqual(expected);
  });

  it.each([
    ['1,234.5', ok(123_450)],
    ['１２，３４５．６０', ok(1_234_560)],
    ['¥ 8', ok(800)],
    ['1.234', no('amount.decimals')],
    ['-1', no('amount.negative')],
    ['1e12', no('amount.not-a-number')],
    ['1000000000000', no('amount.too-large')],
    ['', ok(null)],
  ])('an amount typed as %s', (typed, expected) => {
    expect(parseAmount(typed)).toEqual(expected);
  });

  it('leaves an amount that is already fen alone and shows it in yuan', () => {
    expect(parseAmount(123_450)).toEqual(ok(123_450));
    expect(showAmount(123_450)).toBe('1,234.50');
    expect(showAmount('12,')).toBe('12,');
  });

  it('shows an instant as the wall clock in China and keeps half-typed text', () => {
    expect(showInstant('2026-03-05T01:30:00.000Z')).toBe('2026-03-05 09:30');
    expect(showInstant('2026-03-')).toBe('2026-03-');
  });

  it('takes invisible characters and full width out of codes', () => {
    expect(parseCode(64)('ｒ2026 -\u200B９９')).toEqual(ok('R2026-99'));
  });

  it('refuses text that is too long instead of cutting it', () => {
    expect(parseText(3)('四个字啊')).toEqual(no('too-long'));
  });

  it.each([
    ['１３８０００１１１１', ok('1380001111')],
    ['0351-7654321转12', ok('0351-7654321转12')],
    ['call me', no('invalid')],
  ])('a phone number typed as %s', (typed, expected) => {
    expect(parsePhone(typed)).toEqual(expected);
  });

  it('checks the last digit of an identity number', () => {
    expect(parseIdNumber('11010519491231002x')).toEqual(ok('11010519491231002X'));
    expect(parseIdNumber('110105194912310021')).toEqual(no('id-number.check-digit'));
  });

  it('keeps counts within their bounds', () => {
    expect(parseInteger(0, 500)('２０')).toEqual(ok(20));
    expect(parseInteger(0, 500)('501')).toEqual(no('invalid'));
  });
});
