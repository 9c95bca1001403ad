import { expect, it } from 'vitest';
import { hintsIn } from '../../../../renderer/app/wording/hints-in.ts';
import { lintWording } from '../../../../shared/wording/rules.ts';
import { shippedWording } from '../../../shared/wording/resources.ts';

const { rules } = shippedWording();
const hints = (text: string, silenced: string[] = []) =>
  hintsIn(
    text,
    lintWording(text, rules),
    silenced.map((phrase) => ({ ruleId: 'companyRule', phrase, reason: '引用对方原话', at: '' })),
  );

it('names each phrase once, with how often it stands in the text', () => {
  expect(hints('公司规定不行，公司规定在这里')).toEqual([{ ruleId: 'companyRule', phrase: '公司规定', count: 2 }]);
  expect(hints('今天去医院看过，伤者恢复得不错')).toEqual([]);
});

it('leaves out what was put aside, and nothing else of that rule', () => {
  expect(hints('公司规定和公司要求', ['公司规定'])).toEqual([{ ruleId: 'companyRule', phrase: '公司要求', count: 1 }]);
});

it('shows no more lines than anybody reads while typing', () => {
  const text = rules.flatMap(({ phrases }) => phrases.slice(0, 1)).join('。');
  expect(hints(text).length).toBe(4);
});
