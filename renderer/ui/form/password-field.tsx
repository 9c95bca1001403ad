import { Input } from 'antd';
import { useCallback } from 'react';
import { FieldFrame } from './field-frame.tsx';
import { useFormContext } from './form-context.ts';
import { parseAnything, type Parse } from './parse.ts';
import { useField, type FieldProps } from './use-field.ts';

type Props = FieldProps & {
  fresh?: boolean;
  /** Another field that must hold the same, and what to say when it does not. */ sameAs?: { name: string; text: string };
};

/** A secret, kept exactly as typed. `fresh` marks one that is being chosen now. */
export const PasswordField = ({ fresh = false, sameAs, ...props }: Props) => {
  const { form } = useFormContext();
  const other = sameAs?.name;
  const parse = useCallback<Parse>(
    (raw) => (other !== undefined && raw !== form.methods.getValues(other) ? { ok: false, code: 'invalid' } : parseAnything(raw)),
    [other, form],
  );
  const { attach, ...field } = useField(props, parse, { invalidText: sameAs?.text });
  return (
    <FieldFrame {...field.frame}>
      <Input.Password
        {...field.aria}
        ref={attach}
        value={typeof field.value === 'string' ? field.value : ''}
        disabled={field.off}
        autoFocus={props.autoFocus ?? false}
        autoComplete={fresh ? 'new-password' : 'current-password'}
        {...(field.error === null ? {} : { status: 'error' as const })}
        onChange={(event) => field.set(event.target.value)}
        onBlur={field.blur}
      />
    </FieldFrame>
  );
};
