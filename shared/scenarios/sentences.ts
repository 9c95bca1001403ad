import type { ScenarioColumn } from './compare.ts';
import type { ScenarioWay } from './model.ts';

/** One plain sentence about a later way against the first one; words stand in `scenarios.sentence.<code>` of both languages. */
export type ScenarioSentence = {
  readonly code:
    | 'costs-more'
    | 'costs-less'
    | 'costs-same'
    | 'more-in-every-case'
    | 'takes-longer'
    | 'is-sooner'
    | 'gets-more'
    | 'gets-less'
    | 'gets-same';
  readonly way: ScenarioWay;
  readonly base: ScenarioWay;
  readonly amountFen: number;
  readonly days: number;
};

const aboutMoney = (column: ScenarioColumn, base: ScenarioColumn): ScenarioSentence['code'][] => {
  const { costFen } = column.difference;
  if (costFen === 0) return ['costs-same'];
  if (costFen < 0) return ['costs-less'];
  return column.costFen.low > base.costFen.high ? ['costs-more', 'more-in-every-case'] : ['costs-more'];
};

const aboutTime = ({ difference: { days } }: ScenarioColumn): ScenarioSentence['code'][] =>
  days === 0 ? [] : [days > 0 ? 'takes-longer' : 'is-sooner'];

const aboutPerson = ({ difference: { awardedFen } }: ScenarioColumn): ScenarioSentence['code'] =>
  awardedFen === 0 ? 'gets-same' : awardedFen > 0 ? 'gets-more' : 'gets-less';

/** The difference of one column to the first, in sentences; none for the first itself. */
export const scenarioSentences = (column: ScenarioColumn, base: ScenarioColumn): ScenarioSentence[] => {
  if (column === base) return [];
  const person = aboutPerson(column);
  const amountOf = (code: ScenarioSentence['code']): number =>
    Math.abs(code === person ? column.difference.awardedFen : column.difference.costFen);
  return [...aboutMoney(column, base), ...aboutTime(column), person].map((code) => ({
    code,
    way: column.way,
    base: base.way,
    amountFen: amountOf(code),
    days: Math.abs(column.difference.days),
  }));
};
