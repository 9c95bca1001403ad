import { useCallback, useId } from 'react';
import { useController } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { useFormContext } from './form-context.ts';
import type { Parse } from './parse.ts';
import { useParser, type FieldName } from './use-form.ts';

export type FieldProps = {
  name: FieldName;
  label: string;
  required?: boolean;
  hint?: string;
  disabled?: boolean;
  autoFocus?: boolean;
};

/** Ties one control to its form: value, error text, and the ids that screen readers follow. `invalidText` says how the field wants to be filled. */
export const useField = ({ name, required = false, hint, disabled = false }: FieldProps, parse: Parse, invalidText?: string) => {
  const { form, readOnly } = useFormContext();
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
  const about = [text === null ? '' : `${id}-error`, hint === undefined ? '' : `${id}-hint`].filter(Boolean).join(' ');
  return {
    id,
    value: field.value as unknown,
    error: text,
    set: field.onChange as (value: unknown) => void,
    blur: field.onBlur,
    /** Gives the kit the element to focus on an error. */
    attach: field.ref,
    off: readOnly || disabled,
    aria: { id, 'aria-invalid': text !== null, 'aria-required': required, ...(about === '' ? {} : { 'aria-describedby': about }) },
  };
};
