import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Question } from '../../../shared/contacts/model.ts';
import { useAttempt } from '../../app/use-attempt.ts';
import { useFormat } from '../../i18n/use-format.ts';
import { ReasonDialog } from '../../ui/form/reason-dialog.tsx';
import styles from './timeline.module.css';

type Props = { caseId: string; questions: readonly Question[]; now: string; readOnly: boolean };

/** Questions put to us that nobody has answered yet, oldest first. */
export const QuestionList = ({ caseId, questions, now, readOnly }: Props) => {
  const { t } = useTranslation();
  const format = useFormat();
  const attempt = useAttempt();
  const [answering, setAnswering] = useState<Question | null>(null);
  if (questions.length === 0) return <p className={styles['second']}>{t('contacts.question.none')}</p>;
  return (
    <>
      <ul className={styles['lines']}>
        {questions.map((question) => (
          <li key={question.id}>
            {question.body}
            <div className={styles['second']}>
              {t('contacts.question.asked', { by: t(`contacts.counterpart.${question.askedBy}`), at: format.due(question.askedAt, now) })}
              {question.complex === true ? ` · ${t('contacts.question.complex')}` : ''}
              {readOnly ? null : (
                <Button type="link" size="small" onClick={() => setAnswering(question)}>
                  {t('contacts.question.answer')}
                </Button>
              )}
            </div>
          </li>
        ))}
      </ul>
      {answering === null ? null : (
        <ReasonDialog
          title={answering.body}
          label={t('contacts.question.answerGiven')}
          confirm={t('contacts.question.save')}
          onConfirm={(answer) =>
            attempt((api) => api.contacts.answerQuestion({ caseId, questionId: answering.id, seen: answering.rev, answer }))
          }
          onClose={() => setAnswering(null)}
        />
      )}
    </>
  );
};
