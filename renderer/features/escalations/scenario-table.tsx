import { Tag } from 'antd';
import { useTranslation } from 'react-i18next';
import type { Scenario } from '../../../shared/escalations/model.ts';
import { useFormat } from '../../i18n/use-format.ts';
import { cheapestOf, costOf } from './escalation-view.ts';
import styles from './escalations.module.css';

/** Three ways the matter could go, with what each costs in all; the cheapest is named in words. */
export const ScenarioTable = ({ scenarios }: { scenarios: readonly Scenario[] }) => {
  const { t } = useTranslation();
  const format = useFormat();
  const cheapest = cheapestOf(scenarios);
  return (
    <table className={styles['table']}>
      <thead>
        <tr>
          <td />
          {scenarios.map((one) => (
            <th key={one.way} scope="col">
              {t(`escalations.way.${one.way}`)}{' '}
              {one.way === cheapest ? <Tag color="success">{t('escalations.scenario.cheapest')}</Tag> : null}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        <tr>
          <th scope="row">{t('escalations.scenario.amount')}</th>
          {scenarios.map((one) => (
            <td key={one.way}>{format.money(one.amountFen)}</td>
          ))}
        </tr>
        <tr>
          <th scope="row">{t('escalations.scenario.extra')}</th>
          {scenarios.map((one) => (
            <td key={one.way}>{format.money(one.extraCostFen)}</td>
          ))}
        </tr>
        <tr>
          <th scope="row">{t('escalations.scenario.total')}</th>
          {scenarios.map((one) => (
            <td key={one.way}>
              <strong>{format.money(costOf(one))}</strong>
            </td>
          ))}
        </tr>
        <tr>
          <th scope="row">{t('escalations.scenario.days')}</th>
          {scenarios.map((one) => (
            <td key={one.way}>{one.days === null ? '—' : format.number(one.days)}</td>
          ))}
        </tr>
        <tr>
          <th scope="row">{t('escalations.scenario.note')}</th>
          {scenarios.map((one) => (
            <td key={one.way} className={styles['text']}>
              {one.note === '' ? '—' : one.note}
            </td>
          ))}
        </tr>
      </tbody>
    </table>
  );
};
