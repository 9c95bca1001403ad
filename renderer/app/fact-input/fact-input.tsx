import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import type { Carer, Dependant } from '../../../shared/facts/model.ts';
import type { FactTopic } from '../../../shared/wording/model.ts';
import { useWording } from '../../i18n/wording.ts';
import { ChoiceField, SelectField } from '../../ui/form/choice-fields.tsx';
import { useFormContext } from '../../ui/form/form-context.ts';
import { AmountField, IntegerField, TextAreaField, TextField } from '../../ui/form/text-fields.tsx';
import { DateField } from '../../ui/form/time-fields.tsx';
import { useRows } from '../../ui/form/use-form.ts';
import { editorKindOf } from './fact-typed.ts';
import styles from './fact-input.module.css';

const noCarer: Carer = { name: '', relation: '', days: null, incomeMonthlyFen: null };
const noDependant: Dependant = { name: '', relation: '', bornOn: null, supporters: null };

const CarerRows = ({ name }: { name: string }) => {
  const { t } = useTranslation();
  const { form } = useFormContext();
  const { rows, add, remove } = useRows<Carer>(form, name);
  return (
    <div className={styles['rows']} style={{ gridColumn: '1 / -1' }}>
      {rows.map((row, i) => (
        <div key={row.key} className={styles['row']}>
          <TextField name={`${row.name}.name`} label={t('facts.carer.name')} required />
          <TextField name={`${row.name}.relation`} label={t('facts.carer.relation')} required max={64} />
          <IntegerField name={`${row.name}.days`} label={t('facts.carer.days')} max={20_000} />
          <AmountField name={`${row.name}.incomeMonthlyFen`} label={t('facts.carer.income')} />
          <Button onClick={() => remove(i)} aria-label={t('facts.form.removeRow', { row: i + 1 })}>
            ×
          </Button>
        </div>
      ))}
      <Button onClick={() => add(noCarer)}>{t('facts.carer.add')}</Button>
    </div>
  );
};

const DependantRows = ({ name }: { name: string }) => {
  const { t } = useTranslation();
  const { form } = useFormContext();
  const { rows, add, remove } = useRows<Dependant>(form, name);
  return (
    <div className={styles['rows']} style={{ gridColumn: '1 / -1' }}>
      {rows.map((row, i) => (
        <div key={row.key} className={styles['row']}>
          <TextField name={`${row.name}.name`} label={t('facts.carer.name')} required />
          <TextField name={`${row.name}.relation`} label={t('facts.carer.relation')} required max={64} />
          <DateField name={`${row.name}.bornOn`} label={t('facts.dependant.bornOn')} />
          <IntegerField name={`${row.name}.supporters`} label={t('facts.dependant.supporters')} min={1} max={20} />
          <Button onClick={() => remove(i)} aria-label={t('facts.form.removeRow', { row: i + 1 })}>
            ×
          </Button>
        </div>
      ))}
      <Button onClick={() => add(noDependant)}>{t('facts.dependant.add')}</Button>
    </div>
  );
};

/** The control that fits the kind of the topic. `name` is the place of the fact in the form, empty for the whole form. */
export const FactInput = ({ topic, name, autoFocus = false }: { topic: FactTopic; name: string; autoFocus?: boolean }) => {
  const { say } = useWording();
  const at = (slot: string): string => (name === '' ? slot : `${name}.${slot}`);
  const label = say(topic.name);
  const choices = (topic.choices ?? []).map((one) => ({ value: one.id, label: say(one.name) }));
  switch (editorKindOf(topic)) {
    case 'money':
      return <AmountField name={at('amountFen')} label={label} required autoFocus={autoFocus} />;
    case 'number':
      return <IntegerField name={at('number')} label={label} required autoFocus={autoFocus} />;
    case 'date':
      return <DateField name={at('on')} label={label} required autoFocus={autoFocus} />;
    case 'choice':
      return choices.length > 8 ? (
        <SelectField name={at('choice')} label={label} required choices={choices} />
      ) : (
        <ChoiceField name={at('choice')} label={label} required wide choices={choices} />
      );
    case 'carers':
      return <CarerRows name={at('carers')} />;
    case 'dependants':
      return <DependantRows name={at('dependants')} />;
    case 'text':
      return <TextAreaField name={at('text')} label={label} required autoFocus={autoFocus} max={100_000} rows={2} />;
  }
};
