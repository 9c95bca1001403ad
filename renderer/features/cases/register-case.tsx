import { useTranslation } from 'react-i18next';
import type { Problem } from '../../../shared/kernel/problem.ts';
import { severities, sourceChannels } from '../../../shared/cases/model.ts';
import { useCore } from '../../app/core-context.ts';
import { useAttempt } from '../../app/use-attempt.ts';
import { useNow } from '../../app/use-now.ts';
import { ChoiceField } from '../../ui/form/choice-fields.tsx';
import { FormModal } from '../../ui/form/form-modal.tsx';
import { Form } from '../../ui/form/form.tsx';
import { CodeField, IntegerField, PhoneField, TextAreaField, TextField } from '../../ui/form/text-fields.tsx';
import { InstantField } from '../../ui/form/time-fields.tsx';
import { useForm } from '../../ui/form/use-form.ts';
import { useToast } from '../../ui/toast/use-toast.tsx';

type Values = {
  reportNumber: string | null;
  policyNumber: string | null;
  plate: string | null;
  insuredName: string | null;
  insuredPhone: string | null;
  reportedAt: string | null;
  accidentAt: string | null;
  accidentPlace: string | null;
  accidentCause: string | null;
  accidentCourse: string | null;
  injuredCount: number | null;
  hospital: string | null;
  severity: (typeof severities)[number] | null;
  sourceChannel: (typeof sourceChannels)[number] | null;
  ownerName: string | null;
};

const empty: Values = {
  reportNumber: null,
  policyNumber: null,
  plate: null,
  insuredName: null,
  insuredPhone: null,
  reportedAt: null,
  accidentAt: null,
  accidentPlace: null,
  accidentCause: null,
  accidentCourse: null,
  injuredCount: null,
  hospital: null,
  severity: 'ordinary',
  sourceChannel: 'hotline',
  ownerName: null,
};

const Fields = () => {
  const { t } = useTranslation();
  return (
    <>
      <CodeField name="reportNumber" label={t('cases.field.reportNumber')} required autoFocus />
      <InstantField name="reportedAt" label={t('cases.field.reportedAt')} />
      <CodeField name="policyNumber" label={t('cases.field.policyNumber')} />
      <CodeField name="plate" label={t('cases.field.plate')} max={32} />
      <TextField name="insuredName" label={t('cases.field.insuredName')} />
      <PhoneField name="insuredPhone" label={t('cases.field.insuredPhone')} />
      <InstantField name="accidentAt" label={t('cases.field.accidentAt')} />
      <TextField name="accidentPlace" label={t('cases.field.accidentPlace')} max={500} />
      <TextField name="accidentCause" label={t('cases.field.accidentCause')} max={500} />
      <IntegerField name="injuredCount" label={t('cases.field.injuredCount')} max={500} />
      <TextField name="hospital" label={t('cases.field.hospital')} />
      <TextField name="ownerName" label={t('cases.field.ownerName')} />
      <ChoiceField
        name="severity"
        label={t('cases.field.severity')}
        choices={severities.map((value) => ({ value, label: t(`cases.severity.${value}`) }))}
      />
      <ChoiceField
        name="sourceChannel"
        label={t('cases.field.sourceChannel')}
        wide
        choices={sourceChannels.map((value) => ({ value, label: t(`cases.source.${value}`) }))}
      />
      <TextAreaField name="accidentCourse" label={t('cases.field.accidentCourse')} max={100_000} />
    </>
  );
};

type Props = { onClose: () => void; onDone: (caseId: string) => void };

/** Registers a case by hand, with as much as the caller can say now. */
export const RegisterCase = ({ onClose, onDone }: Props) => {
  const { t } = useTranslation();
  const { api } = useCore();
  const attempt = useAttempt();
  const toast = useToast();
  const now = useNow();
  const form = useForm<Values>({ ...empty, reportedAt: now });
  const submit = (values: Values): Promise<Problem | null> =>
    attempt(async () => {
      const { id } = await api.cases.register({ values: { ...values, reportNumber: values.reportNumber ?? '' } });
      toast.done(t('cases.register.done', { number: values.reportNumber }));
      onClose();
      onDone(id);
    });
  return (
    <FormModal title={t('cases.register.title')} width={920} onClose={onClose}>
      <Form form={form} onSubmit={submit} submitLabel={t('cases.register.submit')} draft={{ key: 'case:new', caseId: null }}>
        <Fields />
      </Form>
    </FormModal>
  );
};
