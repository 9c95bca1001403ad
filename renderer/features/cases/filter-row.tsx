import { Button, Input, Segmented, Select } from 'antd';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useQuery } from '@tanstack/react-query';
import type { CaseFilter } from '../../../shared/cases/contract.ts';
import { severities } from '../../../shared/cases/model.ts';
import { stepNumbers, stepStates, type StepState } from '../../../shared/steps/model.ts';
import { useCore } from '../../app/core-context.ts';
import { isNarrowed } from './case-view.ts';
import styles from './cases.module.css';

type Attention = NonNullable<CaseFilter['attention']>;
type State = NonNullable<CaseFilter['state']>;
type Change = (part: Partial<CaseFilter>) => void;
type Props = { filter: CaseFilter; onChange: Change; onClear: () => void };

/** Words to look for; a composing input method is waited for, and typing is not answered letter by letter. */
const TextFilter = ({ filter, onChange }: Omit<Props, 'onClear'>) => {
  const { t } = useTranslation();
  const [text, setText] = useState(filter.text);
  const [composing, setComposing] = useState(false);
  const [shown, setShown] = useState(filter.text);
  if (shown !== filter.text) {
    // A saved view or "clear" changed the words from outside.
    setShown(filter.text);
    setText(filter.text);
  }
  useEffect(() => {
    if (composing || text === filter.text) return undefined;
    const timer = setTimeout(() => onChange({ text }), 250);
    return () => clearTimeout(timer);
  }, [text, composing, filter.text, onChange]);
  return (
    <Input
      value={text}
      allowClear
      maxLength={200}
      style={{ width: 210 }}
      aria-label={t('cases.filter.text')}
      placeholder={t('cases.filter.text')}
      onChange={(event) => setText(event.target.value)}
      onCompositionStart={() => setComposing(true)}
      onCompositionEnd={() => setComposing(false)}
    />
  );
};

const stepValue = (step: CaseFilter['step']): string | null => (step === null ? null : `${step.step}:${step.state}`);

const stepOf = (value: string | undefined): CaseFilter['step'] => {
  const [step, state] = value?.split(':') ?? [];
  return step === undefined || state === undefined ? null : { step: Number(step), state: state as StepState };
};

const StepFilter = ({ filter, onChange }: Omit<Props, 'onClear'>) => {
  const { t } = useTranslation();
  const options = stepNumbers.map((step) => ({
    label: `${step} ${t(`common.step.${step}`)}`,
    options: stepStates.map((state) => ({ value: `${step}:${state}`, label: `${step} ${t(`common.stepState.${state}`)}` })),
  }));
  return (
    <Select
      allowClear
      style={{ width: 130 }}
      aria-label={t('cases.filter.step')}
      placeholder={t('cases.filter.step')}
      value={stepValue(filter.step)}
      options={options}
      onChange={(value: string | undefined) => onChange({ step: stepOf(value) })}
    />
  );
};

type NamesProps = { label: string; value: string | null; names: readonly string[]; onPick: (name: string | null) => void };

const NameFilter = ({ label, value, names, onPick }: NamesProps) => (
  <Select
    allowClear
    showSearch
    style={{ width: 130 }}
    aria-label={label}
    placeholder={label}
    value={value}
    options={names.map((name) => ({ value: name, label: name }))}
    onChange={(name: string | undefined) => onPick(name ?? null)}
  />
);

export const FilterRow = ({ filter, onChange, onClear }: Props) => {
  const { t } = useTranslation();
  const { queries } = useCore();
  const { data: choices } = useQuery(queries.cases.filterChoices.queryOptions());
  const attention = (['all', 'overdue', 'silent', 'escalated'] as const).map((value) => ({ value, label: t(`cases.attention.${value}`) }));
  const states = (['open', 'closed', 'all'] as const).map((value) => ({ value, label: t(`cases.state.${value}`) }));
  const kinds = severities.map((value) => ({ value, label: t(`cases.severity.${value}`) }));
  return (
    <div className={styles['filters']} role="search" aria-label={t('cases.filter.label')}>
      <TextFilter filter={filter} onChange={onChange} />
      <Segmented<Attention | 'all'>
        aria-label={t('cases.filter.attention')}
        value={filter.attention ?? 'all'}
        options={attention}
        onChange={(value) => onChange({ attention: value === 'all' ? null : value })}
      />
      <StepFilter filter={filter} onChange={onChange} />
      <Select
        allowClear
        style={{ width: 90 }}
        aria-label={t('cases.field.severity')}
        placeholder={t('cases.field.severity')}
        value={filter.severity}
        options={kinds}
        onChange={(value: CaseFilter['severity'] | undefined) => onChange({ severity: value ?? null })}
      />
      <NameFilter
        label={t('cases.field.ownerName')}
        value={filter.ownerName}
        names={choices?.ownerNames ?? []}
        onPick={(ownerName) => onChange({ ownerName })}
      />
      <NameFilter
        label={t('cases.field.hospital')}
        value={filter.hospital}
        names={choices?.hospitals ?? []}
        onPick={(hospital) => onChange({ hospital })}
      />
      <Select<State | 'all'>
        style={{ width: 90 }}
        aria-label={t('cases.filter.state')}
        value={filter.state ?? 'all'}
        options={states}
        onChange={(value) => onChange({ state: value === 'all' ? null : value })}
      />
      {isNarrowed(filter) ? (
        <Button type="link" onClick={onClear}>
          {t('cases.filter.clear')}
        </Button>
      ) : null}
    </div>
  );
};
