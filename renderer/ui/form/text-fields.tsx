import { Input } from 'antd';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { FieldFrame } from './field-frame.tsx';
import styles from './form.module.css';
import { parseAmount, parseCode, parseIdNumber, parseInteger, parsePhone, parseText, showAmount, showText, type Parse } from './parse.ts';
import { useField, type FieldProps } from './use-field.ts';

type LineProps = FieldProps & { placeholder?: string; wide?: boolean };

type Line = LineProps & {
  parse: Parse;
  show: (raw: unknown) => string;
  className?: string | undefined;
  suffix?: string | undefined;
  onRead?: ((value: unknown) => void) | undefined;
  invalidText?: string;
};

/** One line of text. On leaving the field, what was understood takes the place of what was typed; what was not stays, with its error. */
const LineField = ({ parse, show, className, suffix, onRead, invalidText, ...props }: Line) => {
  const { attach, ...field } = useField(props, parse, { invalidText, show });
  const settle = (): void => {
    const parsed = parse(field.value);
    if (parsed.ok && parsed.value !== field.value && !(parsed.value === null && field.value === undefined)) field.set(parsed.value);
    if (parsed.ok) onRead?.(parsed.value);
    field.blur();
  };
  return (
    <FieldFrame {...field.frame} wide={props.wide ?? false}>
      <Input
        {...field.aria}
        ref={attach}
        value={show(field.value)}
        disabled={field.off}
        autoFocus={props.autoFocus ?? false}
        autoComplete="off"
        spellCheck={false}
        {...(props.placeholder === undefined ? {} : { placeholder: props.placeholder })}
        {...(suffix === undefined ? {} : { suffix })}
        {...(className === undefined ? {} : { className })}
        {...(field.error === null ? {} : { status: 'error' as const })}
        onChange={(event) => field.set(event.target.value)}
        onBlur={settle}
      />
    </FieldFrame>
  );
};

export const TextField = ({ max = 200, ...props }: LineProps & { max?: number }) => {
  const parse = useMemo(() => parseText(max), [max]);
  return <LineField {...props} parse={parse} show={showText} />;
};

/** Report number, plate and the like: half width, upper case, no blanks. */
export const CodeField = ({ max = 64, ...props }: LineProps & { max?: number }) => {
  const parse = useMemo(() => parseCode(max), [max]);
  return <LineField {...props} parse={parse} show={showText} />;
};

/** An amount in yuan; the form's value is integer fen. */
export const AmountField = (props: LineProps) => (
  <LineField {...props} parse={parseAmount} show={showAmount} className={styles['amount']} suffix="¥" />
);

export const IntegerField = ({ min = 0, max = 999_999, suffix, ...props }: LineProps & { min?: number; max?: number; suffix?: string }) => {
  const { t } = useTranslation();
  const parse = useMemo(() => parseInteger(min, max), [min, max]);
  return (
    <LineField
      {...props}
      parse={parse}
      show={showText}
      className={styles['amount']}
      suffix={suffix}
      invalidText={t('common.field.integer', { min, max })}
    />
  );
};

export const PhoneField = (props: LineProps) => {
  const { t } = useTranslation();
  return <LineField {...props} parse={parsePhone} show={showText} invalidText={t('common.field.phone')} />;
};

/** 18-digit identity number; `onRead` gets the number once its check digit is right. */
export const IdNumberField = ({ onRead, ...props }: LineProps & { onRead?: (idNumber: string) => void }) => (
  <LineField
    {...props}
    parse={parseIdNumber}
    show={showText}
    onRead={(value) => (typeof value === 'string' ? onRead?.(value) : undefined)}
  />
);

/** Free text. Ctrl+Enter saves the form; Enter is a new line. */
export const TextAreaField = ({ max = 2_000, rows = 3, ...props }: LineProps & { max?: number; rows?: number }) => {
  const parse = useMemo(() => parseText(max), [max]);
  const { attach, ...field } = useField(props, parse);
  return (
    <FieldFrame {...field.frame} wide={props.wide ?? true}>
      <Input.TextArea
        {...field.aria}
        ref={attach}
        value={showText(field.value)}
        disabled={field.off}
        autoFocus={props.autoFocus ?? false}
        autoSize={{ minRows: rows, maxRows: 16 }}
        {...(props.placeholder === undefined ? {} : { placeholder: props.placeholder })}
        {...(field.error === null ? {} : { status: 'error' as const })}
        onChange={(event) => field.set(event.target.value)}
        onBlur={field.blur}
      />
    </FieldFrame>
  );
};
