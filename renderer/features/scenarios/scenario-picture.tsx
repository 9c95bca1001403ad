import { theme } from 'antd';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { ScenarioColumn } from '../../../shared/scenarios/compare.ts';
import { rangeOption } from '../../../shared/scenarios/range-option.ts';
import { scenarioSentences, type ScenarioSentence } from '../../../shared/scenarios/sentences.ts';
import { useFormat } from '../../i18n/use-format.ts';
import { Chart } from '../../ui/charts/chart.tsx';
import { CompareTable, type CompareRow } from '../../ui/compare/compare-table.tsx';
import styles from './scenarios.module.css';

type Props = { columns: readonly ScenarioColumn[] };

/** Low, expected and high of every way as one bar each. */
const useRangeOption = (columns: readonly ScenarioColumn[]): Readonly<Record<string, unknown>> => {
  const { t } = useTranslation();
  const { token } = theme.useToken();
  return useMemo(
    () =>
      rangeOption(columns, {
        text: token.colorText,
        second: token.colorTextSecondary,
        border: token.colorBorder,
        low: token.colorPrimary,
        expected: token.colorWarning,
        high: token.colorBorder,
        fontFamily: token.fontFamily,
        fontSize: 11,
        names: {
          'settle-now': t('scenarios.way.settle-now'),
          'after-appraisal': t('scenarios.way.after-appraisal'),
          'in-court': t('scenarios.way.in-court'),
        },
        words: { low: t('scenarios.picture.low'), toExpected: t('scenarios.picture.toExpected'), toHigh: t('scenarios.picture.toHigh') },
      }),
    [columns, t, token],
  );
};

const useRows = (columns: readonly ScenarioColumn[]): CompareRow[] => {
  const { t } = useTranslation();
  const format = useFormat();
  const differences = columns.map(({ difference }) => difference.costFen);
  const difference = (fen: number, index: number): string => {
    if (index === 0) return t('scenarios.compare.base');
    if (fen === 0) return t('scenarios.compare.same');
    return t(fen > 0 ? 'scenarios.compare.more' : 'scenarios.compare.less', { amount: format.amount(Math.abs(fen)) });
  };
  const span = ({ low, high }: { low: number; high: number }): string =>
    low === high ? format.amount(low) : `${format.amount(low)} – ${format.amount(high)}`;
  return [
    {
      key: 'cost',
      label: t('scenarios.compare.cost'),
      kind: 'strong',
      cells: columns.map(({ costFen }) => format.amount(costFen.expected)),
    },
    { key: 'range', label: t('scenarios.compare.range'), cells: columns.map(({ costFen }) => span(costFen)) },
    {
      key: 'difference',
      label: t('scenarios.compare.difference'),
      cells: differences.map(difference),
      tones: differences.map((fen) => (fen === 0 ? null : fen > 0 ? 'late' : 'fine')),
    },
    { key: 'own', label: t('scenarios.compare.ownCost'), cells: columns.map(({ ownCostFen }) => format.amount(ownCostFen)) },
    { key: 'person', label: t('scenarios.compare.person'), cells: columns.map(({ awardedFen }) => format.amount(awardedFen.expected)) },
    { key: 'days', label: t('scenarios.compare.days'), cells: columns.map(({ days }) => t('scenarios.compare.inDays', { count: days })) },
  ];
};

/** The sentences of one set, in the language of the screen. */
export const useSentences = (): ((sentence: ScenarioSentence) => string) => {
  const { t } = useTranslation();
  const format = useFormat();
  return ({ code, way, base, amountFen, days }) =>
    t(`scenarios.sentence.${code}`, {
      way: t(`scenarios.way.${way}`),
      base: t(`scenarios.way.${base}`),
      amount: format.amount(amountFen),
      count: days,
    });
};

/** The comparison: table, picture, and the difference to now in plain sentences. */
export const ScenarioPicture = ({ columns }: Props) => {
  const { t } = useTranslation();
  const say = useSentences();
  const option = useRangeOption(columns);
  const rows = useRows(columns);
  const [base] = columns;
  if (base === undefined) return null;
  const sentences = columns.flatMap((column) => scenarioSentences(column, base));
  return (
    <>
      <CompareTable
        caption={t('scenarios.panel.title')}
        columns={columns.map(({ way }) => ({ key: way, title: t(`scenarios.way.${way}`) }))}
        rows={rows}
      />
      <Chart
        option={option}
        label={sentences.map(say).join(' ')}
        height={40 + columns.length * 34}
        tableLabel={t('scenarios.picture.outcomes')}
      >
        <OutcomeTable columns={columns} />
      </Chart>
      <ul className={styles['sentences']}>
        {sentences.map((sentence) => (
          <li key={`${sentence.way} ${sentence.code}`}>{say(sentence)}</li>
        ))}
      </ul>
    </>
  );
};

const OutcomeTable = ({ columns }: Props) => {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <table>
      <tbody>
        {columns.flatMap(({ way, outcomes }) =>
          outcomes.map((outcome, index) => (
            <tr key={`${way} ${index}`}>
              <th scope="row">
                {t(`scenarios.way.${way}`)} · {t('scenarios.edit.outcome', { number: index + 1 })}
              </th>
              <td>{format.number(outcome.chance)} %</td>
              <td className="tabular">{format.amount(outcome.insurerFen)}</td>
            </tr>
          )),
        )}
      </tbody>
    </table>
  );
};
