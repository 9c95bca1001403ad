import { describe, expect, it } from 'vitest';
import { createFormat } from '../../../renderer/i18n/format.ts';

const now = '2026-11-20T08:00:00.000Z'; // 16:00 in China

describe('formatters', () => {
  const zh = createFormat('zh-CN');
  const en = createFormat('en-US');

  it('write due times by their nearness, in China time', () => {
    expect(zh.due('2026-11-20T09:30:00.000Z', now)).toBe('17:30');
    expect(zh.due('2026-11-20T17:00:00.000Z', now)).toBe('明天 01:00');
    expect(en.due('2026-11-19T03:00:00.000Z', now)).toBe('yesterday 11:00');
    expect(zh.due('2026-11-27T03:00:00.000Z', now)).toBe('11-27 11:00');
    expect(zh.due('2027-01-02T03:00:00.000Z', now)).toBe('2027-01-02 11:00');
  });

  it('write spans in the largest fitting unit', () => {
    expect([zh.span(-12), zh.span(90), zh.span(5 * 1440)]).toEqual(['12\u00A0分钟', '1\u00A0小时', '5\u00A0天']);
    expect([en.span(12), en.span(5 * 1440)]).toEqual(['12\u00A0min', '5\u00A0days']);
  });

  it('write amounts with two decimals and a dash for none', () => {
    expect([zh.amount(1_234_560), zh.money(5), zh.amount(null)]).toEqual(['12,345.60', '¥ 0.05', '—']);
  });
});
