import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import type { FactSource, FactValue } from '../../../shared/facts/model.ts';
import type { FactTopic } from '../../../shared/wording/model.ts';
import { FactInput } from '../../app/fact-input/fact-input.tsx';
import { noFact, typedFrom, valueFrom, type FactTyped } from '../../app/fact-input/fact-typed.ts';
import { useAttempt } from '../../app/use-attempt.ts';
import { useWording } from '../../i18n/wording.ts';
import { FormModal } from '../../ui/form/form-modal.tsx';
import { Form } from '../../ui/form/form.tsx';
import { ChoiceField } from '../../ui/form/choice-fields.tsx';
import { TextField } from '../../ui/form/text-fields.tsx';
import { InstantField } from '../../ui/form/time-fields.tsx';
import { useForm } from '../../ui/form/use-form.ts';
import { sourcesFor, usualSource } from './fact-view.ts';

type Props = {
  caseId: string;
  partyId: string | null;
  topic: FactTopic;
  now: string;
  onClose: () => void;
  /** What was heard already, to be confirmed or put right. */
  heard?: FactValue | null;
};

type Values = FactTyped & { source: FactSource; sourceName: string | null; saidAt: string };

/** Records what was said about one topic, by whom and when. The source is a row of chips: number keys choose. */
export const FactDialog = ({ caseId, partyId, topic, now, onClose, heard = null }: Props) => {
  const { t } = useTranslation();
  const { say } = useWording();
  const attempt = useAttempt();
  const typed = heard === null ? noFact : typedFrom(heard);
  const form = useForm<Values>({ ...typed, source: usualSource(topic), sourceName: null, saidAt: now });
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
        <ChoiceField
          name="source"
          label={t('facts.form.source')}
          required
          wide
          choices={sourcesFor(topic).map((value) => ({ value, label: t(`facts.source.${value}`) }))}
        />
        <TextField name="sourceName" label={t('facts.form.sourceName')} />
        <InstantField name="saidAt" label={t('facts.form.saidAt')} required />
      </Form>
    </FormModal>
  );
};
