import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { FactInput } from '../../app/fact-input/fact-input.tsx';
import { noFact } from '../../app/fact-input/fact-typed.ts';
import { useWording } from '../../i18n/wording.ts';
import { useFieldValue, useRows, type FormHandle } from '../../ui/form/use-form.ts';
import { AddFrom } from './add-from.tsx';
import styles from './contact-editor.module.css';
import type { ContactValues } from './contact-values.ts';
import type { EditorForm } from './said-rows.tsx';

type Props = { form: EditorForm; step: number; partyKnown: boolean };

/** Facts heard in this contact; speaker and time are those of the contact. */
export const FactRows = ({ form, step, partyKnown }: Props) => {
  const { t } = useTranslation();
  const { facts, factOf, say } = useWording();
  const plain = form as unknown as FormHandle<object>;
  const { rows, add, remove } = useRows<ContactValues['facts'][number]>(plain, 'facts');
  const chosen = useFieldValue<ContactValues['facts']>(plain, 'facts') ?? [];
  const open = facts
    .filter((topic) => (partyKnown || topic.subject === 'case') && !chosen.some((one) => one.topic === topic.id))
    .toSorted((a, b) => Number(b.steps.includes(step as 1)) - Number(a.steps.includes(step as 1)));
  return (
    <fieldset className={styles['group']}>
      <legend>{t('contacts.editor.facts')}</legend>
      {rows.map((row, i) => {
        const topic = factOf(chosen[i]?.topic ?? '');
        return topic === undefined ? null : (
          <div key={row.key} className={styles['row']}>
            <FactInput topic={topic} name={row.name} />
            <Button
              size="small"
              type="text"
              className={styles['remove'] ?? ''}
              aria-label={t('contacts.editor.removeRow', { name: say(topic.name) })}
              onClick={() => remove(i)}
            >
              ×
            </Button>
          </div>
        );
      })}
      <AddFrom
        label={t('contacts.editor.addFact')}
        options={open.map((topic) => ({ value: topic.id, label: say(topic.name) }))}
        onAdd={(topic) => add({ ...noFact, topic })}
      />
    </fieldset>
  );
};
