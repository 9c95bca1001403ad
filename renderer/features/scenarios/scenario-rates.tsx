import { useTranslation } from 'react-i18next';
import type { ScenarioRates } from '../../../shared/scenarios/model.ts';
import { MoneyInput } from './scenario-fields.tsx';
import styles from './scenarios.module.css';

type Props = { rates: ScenarioRates; readOnly: boolean; onChange: (rates: ScenarioRates) => void };

/** Daily rates for periods that the case itself does not have. */
export const ScenarioRatesFields = ({ rates, readOnly, onChange }: Props) => {
  const { t } = useTranslation();
  const names = ['nursingFen', 'nutritionFen', 'lostIncomeFen'] as const;
  return (
    <div className={styles['fields']}>
      {names.map((name) => (
        <MoneyInput
          key={name}
          label={t(`scenarios.rates.${name}`)}
          value={rates[name]}
          empty={t('scenarios.edit.asInCase')}
          readOnly={readOnly}
          onChange={(fen) => onChange({ ...rates, [name]: fen })}
        />
      ))}
    </div>
  );
};
