import { Button } from 'antd';
import { useId, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { v7 } from 'uuid';
import type { CaseFile } from '../../../shared/cases/contract.ts';
import { channels, counterparts, outcomes, type Counterpart } from '../../../shared/contacts/model.ts';
import { caseFeatures } from '../../../shared/wording/case-features.ts';
import { deriveCaseSignals } from '../../../shared/wording/signals.ts';
import type { ContactStart } from '../../app/contact-editor.ts';
import { useAttempt } from '../../app/use-attempt.ts';
import { WordingHints } from '../../app/wording/wording-hints.tsx';
import { useWording } from '../../i18n/wording.ts';
import { ChoiceField, SelectField } from '../../ui/form/choice-fields.tsx';
import { Form } from '../../ui/form/form.tsx';
import { TextAreaField, TextField } from '../../ui/form/text-fields.tsx';
import { InstantField } from '../../ui/form/time-fields.tsx';
import { useForm, useFieldValue, type FormHandle } from '../../ui/form/use-form.ts';
import { useToast } from '../../ui/toast/use-toast.tsx';
import styles from './contact-editor.module.css';
import { contactInput, nameFor, startValues, type ContactValues } from './contact-values.ts';
import { FactRows } from './fact-rows.tsx';
import { PromiseRows, QuestionRows, ToldRows } from './said-rows.tsx';
import { toldLines } from './told.ts';

type Props = { file: CaseFile; start: ContactStart; now: string; onClose: () => void };

/** Topics this case needs and nobody has told yet. */
const useDueTopics = (file: CaseFile, partyId: string | null): ReadonlySet<string> => {
  const { topics } = useWording();
  return useMemo(() => {
    const signals = deriveCaseSignals(caseFeatures(file, partyId));
    return new Set(
      toldLines({ topics, signals, file, partyId })
        .filter((line) => line.told === null)
        .map((line) => line.topic.id),
    );
  }, [topics, file, partyId]);
};

/** Saves the log; the toast takes it back by voiding it. */
const useRecord = (file: CaseFile, start: ContactStart & { step: number; draftKey: string }, onClose: () => void) => {
  const { t } = useTranslation();
  const attempt = useAttempt();
  const toast = useToast();
  const { factOf } = useWording();
  const caseId = file.case.id;
  return async (values: ContactValues) => {
    const input = contactInput(values, {
      caseId,
      step: start.step,
      correctsLogId: start.correctsLogId ?? null,
      draftKey: start.draftKey,
      factOf,
    });
    const problem = await attempt((api) => api.contacts.record(input));
    if (problem !== null) return problem;
    const undo = (): void =>
      void attempt((api) =>
        api.cases.voidRow({ caseId, entity: 'contactLog', id: values.logId, reason: t('contacts.editor.undoReason'), restores: false }),
      );
    toast.undoable(t('contacts.editor.saved', { number: file.case.reportNumber }), undo);
    onClose();
    return null;
  };
};

/** The single screen of a contact: left who, how and what; right what was told, promised, asked and learned. */
export const ContactForm = ({ file, start, now, onClose }: Props) => {
  const { t } = useTranslation();
  const id = useId();
  const parties = file.parties.filter((one) => one.voidReason === null);
  const corrects = file.logs.find((log) => log.id === start.correctsLogId) ?? null;
  const step = corrects?.step ?? start.step ?? 4;
  const partyId = start.partyId ?? (parties.length === 1 ? (parties[0]?.id ?? null) : null);
  const [first] = useState(() => startValues({ file, partyId, step, now, logId: v7(), corrects, topic: start.topic ?? null }));
  const form = useForm<ContactValues>(first);
  const plain = form as unknown as FormHandle<object>;
  const due = useDueTopics(file, useFieldValue<string | null>(plain, 'partyId'));
  const body = useFieldValue<string | null>(plain, 'body');
  const partyKnown = useFieldValue<string | null>(plain, 'partyId') !== null;
  const draftKey = corrects === null ? `contact:${file.case.id}` : `contact:${file.case.id}:${corrects.id}`;
  const save = useRecord(file, { ...start, step, draftKey }, onClose);
  const nameOn = (counterpart: Counterpart | null): void => {
    if (counterpart !== null) form.set('counterpartName', nameFor(file, counterpart, form.values().partyId));
  };
  return (
    <Form
      form={form}
      onSubmit={save}
      submitLabel={t('contacts.editor.save')}
      draft={{ key: draftKey, caseId: file.case.id }}
      grid={false}
      label={t('contacts.editor.title')}
      extra={<Button onClick={onClose}>{t('common.action.cancel')}</Button>}
    >
      <div className={styles['columns']} id={id}>
        <div className={styles['main']}>
          {corrects === null ? null : (
            <TextField name="correctionReason" label={t('contacts.editor.correctionReason')} required wide max={2_000} />
          )}
          <ChoiceField<Counterpart>
            name="counterpart"
            label={t('contacts.editor.counterpart')}
            required
            wide
            choices={counterparts.map((value) => ({ value, label: t(`contacts.counterpart.${value}`) }))}
            onPick={nameOn}
          />
          <ChoiceField
            name="channel"
            label={t('contacts.editor.channel')}
            required
            wide
            choices={channels.map((value) => ({ value, label: t(`contacts.channel.${value}`) }))}
          />
          <ChoiceField
            name="outcome"
            label={t('contacts.editor.outcome')}
            required
            choices={outcomes.map((value) => ({ value, label: t(`contacts.outcome.${value}`) }))}
          />
          <TextField name="counterpartName" label={t('contacts.editor.name')} />
          <InstantField name="contactAt" label={t('contacts.editor.contactAt')} required />
          <TextField name="place" label={t('contacts.editor.place')} max={500} />
          {parties.length > 1 ? (
            <SelectField
              name="partyId"
              label={t('contacts.editor.party')}
              choices={parties.map((one) => ({ value: one.id, label: one.name }))}
              hint={t('contacts.editor.partyHint')}
            />
          ) : null}
          <ChoiceField
            name="mood"
            label={t('contacts.editor.mood')}
            wide
            choices={[1, 2, 3, 4, 5].map((value) => ({ value, label: t(`contacts.mood.${value}`) }))}
          />
          <TextAreaField name="body" label={t('contacts.editor.body')} rows={5} max={100_000} autoFocus />
          <WordingHints text={body} use="log" />
        </div>
        <div className={styles['said']}>
          <ToldRows form={form} step={step} due={due} />
          <PromiseRows form={form} now={now} />
          <QuestionRows form={form} />
          <FactRows form={form} step={step} partyKnown={partyKnown} />
        </div>
      </div>
    </Form>
  );
};
