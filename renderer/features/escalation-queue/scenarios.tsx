import { useTranslation } from 'react-i18next';
import { useFormat } from '../../i18n/use-format.ts';
import styles from './queue.module.css';
import type { ScenarioLine } from './queue-view.ts';

/** Ways side by side; the last line says what each costs more than settling now. */
export const Scenarios = ({ lines }: { lines: readonly ScenarioLine[] }) => {
  const { t } = useTranslation();
  const format = useFormat();
  const difference = ({ way, differenceFen }: ScenarioLine): string => {
    if (way === 'settle-now') return t('escalation-queue.scenario.base');
    if (differenceFen === null) return '—';
    const amount = format.money(Math.abs(differenceFen));
    return t(
      differenceFen === 0
        ? 'escalation-queue.scenario.same'
        : differenceFen > 0
          ? 'escalation-queue.scenario.more'
          : 'escalation-queue.scenario.less',
      { amount },
    );
  };
  const tone = ({ differenceFen }: ScenarioLine): string =>
    differenceFen === null || differenceFen === 0 ? '' : ((differenceFen > 0 ? styles['late'] : styles['fine']) ?? '');
  return (
    <table className={styles['scenarios']}>
      <thead>
        <tr>
          <td />
          {lines.map(({ way }) => (
            <th key={way} scope="col">
              {t(`escalations.way.${way}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        <tr>
          <th scope="row">{t('escalations.scenario.amount')}</th>
          {lines.map((one) => (
            <td key={one.way}>{format.amount(one.amountFen)}</td>
          ))}
        </tr>
        <tr>
          <th scope="row">{t('escalations.scenario.extra')}</th>
          {lines.map((one) => (
            <td key={one.way}>{format.amount(one.extraCostFen)}</td>
          ))}
        </tr>
        <tr>
          <th scope="row">{t('escalations.scenario.total')}</th>
          {lines.map((one) => (
            <td key={one.way}>
              <b>{format.amount(one.totalFen)}</b>
            </td>
          ))}
        </tr>
        <tr>
          <th scope="row">{t('escalation-queue.scenario.difference')}</th>
          {lines.map((one) => (
            <td key={one.way} className={tone(one)}>
              {difference(one)}
            </td>
          ))}
        </tr>
        <tr>
          <th scope="row">{t('escalations.scenario.days')}</th>
          {lines.map((one) => (
            <td key={one.way}>{one.days === null ? '—' : format.number(one.days)}</td>
          ))}
        </tr>
        {lines.every(({ note }) => note === '') ? null : (
          <tr>
            <th scope="row">{t('escalations.scenario.note')}</th>
            {lines.map((one) => (
              <td key={one.way} className={styles['words']}>
                {one.note === '' ? '—' : one.note}
              </td>
            ))}
          </tr>
        )}
      </tbody>
    </table>
  );
};
