import { Alert, Button } from 'antd';
import { useRef, useState, type KeyboardEvent, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormState } from 'react-hook-form';
import type { Problem } from '../../../shared/kernel/problem.ts';
import { problemText } from '../../i18n/problem-text.ts';
import { useFormat } from '../../i18n/use-format.ts';
import { belongsToInputMethod } from '../shortcuts/keys.ts';
import { ClashLine, clashOf, type Clash } from './clash.tsx';
import type { NotKept } from './draft-store.ts';
import type { Edited } from './edited.ts';
import { useFirstFocus } from './first-focus.ts';
import { focusNext, isOnlyField, movesOn } from './enter-moves-on.ts';
import { FormContext } from './form-context.ts';
import styles from './form.module.css';
import { applyProblem, fieldOf, readValues, type FormHandle } from './use-form.ts';
import { useDraft, type Draft, type DraftPlace } from './use-draft.ts';

type Props<T extends object> = {
  form: FormHandle<T>;
  /** Saves the values; a problem goes to its field, `null` means saved. Bugs are thrown and caught by the caller's mutation. */
  onSubmit: (values: T) => Promise<Problem | null>;
  submitLabel: string;
  /** Where the half-written form is kept; leave out for secrets. */
  draft?: DraftPlace;
  /** For a form of a stored row: lets the person choose when somebody else changed the same field. */
  edited?: Edited<T>;
  readOnly?: boolean;
  /** Further buttons, after the submit button. */
  extra?: ReactNode;
  /** Lays the fields out in a grid; off when the children bring their own layout. */
  grid?: boolean;
  label?: string;
  children: ReactNode;
};

const DraftLine = ({ draft }: { draft: Draft }) => {
  const { t } = useTranslation();
  const format = useFormat();
  const why = (problem: NotKept): string => (problem === 'no-answer' ? t('common.state.noAnswer') : problemText(t, problem));
  return (
    <>
      {draft.restoredAt === null ? null : (
        <p className={styles['draft']} role="status">
          {t('common.draft.restored', { at: format.instant(draft.restoredAt) })}
          <Button type="link" size="small" onClick={() => void draft.discard()}>
            {t('common.draft.discard')}
          </Button>
        </p>
      )}
      {draft.problem === null ? null : <Alert type="warning" showIcon title={`${t('common.draft.notKept')} ${why(draft.problem)}`} />}
    </>
  );
};

const RootProblem = ({ form }: { form: FormHandle<object> }) => {
  const { errors } = useFormState({ control: form.methods.control });
  const text = errors.root?.['problem']?.message;
  return text === undefined ? null : <Alert type="error" showIcon role="alert" title={text} />;
};

/** What the other person wrote, as the form's value; what cannot be read here (a masked number) leaves the field as it was. */
const theirValue = (form: FormHandle<object>, { name, theirs }: Clash): unknown => {
  const parse = form.parsers.get(name);
  if (parse === undefined) return typeof theirs === 'string' && /^[[{]/.test(theirs) ? JSON.parse(theirs) : theirs;
  return parse(theirs).ok ? theirs : (form.initial as Record<string, unknown>)[name];
};

/** Everything that a form does here, in one place: Enter moves on, Ctrl+Enter saves, problems go to their fields, drafts are kept. */
export const Form = <T extends object>({
  form,
  onSubmit,
  submitLabel,
  draft: place,
  edited: editedRow,
  readOnly = false,
  extra,
  grid = true,
  label,
  children,
}: Props<T>) => {
  const { t } = useTranslation();
  const [busy, setBusy] = useState(false);
  const element = useRef<HTMLFormElement>(null);
  useFirstFocus(element);
  const plain = form as unknown as FormHandle<object>;
  const edited = (editedRow as unknown as Edited<object> | undefined) ?? null;
  const draft = useDraft(plain, readOnly ? null : (place ?? null), edited);
  const [clash, setClash] = useState<Clash | null>(null);
  const save = async (): Promise<void> => {
    setBusy(true);
    try {
      await draft.hold();
      const problem = await onSubmit(readValues(form));
      if (problem === null) await draft.saved();
      else applyProblem(form, problem, problemText(t, problem));
      setClash(problem === null || edited === null ? null : clashOf(problem, fieldOf(form.parsers, problem.field)));
    } finally {
      draft.goOn();
      setBusy(false);
    }
  };
  const submit = (): void => {
    if (busy || readOnly) return;
    form.methods.clearErrors('root');
    void form.methods.handleSubmit(save)();
  };
  const decide = (mine: boolean): void => {
    if (clash === null) return;
    const { name, rev } = clash;
    const value = theirValue(plain, clash);
    if (!mine) form.set(name, value);
    edited?.agree(name, { value, rev }, mine);
    setClash(null);
    form.methods.clearErrors();
    submit();
  };
  const onKeyDown = (event: KeyboardEvent<HTMLFormElement>): void => {
    if (event.key !== 'Enter' || belongsToInputMethod(event.nativeEvent)) return;
    if (event.ctrlKey || event.metaKey || (movesOn(event.target) && isOnlyField(event.currentTarget))) {
      event.preventDefault();
      submit();
    } else if (movesOn(event.target)) {
      event.preventDefault();
      focusNext(event.currentTarget, event.target as HTMLElement);
    }
  };
  return (
    <FormContext value={{ form: plain, readOnly, clash, decide }}>
      <form
        ref={element}
        className={styles['form']}
        noValidate
        aria-label={label}
        onKeyDown={onKeyDown}
        onSubmit={(event) => {
          event.preventDefault();
          submit();
        }}
      >
        <DraftLine draft={draft} />
        {grid ? <div className={styles['fields']}>{children}</div> : children}
        {clash !== null && !form.parsers.has(clash.name) ? (
          <Alert type="error" showIcon role="alert" title={<ClashLine clash={clash} shown="…" decide={decide} />} />
        ) : (
          <RootProblem form={plain} />
        )}
        <div className={styles['foot']}>
          {readOnly ? null : (
            <Button type="primary" htmlType="submit" loading={busy} aria-busy={busy}>
              {submitLabel} <kbd>Ctrl ⏎</kbd>
            </Button>
          )}
          {extra}
        </div>
      </form>
    </FormContext>
  );
};
