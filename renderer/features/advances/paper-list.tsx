import { useTranslation } from 'react-i18next';
import { advancePapersOf, type AdvancePaper } from '../../../shared/advances/papers.ts';
import type { CaseFile } from '../../../shared/cases/contract.ts';
import { useFormat } from '../../i18n/use-format.ts';
import styles from './advances.module.css';

const sign: Record<AdvancePaper['state'], string> = { there: '✓', missing: '○', 'if-any': '–' };

/** Papers the decision rests on, with what the file holds already. */
export const AdvancePapers = ({ file, partyId }: { file: CaseFile; partyId: string }) => {
  const { t } = useTranslation();
  const format = useFormat();
  const whatOf = ({ id, what }: AdvancePaper): string => {
    if (what === null) return '';
    if (id === 'estimate') return ` ${format.money(Number(what))}`;
    return id === 'scenePhotos' ? ` ${t('advances.paper.count', { count: Number(what) })}` : ` ${what}`;
  };
  return (
    <ul className={styles['lines']} aria-label={t('advances.paper.title')}>
      {advancePapersOf(file, partyId).map((paper) => (
        <li key={paper.id} className={styles[paper.state === 'missing' ? 'open' : 'met']}>
          <span aria-hidden="true" className={styles['sign']}>
            {sign[paper.state]}
          </span>
          <span>
            {t(`advances.paper.${paper.id}`)}
            <span className={styles['second']}>
              {' · '}
              {t(`advances.paper.state.${paper.state}`)}
              {paper.state === 'there' ? whatOf(paper) : ''}
            </span>
          </span>
        </li>
      ))}
    </ul>
  );
};
