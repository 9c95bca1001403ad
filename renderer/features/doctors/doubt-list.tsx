import { Button, Tag } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CaseFile } from '../../../shared/cases/contract.ts';
import type { Doubt } from '../../../shared/doctors/model.ts';
import { problemText } from '../../i18n/problem-text.ts';
import { useAttempt } from '../../app/use-attempt.ts';
import { useToast } from '../../ui/toast/use-toast.tsx';
import { doubtsOf } from './diagnosis-view.ts';
import styles from './doctors.module.css';
import { AnswerDoubtDialog, DoubtDialog } from './doubt-dialogs.tsx';

type Props = { file: CaseFile; partyId: string | null; readOnly: boolean };

/** What does not fit between accident, injury and cause; open until answered with a source. */
export const DoubtList = ({ file, partyId, readOnly }: Props) => {
  const { t } = useTranslation();
  const attempt = useAttempt();
  const toast = useToast();
  const [editing, setEditing] = useState<Doubt | 'new' | null>(null);
  const [answering, setAnswering] = useState<Doubt | null>(null);
  const caseId = file.case.id;
  const reopen = async (doubt: Doubt): Promise<void> => {
    const problem = await attempt((api) => api.doctors.reopenDoubt({ caseId, doubtId: doubt.id }));
    if (problem !== null) toast.failed(problemText(t, problem));
  };
  const doubts = doubtsOf(file, partyId);
  return (
    <>
      {doubts.length === 0 ? <p className={styles['second']}>{t('doctors.doubt.none')}</p> : null}
      <ul className={styles['lines']}>
        {doubts.map((doubt) => (
          <li key={doubt.id}>
            <Tag color={doubt.state === 'open' ? 'warning' : 'success'}>{t(`doctors.doubt.state.${doubt.state}`)}</Tag>
            {doubt.body}
            <div className={styles['second']}>
              {doubt.state === 'answered'
                ? t('doctors.doubt.answered', { answer: doubt.answer ?? '', source: doubt.answerSource ?? '' })
                : [
                    doubt.askWhom === null ? null : t('doctors.doubt.askWhom', { whom: doubt.askWhom }),
                    doubt.ownerName === null ? t('doctors.doubt.noOwner') : t('doctors.doubt.owner', { name: doubt.ownerName }),
                  ]
                    .filter(Boolean)
                    .join(' · ')}
            </div>
            {readOnly ? null : doubt.state === 'open' ? (
              <div className={styles['acts']}>
                <Button type="link" size="small" onClick={() => setAnswering(doubt)}>
                  {t('doctors.doubt.answer')}
                </Button>
                <Button type="link" size="small" onClick={() => setEditing(doubt)}>
                  {t('doctors.doubt.edit')}
                </Button>
              </div>
            ) : (
              <Button type="link" size="small" onClick={() => void reopen(doubt)}>
                {t('doctors.doubt.reopen')}
              </Button>
            )}
          </li>
        ))}
      </ul>
      {readOnly ? null : (
        <Button size="small" style={{ marginTop: 6 }} onClick={() => setEditing('new')}>
          {t('doctors.doubt.add')}
        </Button>
      )}
      {editing === null ? null : (
        <DoubtDialog
          caseId={caseId}
          partyId={partyId}
          doubt={editing === 'new' ? null : editing}
          ownerName={file.case.ownerName}
          onClose={() => setEditing(null)}
        />
      )}
      {answering === null ? null : <AnswerDoubtDialog caseId={caseId} doubt={answering} onClose={() => setAnswering(null)} />}
    </>
  );
};
