import { useTranslation } from 'react-i18next';
import type { CaseFile } from '../../../shared/cases/contract.ts';
import type { treatmentEstimate } from '../../../shared/doctors/model.ts';
import type { FieldsOf } from '../../../shared/sync/entity.ts';
import { useAttempt } from '../../app/use-attempt.ts';
import { RecordDialog } from '../../ui/form/record-dialog.tsx';

type Values = FieldsOf<typeof treatmentEstimate>;
type Props = { file: CaseFile; partyId: string; today: string; onClose: () => void };

/** The doctor's plan with stay and cost, as told on one day. */
export const EstimateDialog = ({ file, partyId, today, onClose }: Props) => {
  const { t } = useTranslation();
  const attempt = useAttempt();
  const caseId = file.case.id;
  return (
    <RecordDialog<Values>
      title={t('doctors.estimate.title')}
      initial={{
        partyId: partyId as Values['partyId'],
        logId: null,
        plan: null,
        stayDays: null,
        costFen: null,
        nonListedFen: null,
        outcome: null,
        statedOn: today,
        doctor: null,
      }}
      draft={{ key: `estimate:${partyId}`, caseId }}
      fields={[
        { name: 'plan', kind: 'long', label: t('doctors.estimate.plan') },
        { name: 'stayDays', kind: 'integer', label: t('doctors.estimate.stay'), max: 3_650 },
        { name: 'costFen', kind: 'amount', label: t('doctors.estimate.cost') },
        { name: 'nonListedFen', kind: 'amount', label: t('doctors.estimate.nonListedField') },
        { name: 'outcome', kind: 'long', label: t('doctors.estimate.outcome') },
        { name: 'doctor', kind: 'text', label: t('doctors.diagnosis.doctor') },
        { name: 'statedOn', kind: 'date', label: t('doctors.diagnosis.statedOn') },
      ]}
      saveLabel={t('doctors.estimate.save')}
      onSave={(values) => attempt((api) => api.doctors.recordEstimate({ caseId, values }))}
      onClose={onClose}
    />
  );
};
