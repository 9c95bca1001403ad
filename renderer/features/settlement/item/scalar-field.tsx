import { Input, Select } from 'antd';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { belongsToInputMethod } from '../../../ui/shortcuts/keys.ts';
import { readInput, showInput } from './input-values.ts';
import type { InputField } from './input-specs.ts';
import styles from './item.module.css';

type Props = {
  field: InputField;
  value: unknown;
  readOnly: boolean;
  error: string | undefined;
  onChange: (value: unknown) => void;
};

type ManyProps = { id: string; field: InputField; value: unknown; readOnly: boolean; onChange: (value: unknown) => void };

/** Several of a list; none chosen means that nothing is said. */
const ManyField = ({ id, field, value, readOnly, onChange }: ManyProps) => (
  <Select<string[]>
    id={id}
    size="small"
    mode="multiple"
    maxTagCount="responsive"
    allowClear
    disabled={readOnly}
    value={Array.isArray(value) ? (value as string[]) : []}
    options={(field.options ?? []).map((one) => ({ value: one, label: field.labels?.[one] ?? one }))}
    showSearch={{ optionFilterProp: 'label' }}
    onChange={(next) => onChange(next.length === 0 ? undefined : next)}
  />
);

const optionsOf = (field: InputField): readonly string[] | null => (field.type === 'yes' ? ['yes', 'no'] : (field.options ?? null));

/** One input of a rule. It is taken over when the field is left, or with Enter; what the engine cannot read is said under it. */
export const ScalarField = ({ field, value, readOnly, error, onChange }: Props) => {
  const { t } = useTranslation();
  const id = useId();
  const shown = showInput(field, value);
  const [typed, setTyped] = useState<string | null>(null);
  const options = optionsOf(field);
  const take = (): void => {
    if (typed !== null && typed !== shown) onChange(readInput(field, typed));
    setTyped(null);
  };
  const described = error === undefined ? {} : { 'aria-describedby': `${id}-error`, 'aria-invalid': true as const };
  return (
    <div className={styles['field']}>
      <label htmlFor={id}>{t(`settlement.field.${field.name}`, { defaultValue: field.name })}</label>
      {field.type === 'many' ? (
        <ManyField id={id} field={field} value={value} readOnly={readOnly} onChange={onChange} />
      ) : options === null ? (
        <Input
          id={id}
          size="small"
          value={typed ?? shown}
          readOnly={readOnly}
          placeholder={t(`settlement.example.${field.type}`, { defaultValue: '' })}
          {...(error === undefined ? {} : { status: 'error' as const })}
          {...described}
          onChange={(event) => setTyped(event.target.value)}
          onBlur={take}
          onKeyDown={(event) => {
            if (event.key === 'Enter' && !belongsToInputMethod(event.nativeEvent)) take();
          }}
        />
      ) : (
        <Select<string>
          id={id}
          size="small"
          allowClear
          value={(shown === '' ? null : shown) as string}
          disabled={readOnly}
          {...(error === undefined ? {} : { status: 'error' as const })}
          {...described}
          options={options.map((one) => ({
            value: one,
            label:
              field.type === 'yes'
                ? t(`common.answer.${one}`)
                : (field.labels?.[one] ?? t(`settlement.value.${one.replaceAll('.', '_')}`, { defaultValue: one })),
          }))}
          onChange={(next: string | undefined) => onChange(next === undefined ? undefined : readInput(field, next))}
        />
      )}
      {error === undefined ? null : (
        <span id={`${id}-error`} className={styles['error']} role="alert">
          {error}
        </span>
      )}
    </div>
  );
};
