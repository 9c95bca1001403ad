import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { wordingRuleSchema, type WordingRule } from '../../../shared/wording/model.ts';
import { lintWording, rulesForUse } from '../../../shared/wording/rules.ts';
import { shippedWording } from './resources.ts';

const { rules } = shippedWording();
const hits = (text: string, among: readonly WordingRule[] = rules): string[] =>
  lintWording(text, among).map(({ start, end, ruleId }) => `${ruleId}=${text.slice(start, end)}`);

const rule = (parts: Partial<WordingRule>): WordingRule =>
  wordingRuleSchema.parse({
    id: 'probe',
    kind: 'vague',
    uses: ['log'],
    phrases: ['占位短语'],
    why: { zh: '理由', en: 'why' },
    better: { zh: '改法', en: 'better' },
    ...parts,
  });

describe('lintWording finds what product.md bans', () => {
  it.each([
    ['合同里写着这个不赔。', ['contractSays=合同里写着']],
    ['这是公司规定，我也没办法。', ['companyRule=公司规定']],
    ['您资料不全。', ['notAllPapers=资料不全']],
    ['是您理解错了吧。', ['youMisunderstood=您理解错']],
    ['按规定不能给。', ['byRegulation=按规定']],
    ['您放心，肯定能赔。', ['surelyPaid=肯定能赔']],
    ['这个肯定会给您赔的。', ['surelyPaid=肯定会给您赔']],
    ['没问题！', ['noProblem=没问题']],
    ['基本都能报。', ['moreOrLessAll=基本都']],
    ['It says so in the contract, no problem.', ['contractSays=It says so in the contract', 'noProblem=no problem']],
    ['You didn’t ask, but that’s company policy', ['companyRule=company policy']],
  ])('%s', (text, expected) => {
    expect(hits(text)).toEqual(expected);
  });
});

describe('lintWording leaves alone what is fine', () => {
  it.each([
    '现在还不能保证赔多少，单据审核后周五前答复您。',
    '您看有没有问题？',
    '请不要和对方私了，有人提出来先给我打电话。',
    '我在 3 月 5 日前给您回话。',
    'I will call you by Friday.',
    'a problematic nob',
    '',
  ])('%s', (text) => {
    expect(hits(text)).toEqual([]);
  });

  it('does not reach across a clause with the gap sign', () => {
    expect(hits('这件事肯定，明天赔偿款再谈')).toEqual([]);
  });
});

describe('technical words', () => {
  it('asks for a gloss at the first use only', () => {
    expect(hits('垫付下来了，垫付多少再说。')).toEqual(['jargonRescuePay=垫付']);
  });

  it('is content when a plain gloss follows', () => {
    expect(hits('垫付（先付给医院的钱）已经批了，垫付的单子在这里。')).toEqual([]);
    expect(hits('定残，就是治疗结束后看等级。')).toEqual([]);
  });

  it('does not bother colleagues in the log', () => {
    expect(hits('垫付已批', rulesForUse(rules, 'log'))).toEqual([]);
    expect(hits('垫付已批', rulesForUse(rules, 'message'))).toHaveLength(1);
  });
});

describe('level 1 numbers in messages', () => {
  it.each([
    ['身份证 11010519491231002X 收到', ['idInMessage=11010519491231002X']],
    ['卡号 4111 1111 1111 1111 请核对', ['accountInMessage=4111 1111 1111 1111']],
    ['报案号 20261123000000012345678', []],
    ['电话 13800000000，尾号 1234', []],
  ])('%s', (text, expected) => {
    expect(hits(text)).toEqual(expected);
  });
});

describe('rules from colleagues', () => {
  it('treats every sign of a pattern language as plain text', () => {
    expect(hits('(a+)+$ 和 [x]', [rule({ phrases: ['(a+)+$', '[x]'] })])).toEqual(['probe=(a+)+$', 'probe=[x]']);
  });

  it('gets through 100,000 hostile characters', () => {
    expect(lintWording('肯定'.repeat(50_000), rules)).toEqual([]);
  });

  it('never throws, stays inside the text, and is ordered, for any text and any phrase', () => {
    let found = 0;
    const phrase = fc
      .string({ minLength: 2, maxLength: 12, unit: 'grapheme' })
      .filter((text) => text.trim().length >= 2 && text.trim().length <= 40);
    fc.assert(
      fc.property(fc.array(phrase, { minLength: 1, maxLength: 4 }), fc.string({ unit: 'grapheme' }), (phrases, noise) => {
        const probe = rule({ phrases });
        const text = `${noise}${probe.phrases[0]}${noise}`;
        const findings = lintWording(text, [probe]);
        found += findings.length;
        for (const { start, end } of findings) expect(start >= 0 && start < end && end <= text.length).toBe(true);
        expect(findings).toEqual(findings.toSorted((a, b) => a.start - b.start));
      }),
      { seed: 20261123, numRuns: 500 },
    );
    expect(found).toBeGreaterThan(200);
  });

  it('finds every phrase without a gap sign wherever it stands in Chinese text', () => {
    const plain = rules.filter((one) => one.kind !== 'jargon').flatMap((one) => one.phrases.map((phrase) => ({ id: one.id, phrase })));
    const missed = plain
      .filter(({ phrase }) => !phrase.includes('…'))
      .filter(({ id, phrase }) => !lintWording(`他说，${phrase}。`, rules).some((finding) => finding.ruleId === id));
    expect(missed).toEqual([]);
  });
});
