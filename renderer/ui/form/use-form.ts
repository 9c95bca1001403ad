import { useEffect, useMemo, useState } from 'react';
import { useFieldArray, useForm as useHookForm, useWatch, type FieldValues, type UseFormReturn } from 'react-hook-form';
import type { Problem } from '../../../shared/kernel/problem.ts';
import type { Parse } from './parse.ts';

/** Where a value stands in the form: `name`, `log.body`, `promises.0.dueAt`. */
export type FieldName = string;

/** A form in use. `methods` is for the kit alone; pages use the other members. */
export type FormHandle<T extends object> = {
  readonly methods: UseFormReturn<FieldValues>;
  /** Parsers of the fields on the screen, by name. */
  readonly parsers: Map<FieldName, Parse>;
  readonly initial: T;
  /** The values as they stand, half-typed text included. */
  values(): T;
  set(name: FieldName, value: unknown): void;
  /** Starts over with these values. */
  reset(values: T): void;
};

/** Makes a form. `initial` is read once; call `reset` to start over. */
export const useForm = <T extends object>(initial: T): FormHandle<T> => {
  const methods = useHookForm<FieldValues>({ defaultValues: initial as FieldValues, mode: 'onTouched', shouldFocusError: true });
  const [parsers] = useState(() => new Map<FieldName, Parse>());
  const [first] = useState(initial);
  return useMemo(
    () => ({
      methods,
      parsers,
      initial: first,
      values: () => methods.getValues() as T,
      set: (name, value) =>
        methods.setValue(name, value, { shouldDirty: true, shouldTouch: true, shouldValidate: methods.formState.isSubmitted }),
      reset: (values) => methods.reset(values as FieldValues),
    }),
    [methods, parsers, first],
  );
};

/** The value of one field as it changes. */
export const useFieldValue = <V>(form: FormHandle<object> | FormHandle<never>, name: FieldName): V =>
  useWatch({ control: (form as FormHandle<object>).methods.control, name }) as V;

/** Repeated lines of a form, for example the promises made in one contact. */
export const useRows = <V extends object>(form: FormHandle<never> | FormHandle<object>, name: FieldName) => {
  const { fields, append, remove } = useFieldArray({ control: (form as FormHandle<object>).methods.control, name });
  return {
    /** `key` is stable for React; fields of line i are named `${name}.${i}.…`. */
    rows: fields.map((one, i) => ({ key: one.id, name: `${name}.${i}` })),
    add: (value: V): void => append(value, { shouldFocus: true }),
    remove: (i: number): void => remove(i),
  };
};

export const useParser = (parsers: Map<FieldName, Parse>, name: FieldName, parse: Parse): void => {
  useEffect(() => {
    parsers.set(name, parse);
    return () => void parsers.delete(name);
  }, [parsers, name, parse]);
};

const place = (target: Record<string, unknown>, name: FieldName, value: unknown): void => {
  const path = name.split('.');
  const last = path.pop() ?? name;
  const parent = path.reduce<Record<string, unknown> | undefined>((at, key) => at?.[key] as Record<string, unknown> | undefined, target);
  if (parent !== undefined) parent[last] = value;
};

/** The values as the core wants them: every field on the screen read by its parser. */
export const readValues = <T extends object>(form: FormHandle<T>): T => {
  const values = structuredClone(form.methods.getValues()) as Record<string, unknown>;
  for (const [name, parse] of form.parsers) {
    const parsed = parse(form.methods.getValues(name));
    if (parsed.ok) place(values, name, parsed.value);
  }
  return values as T;
};

/** The field of the form a problem of the core belongs to: `values.reportNumber` is the form's `reportNumber`. */
export const fieldOf = (parsers: ReadonlyMap<FieldName, Parse>, path: string | null): FieldName | null => {
  const parts = path?.split('.') ?? [];
  const names = parts.map((_, i) => parts.slice(i).join('.'));
  return names.find((name) => parsers.has(name)) ?? null;
};

/** Puts a problem at its field and moves the focus there; without a field it stands above the buttons. */
export const applyProblem = <T extends object>(form: FormHandle<T>, problem: Problem, text: string): void => {
  const name = fieldOf(form.parsers, problem.field);
  form.methods.setError(name ?? 'root.problem', { type: problem.code, message: text }, { shouldFocus: name !== null });
};
