import { useTranslation } from 'react-i18next';
import type { CaseFile } from '../../../shared/cases/contract.ts';
import { chinaDateOf } from '../../../shared/kernel/dates.ts';
import { originalsOf, type OriginalLine } from '../../../shared/papers/notice.ts';
import { useFormat } from '../../i18n/use-format.ts';
import { usePaperWords } from './paper-words.ts';
import styles from './papers.module.css';

type Props = { file: CaseFile; partyId: string | null; now: string };

/** 原件交接: whose originals are in our hands, and what went back when and to whom. */
export const OriginalsPart = ({ file, partyId, now }: Props) => {
  const { t } = useTranslation();
  const format = useFormat();
  const { nameOf } = usePaperWords();
  const { held, returned } = originalsOf(file, partyId);
  if (held.length + returned.length === 0) return null;
  const day = (at: string | null): string => (at === null ? '—' : format.day(chinaDateOf(at), now));
  const line = (one: OriginalLine, words: string) => (
    <li key={one.paperId}>
      {nameOf(one)} <span className={styles['second']}>{[words, one.byName ?? ''].filter(Boolean).join(' · ')}</span>
    </li>
  );
  return (
    <div className={styles['part']}>
      <div className={styles['head']}>
        <strong>{t('papers.originals.title')}</strong>
        <span className={styles['second']}>{t('papers.originals.count', { held: held.length, returned: returned.length })}</span>
      </div>
      <ul className={styles['plain']}>
        {held.map((one) => line(one, t('papers.originals.held', { at: day(one.receivedAt), name: one.receivedFrom ?? '' })))}
        {returned.map((one) => line(one, t('papers.originals.returned', { at: day(one.returnedAt), name: one.returnedTo ?? '' })))}
      </ul>
    </div>
  );
};
