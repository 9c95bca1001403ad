import { useTranslation } from 'react-i18next';
import type { CaseFile } from '../../../../shared/cases/contract.ts';
import { AttachmentStrip } from '../../../features/attachments/attachment-strip.tsx';
import styles from '../case-page.module.css';

type Props = { file: CaseFile; partyId: string; readOnly: boolean };

/** Photographs of identity and injuries of one person; the gate counts each kind. */
export const Photos = ({ file, partyId, readOnly }: Props) => {
  const { t } = useTranslation();
  return (
    <div className={styles['photos']}>
      {(['identity', 'injury'] as const).map((subject) => (
        <div key={subject}>
          <strong>{t(`parties.panel.${subject}Photos`)}</strong>
          <AttachmentStrip
            caseId={file.case.id}
            partyId={partyId}
            subject={subject}
            attachments={file.attachments.filter((one) => one.partyId === partyId && one.subject === subject)}
            readOnly={readOnly}
          />
        </div>
      ))}
    </div>
  );
};
