import { useTranslation } from 'react-i18next';
import styles from './search.module.css';

type Hit = {
  reportNumber: string;
  insuredName: string | null;
  partyNames: readonly string[];
  plate: string | null;
  hit: { entity: string; excerpt: string };
};

/** One hit: which case, who, and where the words were found. */
export const HitLine = ({ hit }: { hit: Hit }) => {
  const { t } = useTranslation();
  const people = [hit.partyNames.slice(0, 3).join(t('common.list.comma')), hit.insuredName, hit.plate].filter(Boolean).join(' · ');
  return (
    <div className={styles['hit']}>
      <div className={styles['head']}>
        <strong className="tabular">{hit.reportNumber}</strong>
        <span>{people}</span>
      </div>
      <div className={styles['where']}>
        {t(`search.entity.${hit.hit.entity}`, { defaultValue: t('search.entity.other') })}
        {hit.hit.excerpt === '' ? null : `: ${hit.hit.excerpt}`}
      </div>
    </div>
  );
};
