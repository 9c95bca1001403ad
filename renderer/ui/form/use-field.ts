import { createElement, useCallback, useId, type ReactNode } from 'react';
import { useController } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { afterPress } from './after-press.ts';
import { ClashLine } from './clash.tsx';
import { useFormContext } from './form-context.ts';
import { showText, type Parse } from './parse.ts';
import { useParser, type FieldName } from './use-form.ts';

export type FieldProps = {
  name: FieldName;
  label: string;
  required?: boolean;
  hint?: string;
  disabled?: boolean;
  autoFocus?: boolean;
};

/** `invalidText` says how the field wants to be filled, `show` how a stored value stands in it. */
type Words = { invalidText?: string | undefined; show?: (raw: unknown) => string };

/** Ties one control to its form: value, error text, and the ids that screen readers follow. */
export const useField = (
  { name, label, required = false, hint, disabled = false }: FieldProps,
  parse: Parse,
  { invalidText, show = showText }: Words = {},
) => {
  const { form, readOnly, clash, decide } = useFormContext();
  const { t } = useTranslation();
  const id = useId();
  useParser(form.parsers, name, parse);
  const validate = useCallback(
    (raw: unknown): true | string => {
      const parsed = parse(raw);
      if (!parsed.ok) return parsed.code;
      return required && parsed.value === null ? 'required' : true;
    },
    [parse, required],
  );
  const { field, fieldState } = useController({ control: form.methods.control, name, rules: { validate } });
  const { error } = fieldState;
  const words = (code: string): string => (code === 'invalid' && invalidText !== undefined ? invalidText : t(`problem.${code}`));
  const text = error === undefined ? null : error.type === 'validate' ? words(error.message ?? 'invalid') : (error.message ?? '');
  const clashed = clash !== null && clash.name === name ? clash : null;
  const said: ReactNode = clashed === null ? text : createElement(ClashLine, { clash: clashed, shown: show(clashed.theirs), decide });
  const about = [text === null ? '' : `${id}-error`, hint === undefined ? '' : `${id}-hint`].filter(Boolean).join(' ');
  return {
    id,
    value: field.value as unknown,
    error: said,
    /** What the frame around the control says. */
    frame: { id, label, required, hint, error: said },
    set: field.onChange as (value: unknown) => void,
    blur: () => afterPress(field.onBlur),
    /** Gives the kit the element to focus on an error. */
    attach: field.ref,
    off: readOnly || disabled,
    aria: { id, 'aria-invalid': text !== null, 'aria-required': required, ...(about === '' ? {} : { 'aria-describedby': about }) },
  };
};
