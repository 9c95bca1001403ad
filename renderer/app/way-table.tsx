import { Tag } from 'antd';
import { useTranslation } from 'react-i18next';
import type { Scenario } from '../../shared/escalations/model.ts';
import { cheapestOf, scenarioLines, type ScenarioLine } from '../../shared/escalations/scenario-lines.ts';
import { useFormat } from '../i18n/use-format.ts';
import { CompareTable, type CompareRow } from '../ui/compare/compare-table.tsx';

const useRows = (lines: readonly ScenarioLine[]): CompareRow[] => {
  const { t } = useTranslation();
  const format = useFormat();
  const difference = ({ way, differenceFen }: ScenarioLine): string => {
    if (way === 'settle-now') return t('scenarios.compare.base');
    if (differenceFen === null) return '—';
    if (differenceFen === 0) return t('scenarios.compare.same');
    return t(differenceFen > 0 ? 'scenarios.compare.more' : 'scenarios.compare.less', { amount: format.amount(Math.abs(differenceFen)) });
  };
  const tone = ({ differenceFen }: ScenarioLine) =>
    differenceFen === null || differenceFen === 0 ? null : differenceFen > 0 ? ('late' as const) : ('fine' as const);
  const notes: CompareRow = {
    key: 'note',
    label: t('escalations.scenario.note'),
    kind: 'words',
    cells: lines.map(({ note }) => (note === '' ? '—' : note)),
  };
  return [
    { key: 'amount', label: t('escalations.scenario.amount'), cells: lines.map(({ amountFen }) => format.amount(amountFen)) },
    { key: 'extra', label: t('escalations.scenario.extra'), cells: lines.map(({ extraCostFen }) => format.amount(extraCostFen)) },
    { key: 'total', label: t('escalations.scenario.total'), kind: 'strong', cells: lines.map(({ totalFen }) => format.amount(totalFen)) },
    { key: 'difference', label: t('scenarios.compare.difference'), cells: lines.map(difference), tones: lines.map(tone) },
    {
      key: 'days',
      label: t('escalations.scenario.days'),
      cells: lines.map(({ days }) => (days === null ? '—' : format.number(days))),
    },
    ...(lines.every(({ note }) => note === '') ? [] : [notes]),
  ];
};

/** The ways of a request as they were sent: what each costs in all, what it differs from now, and which is cheapest in words. */
export const WayTable = ({ scenarios }: { scenarios: readonly Scenario[] | null }) => {
  const { t } = useTranslation();
  const lines = scenarioLines(scenarios);
  const cheapest = cheapestOf(lines);
  const rows = useRows(lines);
  return (
    <CompareTable
      caption={t('escalations.field.scenarios')}
      columns={lines.map(({ way }) => ({
        key: way,
        title: (
          <>
            {t(`escalations.way.${way}`)} {way === cheapest ? <Tag color="success">{t('escalations.scenario.cheapest')}</Tag> : null}
          </>
        ),
      }))}
      rows={rows}
    />
  );
};
