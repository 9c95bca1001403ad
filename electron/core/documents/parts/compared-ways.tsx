import type { Scenario } from '../../../../shared/escalations/model.ts';
import type { Range, ScenarioColumn } from '../../../../shared/scenarios/compare.ts';
import { movedSince, type RequestComparison } from '../../../../shared/scenarios/of-request.ts';
import { rangeOption } from '../../../../shared/scenarios/range-option.ts';
import { scenarioSentences } from '../../../../shared/scenarios/sentences.ts';
import * as words from '../words.ts';
import { Chart, printLook } from './chart.tsx';
import { Lines, Section } from './parts.tsx';

const span = ({ low, high }: Range): string => (low === high ? words.yuan(low) : `${words.yuan(low)} 至 ${words.yuan(high)}`);

const differenceOf = ({ difference: { costFen, days } }: ScenarioColumn): string =>
  words.joined(
    [
      costFen === 0 ? '公司花费相同' : `公司${costFen > 0 ? '多' : '少'}花 ${words.yuan(Math.abs(costFen))}`,
      days === 0 ? null : `${days > 0 ? '晚' : '早'} ${Math.abs(days)} 天`,
    ],
    '，',
  );

const Ways = ({ columns }: { columns: readonly ScenarioColumn[] }) => (
  <Lines
    columns={[
      { title: '走法', width: '19mm' },
      { title: '公司预计费用', width: '27mm', number: true },
      { title: '最少至最多', width: '32mm', number: true },
      { title: '自身支出', width: '24mm', number: true },
      { title: '伤者预计应得', width: '27mm', number: true },
      { title: '天数', width: '12mm', number: true },
      { title: '和现在相比' },
    ]}
    lines={columns.map((one, index) => ({
      key: one.way,
      cells: [
        words.scenarioWay(one.way),
        <strong key="cost">{words.yuan(one.costFen.expected)}</strong>,
        span(one.costFen),
        words.yuan(one.ownCostFen),
        words.yuan(one.awardedFen.expected),
        one.days,
        index === 0 ? '以此为准' : differenceOf(one),
      ],
    }))}
  />
);

/** The template names an outcome by the days it grants; on paper a bare number says nothing. */
const labelInWords = (label: string): string =>
  /^\d+$/.test(label) ? `（护理和营养支持 ${label} 天）` : label === '' ? '' : `（${label}）`;

/** Every way it may end: how likely, what the loss is then, what the company's covers pay and what the person is owed. */
const Outcomes = ({ columns }: { columns: readonly ScenarioColumn[] }) => (
  <Lines
    columns={[
      { title: '走法和结果' },
      { title: '可能性', width: '18mm', number: true },
      { title: '损失', width: '30mm', number: true },
      { title: '公司险种赔付', width: '30mm', number: true },
      { title: '伤者应得', width: '30mm', number: true },
    ]}
    lines={columns.flatMap(({ way, outcomes }) =>
      outcomes.map((one, index) => ({
        key: `${way} ${index}`,
        cells: [
          `${words.scenarioWay(way)}${outcomes.length > 1 ? ` ${index + 1}` : ''}${labelInWords(one.label)}`,
          `${one.chance}%`,
          words.yuan(one.lossFen),
          words.yuan(one.insurerFen),
          words.yuan(one.awardedFen),
        ],
      })),
    )}
  />
);

const pictureOf = (columns: readonly ScenarioColumn[]) =>
  rangeOption(columns, {
    text: printLook.text,
    second: printLook.second,
    border: printLook.border,
    low: printLook.start,
    expected: printLook.told,
    high: printLook.layers.own,
    fontFamily: printLook.fontFamily,
    fontSize: printLook.fontSize,
    names: {
      'settle-now': words.scenarioWay('settle-now'),
      'after-appraisal': words.scenarioWay('after-appraisal'),
      'in-court': words.scenarioWay('in-court'),
    },
    words: { low: '至少', toExpected: '到预计', toHigh: '到最多' },
  });

/** The request was sent with other figures: both stand here, because the decision is about what was sent. */
const Moved = ({ columns, sent }: { columns: readonly ScenarioColumn[]; sent: readonly Scenario[] }) =>
  movedSince(sent, columns).map(({ way, sentFen, nowFen, sentDays, nowDays }) => (
    <p key={way}>
      <strong>{words.scenarioWay(way)}和请求里写的不同</strong>：请求写 {words.yuan(sentFen)}、{sentDays} 天，按现在的案件计算是{' '}
      {words.yuan(nowFen)}、{nowDays} 天。
    </p>
  ));

type Props = { comparison: RequestComparison; sent: readonly Scenario[] };

/** Ways as the engine computes them from the case, with their range, their outcomes and the difference in plain sentences. */
export const ComparedWays = ({ comparison: { columns }, sent }: Props) => {
  const [base] = columns;
  if (base === undefined) return null;
  return (
    <>
      <Section title="三种走法">
        <Ways columns={columns} />
        <Moved columns={columns} sent={sent} />
        <Chart
          id="ways"
          title="图一　公司费用：至少、预计、最多（元；柱旁是预计值）"
          option={pictureOf(columns)}
          width={640}
          height={40 + columns.length * 34}
        />
      </Section>
      <Section title="和现在了结相比">
        {columns.flatMap((column) =>
          scenarioSentences(column, base).map((one) => <p key={`${one.way} ${one.code}`}>{words.scenarioSentence(one)}</p>),
        )}
      </Section>
      <Section title="各种结果">
        <Outcomes columns={columns} />
      </Section>
    </>
  );
};
