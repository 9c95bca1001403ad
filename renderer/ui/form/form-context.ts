import { createContext, useContext } from 'react';
import type { ClashState } from './clash.tsx';
import type { FormHandle } from './use-form.ts';

export type FormState = { form: FormHandle<object>; readOnly: boolean } & ClashState;

export const FormContext = createContext<FormState | null>(null);

export const useFormContext = (): FormState => {
  const context = useContext(FormContext);
  if (context === null) throw new Error('a field stands outside a Form');
  return context;
};
