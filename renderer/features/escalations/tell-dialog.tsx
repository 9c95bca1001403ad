import { useTranslation } from 'react-i18next';
import type { CaseFile } from '../../../shared/cases/contract.ts';
import type { Escalation } from '../../../shared/escalations/model.ts';
import { useAttempt } from '../../app/use-attempt.ts';
import { useFormat } from '../../i18n/use-format.ts';
import { RecordDialog } from '../../ui/form/record-dialog.tsx';

type Telling = { toldFieldNote: string; toldPartyLogId: string | null };

/** The decision reached the field, and the log in which the party heard it. */
export const TellDialog = ({ file, row, onClose }: { file: CaseFile; row: Escalation; onClose: () => void }) => {
  const { t } = useTranslation();
  const format = useFormat();
  const attempt = useAttempt();
  const logs = file.logs
    .filter((log) => log.voidReason === null && log.outcome === 'reached' && log.counterpart !== 'superior')
    .toSorted((a, b) => b.contactAt.localeCompare(a.contactAt))
    .map((log) => ({
      value: log.id,
      label: [format.instant(log.contactAt), t(`contacts.counterpart.${log.counterpart}`), (log.body ?? '').slice(0, 40)].join(' · '),
    }));
  return (
    <RecordDialog<Telling>
      title={t('escalations.tell.title')}
      note={t('escalations.tell.note')}
      initial={{ toldFieldNote: '', toldPartyLogId: null }}
      fields={[
        { name: 'toldFieldNote', kind: 'long', label: t('escalations.tell.field'), required: true },
        { name: 'toldPartyLogId', kind: 'select', label: t('escalations.tell.partyLog'), wide: true, options: logs },
      ]}
      saveLabel={t('escalations.tell.save')}
      onSave={(values) => attempt((api) => api.escalations.tell({ caseId: file.case.id, escalationId: row.id, ...values }))}
      onClose={onClose}
    />
  );
};
