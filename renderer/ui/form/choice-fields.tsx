import { Select } from 'antd';
import type { KeyboardEvent, Ref } from 'react';
import { useTranslation } from 'react-i18next';
import { belongsToInputMethod } from '../shortcuts/keys.ts';
import { FieldFrame } from './field-frame.tsx';
import styles from './form.module.css';
import { parseAnything, showText } from './parse.ts';
import { useField, type FieldProps } from './use-field.ts';

export type Choice<V = string> = { value: V; label: string };

type ChoiceProps<V> = FieldProps & { choices: readonly Choice<V>[]; wide?: boolean; onPick?: (value: V | null) => void };

const labelOf =
  <V,>(choices: readonly Choice<V>[]) =>
  (raw: unknown): string =>
    choices.find((one) => one.value === raw)?.label ?? showText(raw);

const digitOf = (event: KeyboardEvent): number | null =>
  /^[1-9]$/.test(event.key) && !event.ctrlKey && !event.altKey ? Number(event.key) : null;

/** Next or previous index for arrow keys, as in a native radio group. */
const arrowOf = (event: KeyboardEvent): number => {
  if (event.key === 'ArrowRight' || event.key === 'ArrowDown') return 1;
  return event.key === 'ArrowLeft' || event.key === 'ArrowUp' ? -1 : 0;
};

type AnswerProps = {
  role: 'radio' | 'checkbox';
  label: string;
  checked: boolean;
  off: boolean;
  onPick: () => void;
  ref?: Ref<HTMLButtonElement>;
  /** The key that chooses it. */
  number?: number | null;
  tabIndex?: number;
};

const Answer = ({ role, label, checked, off, onPick, ref = null, number = null, tabIndex = 0 }: AnswerProps) => (
  <button
    ref={ref}
    type="button"
    role={role}
    aria-checked={checked}
    tabIndex={tabIndex}
    disabled={off}
    className={styles['choice']}
    onClick={onPick}
  >
    {role === 'checkbox' ? (
      <span className={styles['box']} aria-hidden="true">
        {checked ? '✓' : ''}
      </span>
    ) : null}
    {number === null ? null : (
      <span className={styles['number']} aria-hidden="true">
        {number}
      </span>
    )}
    {label}
  </button>
);

/** A few answers as large buttons. Number keys choose; choosing the chosen one again takes the answer back. */
export const ChoiceField = <V extends string | number | boolean>({ choices, onPick, ...props }: ChoiceProps<V>) => {
  const { attach, ...field } = useField(props, parseAnything, { show: labelOf(choices) });
  const chosen = choices.findIndex((one) => one.value === field.value);
  const pick = (choice: Choice<V> | undefined): void => {
    if (choice === undefined || field.off) return;
    const value = choice.value === field.value && !props.required ? null : choice.value;
    field.set(value);
    onPick?.(value);
  };
  const onKeyDown = (event: KeyboardEvent<HTMLElement>): void => {
    if (belongsToInputMethod(event.nativeEvent)) return;
    const digit = digitOf(event);
    if (digit !== null) pick(choices[digit - 1]);
    const step = arrowOf(event);
    if (step === 0) return;
    event.preventDefault();
    const next = (chosen + step + choices.length) % choices.length;
    field.set(choices[next]?.value ?? null);
    event.currentTarget.querySelectorAll<HTMLElement>('[role=radio]')[next]?.focus();
  };
  return (
    <FieldFrame {...field.frame} wide={props.wide ?? false} group>
      {/* oxlint-disable-next-line jsx-a11y/interactive-supports-focus -- the buttons inside take the focus */}
      <div
        role="radiogroup"
        className={styles['choices']}
        aria-labelledby={`${field.id}-label`}
        {...field.aria}
        onKeyDown={onKeyDown}
        onBlur={field.blur}
      >
        {choices.map((choice, i) => (
          <Answer
            key={String(choice.value)}
            ref={i === Math.max(chosen, 0) ? attach : null}
            role="radio"
            label={choice.label}
            number={choices.length > 1 && choices.length < 10 && choice.label !== String(i + 1) ? i + 1 : null}
            checked={i === chosen}
            tabIndex={i === Math.max(chosen, 0) ? 0 : -1}
            off={field.off}
            onPick={() => pick(choice)}
          />
        ))}
      </div>
    </FieldFrame>
  );
};

/** Yes, no, or not asked yet (nothing chosen). */
export const YesNoField = (props: FieldProps & { onPick?: (value: boolean | null) => void }) => {
  const { t } = useTranslation();
  const choices = [
    { value: true, label: t('common.answer.yes') },
    { value: false, label: t('common.answer.no') },
  ];
  return <ChoiceField {...props} choices={choices} />;
};

/** For long lists of answers: type to narrow. */
export const SelectField = ({ choices, onPick, ...props }: ChoiceProps<string>) => {
  const field = useField(props, parseAnything, { show: labelOf(choices) });
  return (
    <FieldFrame {...field.frame} wide={props.wide ?? false}>
      <Select<string>
        {...field.aria}
        aria-label={props.label}
        value={(field.value ?? null) as string}
        options={choices.map((one) => ({ value: one.value, label: one.label }))}
        showSearch={{ optionFilterProp: 'label' }}
        allowClear={!props.required}
        disabled={field.off}
        {...(field.error === null ? {} : { status: 'error' as const })}
        onChange={(value: string | undefined) => {
          field.set(value ?? null);
          onPick?.(value ?? null);
        }}
        onBlur={field.blur}
      />
    </FieldFrame>
  );
};

/** Several answers at once; the form's value is a list. */
export const ManyField = ({ choices, ...props }: ChoiceProps<string>) => {
  const field = useField(props, parseAnything);
  const chosen = Array.isArray(field.value) ? (field.value as string[]) : [];
  const toggle = (value: string): void => field.set(chosen.includes(value) ? chosen.filter((one) => one !== value) : [...chosen, value]);
  return (
    <FieldFrame {...field.frame} wide={props.wide ?? true} group>
      <div role="group" className={styles['choices']} aria-labelledby={`${field.id}-label`} onBlur={field.blur}>
        {choices.map((choice) => (
          <Answer
            key={choice.value}
            role="checkbox"
            label={choice.label}
            checked={chosen.includes(choice.value)}
            off={field.off}
            onPick={() => toggle(choice.value)}
          />
        ))}
      </div>
    </FieldFrame>
  );
};
