import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { factSources, type FactSource, type FactValue } from '../../../shared/facts/model.ts';
import type { FactTopic } from '../../../shared/wording/model.ts';
import { FactInput } from '../../app/fact-input/fact-input.tsx';
import { noFact, valueFrom, type FactTyped } from '../../app/fact-input/fact-typed.ts';
import { useAttempt } from '../../app/use-attempt.ts';
import { useWording } from '../../i18n/wording.ts';
import { FormModal } from '../../ui/form/form-modal.tsx';
import { Form } from '../../ui/form/form.tsx';
import { SelectField } from '../../ui/form/choice-fields.tsx';
import { TextField } from '../../ui/form/text-fields.tsx';
import { InstantField } from '../../ui/form/time-fields.tsx';
import { useForm } from '../../ui/form/use-form.ts';

type Props = { caseId: string; partyId: string | null; topic: FactTopic; now: string; onClose: () => void };

type Values = FactTyped & { source: FactSource; sourceName: string | null; saidAt: string };

/** Records what was said about one topic, by whom and when. */
export const FactDialog = ({ caseId, partyId, topic, now, onClose }: Props) => {
  const { t } = useTranslation();
  const { say } = useWording();
  const attempt = useAttempt();
  const form = useForm<Values>({ ...noFact, source: partyId === null ? 'insured' : 'injured', sourceName: null, saidAt: now });
  const save = async (values: Values) => {
    const value: FactValue = valueFrom(topic, values);
    const problem = await attempt((api) =>
      api.facts.add({
        caseId,
        partyId: topic.subject === 'case' ? null : partyId,
        saidAt: values.saidAt,
        facts: [{ topic: topic.id, value, source: values.source, sourceName: values.sourceName }],
      }),
    );
    if (problem === null) onClose();
    return problem;
  };
  return (
    <FormModal title={say(topic.name)} width={640} onClose={onClose}>
      <p style={{ color: 'var(--lb-second)', marginBottom: 8 }}>
        {say(topic.ask.open)} {say(topic.ask.closed)}
      </p>
      <Form
        form={form}
        onSubmit={save}
        submitLabel={t('facts.form.save')}
        draft={{ key: `fact:${caseId}:${partyId ?? ''}:${topic.id}`, caseId }}
        extra={<Button onClick={onClose}>{t('common.action.cancel')}</Button>}
      >
        <FactInput topic={topic} name="" autoFocus />
        <SelectField
          name="source"
          label={t('facts.form.source')}
          required
          choices={factSources.map((value) => ({ value, label: t(`facts.source.${value}`) }))}
        />
        <TextField name="sourceName" label={t('facts.form.sourceName')} />
        <InstantField name="saidAt" label={t('facts.form.saidAt')} required />
      </Form>
    </FormModal>
  );
};
