import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { proofs, understandings } from '../../../shared/disclosures/model.ts';
import { promiseSides } from '../../../shared/promises/model.ts';
import { WordingHints } from '../../app/wording/wording-hints.tsx';
import { useWording } from '../../i18n/wording.ts';
import { ChoiceField, SelectField, YesNoField } from '../../ui/form/choice-fields.tsx';
import { TextAreaField, TextField } from '../../ui/form/text-fields.tsx';
import { InstantField } from '../../ui/form/time-fields.tsx';
import { useFieldValue, useRows, type FormHandle } from '../../ui/form/use-form.ts';
import { AddFrom } from './add-from.tsx';
import styles from './contact-editor.module.css';
import type { ContactValues } from './contact-values.ts';
import { dueChoices, dueFor } from './due-choices.ts';

export type EditorForm = FormHandle<ContactValues>;
type Rows = { form: EditorForm; now: string };

const plain = (form: EditorForm): FormHandle<object> => form as unknown as FormHandle<object>;

const Remove = ({ label, onClick }: { label: string; onClick: () => void }) => (
  <Button size="small" type="text" className={styles['remove'] ?? ''} aria-label={label} onClick={onClick}>
    ×
  </Button>
);

/** One topic that was told: its words card, how it was taken, and what proves it. */
const ToldRow = ({ form, name, onRemove }: { form: EditorForm; name: string; onRemove: () => void }) => {
  const { t } = useTranslation();
  const { topicOf, say } = useWording();
  const topic = topicOf(useFieldValue<string>(plain(form), `${name}.topic`));
  const title = topic === undefined ? '' : say(topic.name);
  const ownWords = useFieldValue<string | null>(plain(form), `${name}.words`);
  return (
    <div className={styles['row']} role="group" aria-label={title}>
      <div className={styles['rowHead']}>
        <strong>{title}</strong>
        <Remove label={t('contacts.editor.removeRow', { name: title })} onClick={onRemove} />
      </div>
      {topic === undefined ? null : <p className={styles['card']}>{say(topic.card)}</p>}
      <ChoiceField
        name={`${name}.understood`}
        label={t('contacts.editor.understood')}
        required
        choices={understandings.map((value) => ({ value, label: t(`contacts.understood.${value}`) }))}
      />
      <SelectField
        name={`${name}.proof`}
        label={t('contacts.editor.proof')}
        required
        choices={proofs.map((value) => ({ value, label: t(`contacts.proof.${value}`) }))}
      />
      <TextField name={`${name}.words`} label={t('contacts.editor.ownWords')} wide max={100_000} />
      <WordingHints text={ownWords} use="message" />
    </div>
  );
};

/** Topics told in this contact; the ones this step usually tells stand first. */
export const ToldRows = ({ form, step, due }: { form: EditorForm; step: number; due: ReadonlySet<string> }) => {
  const { t } = useTranslation();
  const { topics, say } = useWording();
  const { rows, add, remove } = useRows<ContactValues['disclosures'][number]>(plain(form), 'disclosures');
  const chosen = useFieldValue<ContactValues['disclosures']>(plain(form), 'disclosures') ?? [];
  const open = topics
    .filter((topic) => !chosen.some((one) => one.topic === topic.id))
    .toSorted(
      (a, b) => Number(due.has(b.id)) - Number(due.has(a.id)) || Number(b.steps.includes(step as 1)) - Number(a.steps.includes(step as 1)),
    );
  const near = open.filter((topic) => due.has(topic.id)).slice(0, 6);
  return (
    <fieldset className={styles['group']}>
      <legend>{t('contacts.editor.told')}</legend>
      {rows.map((row, i) => (
        <ToldRow key={row.key} form={form} name={row.name} onRemove={() => remove(i)} />
      ))}
      <div className={styles['chips']}>
        {near.map((topic) => (
          <Button key={topic.id} size="small" onClick={() => add({ topic: topic.id, words: null, understood: 'yes', proof: 'none' })}>
            + {say(topic.name)}
          </Button>
        ))}
        <AddFrom
          label={t('contacts.editor.otherTopic')}
          options={open.map((topic) => ({ value: topic.id, label: say(topic.name) }))}
          onAdd={(topic) => add({ topic, words: null, understood: 'yes', proof: 'none' })}
        />
      </div>
    </fieldset>
  );
};

/** Promises of either side, each with a due time. */
export const PromiseRows = ({ form, now }: Rows) => {
  const { t } = useTranslation();
  const { rows, add, remove } = useRows<ContactValues['promises'][number]>(plain(form), 'promises');
  return (
    <fieldset className={styles['group']}>
      <legend>{t('contacts.editor.promises')}</legend>
      {rows.map((row, i) => (
        <div key={row.key} className={styles['row']} role="group" aria-label={t('contacts.editor.promiseOf', { row: i + 1 })}>
          <TextField name={`${row.name}.what`} label={t('contacts.editor.what')} required wide max={2_000} />
          <ChoiceField
            name={`${row.name}.side`}
            label={t('contacts.editor.side')}
            required
            choices={promiseSides.map((value) => ({ value, label: t(`contacts.side.${value}`) }))}
          />
          <InstantField name={`${row.name}.dueAt`} label={t('contacts.editor.dueAt')} required />
          <div className={styles['chips']}>
            {dueChoices.map((choice) => (
              <Button key={choice} size="small" onClick={() => form.set(`${row.name}.dueAt`, dueFor(choice, now))}>
                {t(`contacts.due.${choice}`)}
              </Button>
            ))}
            <Remove
              label={t('contacts.editor.removeRow', { name: t('contacts.editor.promiseOf', { row: i + 1 }) })}
              onClick={() => remove(i)}
            />
          </div>
        </div>
      ))}
      <Button size="small" onClick={() => add({ what: '', side: 'us', dueAt: dueFor('tomorrow', now) })}>
        {t('contacts.editor.addPromise')}
      </Button>
    </fieldset>
  );
};

/** Questions put to us, with the answer when one was given at once. */
export const QuestionRows = ({ form }: { form: EditorForm }) => {
  const { t } = useTranslation();
  const { rows, add, remove } = useRows<ContactValues['questions'][number]>(plain(form), 'questions');
  return (
    <fieldset className={styles['group']}>
      <legend>{t('contacts.editor.questions')}</legend>
      {rows.map((row, i) => (
        <div key={row.key} className={styles['row']} role="group" aria-label={t('contacts.editor.questionOf', { row: i + 1 })}>
          <TextField name={`${row.name}.body`} label={t('contacts.editor.question')} required wide max={2_000} />
          <TextAreaField name={`${row.name}.answer`} label={t('contacts.editor.answer')} rows={1} />
          <YesNoField name={`${row.name}.complex`} label={t('contacts.editor.complex')} />
          <Remove
            label={t('contacts.editor.removeRow', { name: t('contacts.editor.questionOf', { row: i + 1 }) })}
            onClick={() => remove(i)}
          />
        </div>
      ))}
      <Button size="small" onClick={() => add({ body: '', complex: false, answer: null })}>
        {t('contacts.editor.addQuestion')}
      </Button>
    </fieldset>
  );
};
