import { Button } from 'antd';
import { lazy, Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import type { CaseFile } from '../../../shared/cases/contract.ts';
import { diagnosisModes, type diagnosis } from '../../../shared/doctors/model.ts';
import type { FieldsOf } from '../../../shared/sync/entity.ts';
import { useAttempt } from '../../app/use-attempt.ts';
import { ChoiceField, YesNoField } from '../../ui/form/choice-fields.tsx';
import { FormModal } from '../../ui/form/form-modal.tsx';
import { Form } from '../../ui/form/form.tsx';
import { TextAreaField, TextField } from '../../ui/form/text-fields.tsx';
import { DateField } from '../../ui/form/time-fields.tsx';
import { useFieldValue, useForm } from '../../ui/form/use-form.ts';

const IcdPicker = lazy(async () => ({ default: (await import('./icd-picker.tsx')).IcdPicker }));

type Values = FieldsOf<typeof diagnosis>;
type Props = { file: CaseFile; partyId: string; today: string; onClose: () => void };

/** One diagnosis as spoken, as written, or the note that nothing is written yet. */
export const DiagnosisDialog = ({ file, partyId, today, onClose }: Props) => {
  const { t } = useTranslation();
  const attempt = useAttempt();
  const party = file.parties.find((one) => one.id === partyId);
  const caseId = file.case.id;
  const form = useForm<Values>({
    partyId: partyId as Values['partyId'],
    logId: null,
    mode: 'spoken',
    body: '',
    icd10: null,
    hospital: party?.hospital ?? null,
    department: party?.department ?? null,
    doctor: null,
    statedOn: today,
    oldIllness: null,
  });
  const icd10 = useFieldValue<string | null>(form as never, 'icd10');
  const save = async (values: Values) => {
    const problem = await attempt((api) => api.doctors.recordDiagnosis({ caseId, values }));
    if (problem === null) onClose();
    return problem;
  };
  const modes = diagnosisModes.map((value) => ({ value, label: t(`doctors.mode.${value}`) }));
  return (
    <FormModal title={t('doctors.diagnosis.title')} width={720} onClose={onClose}>
      <Form
        form={form}
        onSubmit={save}
        submitLabel={t('doctors.diagnosis.save')}
        draft={{ key: `diagnosis:${partyId}`, caseId }}
        extra={<Button onClick={onClose}>{t('common.action.cancel')}</Button>}
      >
        <ChoiceField name="mode" label={t('doctors.diagnosis.mode')} required wide choices={modes} />
        <TextAreaField name="body" label={t('doctors.diagnosis.body')} required autoFocus rows={2} />
        <Suspense fallback={<span>{t('doctors.diagnosis.icd10')} …</span>}>
          <IcdPicker
            label={t('doctors.diagnosis.icd10')}
            value={icd10}
            onType={(typed) => form.set('icd10', typed)}
            onIllness={() => form.set('oldIllness', true)}
          />
        </Suspense>
        <TextField name="hospital" label={t('doctors.diagnosis.hospital')} />
        <TextField name="department" label={t('doctors.diagnosis.department')} />
        <TextField name="doctor" label={t('doctors.diagnosis.doctor')} />
        <DateField name="statedOn" label={t('doctors.diagnosis.statedOn')} />
        <YesNoField name="oldIllness" label={t('doctors.diagnosis.oldIllness')} />
      </Form>
    </FormModal>
  );
};
