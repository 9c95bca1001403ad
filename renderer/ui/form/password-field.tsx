import { Input } from 'antd';
import { FieldFrame } from './field-frame.tsx';
import { parseAnything } from './parse.ts';
import { useField, type FieldProps } from './use-field.ts';

type Props = FieldProps & { fresh?: boolean };

/** A secret, kept exactly as typed. `fresh` marks one that is being chosen now. */
export const PasswordField = ({ fresh = false, ...props }: Props) => {
  const field = useField(props, parseAnything);
  return (
    <FieldFrame id={field.id} label={props.label} required={props.required} hint={props.hint} error={field.error}>
      <Input.Password
        {...field.aria}
        ref={field.ref}
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
