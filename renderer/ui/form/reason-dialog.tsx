import { useTranslation } from 'react-i18next';
import type { Problem } from '../../../shared/kernel/problem.ts';
import { RecordDialog } from './record-dialog.tsx';

type Props = {
  title: string;
  /** What the reason will be read for. */
  note?: string;
  label?: string;
  confirm: string;
  onConfirm: (reason: string) => Promise<Problem | null>;
  onClose: () => void;
};

/** Asks for one text before something out of the ordinary is done. */
export const ReasonDialog = ({ title, note, label, confirm, onConfirm, onClose }: Props) => {
  const { t } = useTranslation();
  return (
    <RecordDialog<{ reason: string | null }>
      title={title}
      {...(note === undefined ? {} : { note })}
      width={520}
      initial={{ reason: null }}
      fields={[{ name: 'reason', kind: 'long', label: label ?? t('common.field.reason'), required: true, rows: 3 }]}
      saveLabel={confirm}
      onSave={({ reason }) => onConfirm(reason ?? '')}
      onClose={onClose}
    />
  );
};
