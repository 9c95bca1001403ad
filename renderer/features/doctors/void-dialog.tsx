import { useTranslation } from 'react-i18next';
import { useAttempt } from '../../app/use-attempt.ts';
import { ReasonDialog } from '../../ui/form/reason-dialog.tsx';

type Props = { caseId: string; entity: 'injuryMark' | 'treatmentEvent' | 'diagnosis'; id: string; what: string; onClose: () => void };

/** Takes a finding back with a reason; it stays in the journal. */
export const VoidDialog = ({ caseId, entity, id, what, onClose }: Props) => {
  const { t } = useTranslation();
  const attempt = useAttempt();
  return (
    <ReasonDialog
      title={t('doctors.void.title')}
      note={what}
      confirm={t('doctors.void.confirm')}
      onConfirm={(reason) => attempt((api) => api.cases.voidRow({ caseId, entity, id, reason, restores: false }))}
      onClose={onClose}
    />
  );
};
