import { useTranslation } from 'react-i18next';
import type { CaseFile } from '../../../../shared/cases/contract.ts';
import { ToldList } from '../../../features/contacts/told-list.tsx';
import { useToldLines } from '../helper-column.tsx';
import styles from '../case-page.module.css';

type Props = { file: CaseFile; partyId: string | null; step: number; now: string; onTell: ((topicId: string) => void) | null };

/** What this step should say in this case, and what was said. */
export const ToldSection = ({ file, partyId, step, now, onTell }: Props) => {
  const { t } = useTranslation();
  const all = useToldLines({ file, partyId });
  const lines = all.filter((line) => line.topic.steps.includes(step as 1));
  const told = all.filter((line) => line.told !== null).length;
  return (
    <section aria-label={t('contacts.told.title')}>
      <div className={styles['head']}>
        <strong>{t('contacts.told.title')}</strong>
        <span className={styles['second']}>{t('contacts.told.ofCase', { all: all.length, told })}</span>
      </div>
      <ToldList lines={lines} now={now} onTell={onTell} />
    </section>
  );
};
