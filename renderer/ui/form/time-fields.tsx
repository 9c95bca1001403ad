import { CalendarOutlined } from '@ant-design/icons';
import { Button, Input } from 'antd';
import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { FieldFrame } from './field-frame.tsx';
import styles from './form.module.css';
import { parseDate, parseInstant, showInstant, showText, type Parse } from './parse.ts';
import { useField, type FieldProps } from './use-field.ts';

type Picked = {
  kind: 'date' | 'datetime-local';
  /** What the browser's picker gives, as text of the field. */ toText: (picked: string) => string;
};

type Line = FieldProps & { parse: Parse; show: (raw: unknown) => string; picked: Picked; placeholder: string };

/** Typed first, picked second: a keyboard is quicker than a calendar, and full-width digits are understood. */
const TimeLine = ({ parse, show, picked, placeholder, ...props }: Line) => {
  const { t } = useTranslation();
  const { attach, ...field } = useField(props, parse, { invalidText: t('common.field.time', { example: placeholder }), show });
  const picker = useRef<HTMLInputElement>(null);
  const settle = (): void => {
    const parsed = parse(field.value);
    if (parsed.ok && parsed.value !== (field.value ?? null)) field.set(parsed.value);
    field.blur();
  };
  const pick = (
    <Button
      type="text"
      size="small"
      tabIndex={-1}
      disabled={field.off}
      icon={<CalendarOutlined aria-hidden />}
      aria-label={t('common.action.pickDate')}
      onClick={() => picker.current?.showPicker()}
    />
  );
  return (
    <FieldFrame {...field.frame}>
      <Input
        {...field.aria}
        ref={attach}
        value={show(field.value)}
        placeholder={t('common.field.example', { example: placeholder })}
        disabled={field.off}
        autoFocus={props.autoFocus ?? false}
        autoComplete="off"
        suffix={pick}
        {...(field.error === null ? {} : { status: 'error' as const })}
        onChange={(event) => field.set(event.target.value)}
        onBlur={settle}
      />
      <input
        ref={picker}
        className={styles['picker']}
        type={picked.kind}
        tabIndex={-1}
        aria-hidden="true"
        onChange={(event) => {
          const parsed = parse(picked.toText(event.target.value));
          if (parsed.ok) field.set(parsed.value);
        }}
      />
    </FieldFrame>
  );
};

/** A calendar date; the form's value is `YYYY-MM-DD`. */
export const DateField = (props: FieldProps) => (
  <TimeLine {...props} parse={parseDate} show={showText} picked={{ kind: 'date', toText: (text) => text }} placeholder="2026-03-05" />
);

/** A point in time, shown and typed as China's wall clock; the form's value is an instant in UTC. */
export const InstantField = (props: FieldProps) => (
  <TimeLine
    {...props}
    parse={parseInstant}
    show={showInstant}
    picked={{ kind: 'datetime-local', toText: (text) => text.replace('T', ' ') }}
    placeholder="2026-03-05 09:30"
  />
);
