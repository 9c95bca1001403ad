import { Button, Input } from 'antd';
import { useTranslation } from 'react-i18next';
import type { Outcome, ScenarioInput } from '../../../shared/scenarios/model.ts';
import { moreOutcomes, withOutcome } from './scenario-draft.ts';
import { MoneyInput, NumberInput, SliderInput } from './scenario-fields.tsx';
import styles from './scenarios.module.css';

type OutcomeProps = {
  outcome: Outcome;
  number: number;
  alone: boolean;
  readOnly: boolean;
  onChange: (changes: Partial<Outcome>) => void;
  onRemove: () => void;
};

const periods = ['nursingDays', 'nutritionDays', 'lostIncomeDays'] as const;

const OutcomeFields = ({ outcome, number, alone, readOnly, onChange, onRemove }: OutcomeProps) => {
  const { t } = useTranslation();
  const empty = t('scenarios.edit.asInCase');
  return (
    <fieldset className={styles['outcome']}>
      <legend>
        {t('scenarios.edit.outcome', { number })}{' '}
        {alone || readOnly ? null : (
          <Button type="link" size="small" onClick={onRemove}>
            {t('scenarios.edit.removeOutcome')}
          </Button>
        )}
      </legend>
      <NumberInput
        label={t('scenarios.edit.chance')}
        unit="%"
        value={outcome.chance}
        max={100}
        readOnly={readOnly || alone}
        onChange={(chance) => onChange({ chance: chance ?? 0 })}
      />
      <NumberInput
        label={t('scenarios.edit.grade')}
        value={outcome.grade}
        min={1}
        max={10}
        empty={empty}
        readOnly={readOnly}
        onChange={(grade) => onChange({ grade: grade === null ? null : Math.round(grade) })}
      />
      <NumberInput
        label={t('scenarios.edit.ratio')}
        unit="%"
        value={outcome.ratio}
        max={100}
        empty={empty}
        readOnly={readOnly}
        onChange={(ratio) => onChange({ ratio })}
      />
      {periods.map((name) => (
        <SliderInput
          key={name}
          label={t(`scenarios.edit.${name}`)}
          value={outcome[name]}
          max={365}
          empty={empty}
          readOnly={readOnly}
          onChange={(days) => onChange({ [name]: days })}
        />
      ))}
    </fieldset>
  );
};

type Props = { scenario: ScenarioInput; readOnly: boolean; onChange: (changes: Partial<ScenarioInput>) => void };

/** What is put in for one way: time, the part that is granted, costs, and how it may end. */
export const ScenarioEditor = ({ scenario, readOnly, onChange }: Props) => {
  const { t } = useTranslation();
  const costs = ['appraisalFeeFen', 'courtFeeFen', 'ownCostFen'] as const;
  return (
    <div className={styles['stack']}>
      <div className={styles['fields']}>
        <SliderInput
          label={t('scenarios.edit.days')}
          value={scenario.days}
          max={730}
          readOnly={readOnly}
          onChange={(days) => onChange({ days: Math.round(days ?? 0) })}
        />
        <SliderInput
          label={t('scenarios.edit.share')}
          unit="%"
          value={scenario.share}
          max={100}
          step={5}
          readOnly={readOnly}
          onChange={(share) => onChange({ share: share ?? 100 })}
        />
        {costs.map((name) => (
          <MoneyInput
            key={name}
            label={t(`scenarios.edit.${name}`)}
            value={scenario[name]}
            readOnly={readOnly}
            onChange={(fen) => onChange({ [name]: fen ?? 0 })}
          />
        ))}
      </div>
      {scenario.outcomes.map((outcome, index) => (
        <OutcomeFields
          key={index}
          outcome={outcome}
          number={index + 1}
          alone={scenario.outcomes.length === 1 && outcome.chance === 100}
          readOnly={readOnly}
          onChange={(changes) => onChange({ outcomes: withOutcome(scenario, index, changes) })}
          onRemove={() => onChange({ outcomes: scenario.outcomes.filter((_one, place) => place !== index) })}
        />
      ))}
      <div className={styles['head']}>
        {readOnly || scenario.outcomes.length >= 6 ? null : (
          <Button size="small" onClick={() => onChange({ outcomes: moreOutcomes(scenario) })}>
            {t('scenarios.edit.addOutcome')}
          </Button>
        )}
        <Input
          size="small"
          aria-label={t('scenarios.edit.note')}
          placeholder={t('scenarios.edit.note')}
          value={scenario.note}
          maxLength={2_000}
          readOnly={readOnly}
          onChange={(event) => onChange({ note: event.target.value })}
        />
      </div>
    </div>
  );
};
