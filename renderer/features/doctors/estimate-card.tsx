import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CaseFile } from '../../../shared/cases/contract.ts';
import { useFormat } from '../../i18n/use-format.ts';
import { estimatesOf } from './diagnosis-view.ts';
import styles from './doctors.module.css';
import { EstimateDialog } from './estimate-dialog.tsx';

type Props = { file: CaseFile; partyId: string; today: string; readOnly: boolean };

/** Plan, stay and cost as a doctor told them last; earlier ones stay in sight. */
export const EstimateCard = ({ file, partyId, today, readOnly }: Props) => {
  const { t } = useTranslation();
  const format = useFormat();
  const [open, setOpen] = useState(false);
  const [estimate, ...earlier] = estimatesOf(file, partyId);
  return (
    <section aria-label={t('doctors.estimate.title')}>
      <div className={styles['head']}>
        <strong>{t('doctors.estimate.title')}</strong>
        {estimate === undefined ? null : (
          <span className={styles['second']}>{[estimate.doctor, estimate.statedOn].filter(Boolean).join(' · ')}</span>
        )}
        {readOnly ? null : (
          <Button size="small" onClick={() => setOpen(true)}>
            {t(estimate === undefined ? 'doctors.estimate.add' : 'doctors.estimate.addNew')}
          </Button>
        )}
      </div>
      {estimate === undefined ? (
        <p className={styles['second']}>{t('doctors.estimate.none')}</p>
      ) : (
        <dl className={styles['pairs']}>
          <div>
            <dt>{t('doctors.estimate.plan')}</dt>
            <dd>{estimate.plan ?? '—'}</dd>
          </div>
          <div>
            <dt>{t('doctors.estimate.stay')}</dt>
            <dd>{estimate.stayDays === null ? '—' : t('doctors.estimate.days', { days: estimate.stayDays })}</dd>
          </div>
          <div>
            <dt>{t('doctors.estimate.cost')}</dt>
            <dd className="tabular">
              {format.money(estimate.costFen)}
              {estimate.nonListedFen === null
                ? ''
                : ` ${t('doctors.estimate.nonListed', { amount: format.amount(estimate.nonListedFen) })}`}
            </dd>
          </div>
          <div style={{ gridColumn: '1 / -1' }}>
            <dt>{t('doctors.estimate.outcome')}</dt>
            <dd>{estimate.outcome ?? '—'}</dd>
          </div>
        </dl>
      )}
      {earlier.length > 0 ? (
        <p className={styles['second']}>
          {t('doctors.estimate.earlier', { list: earlier.map((row) => `${row.statedOn ?? ''} ${format.money(row.costFen)}`).join('; ') })}
        </p>
      ) : null}
      {open ? <EstimateDialog file={file} partyId={partyId} today={today} onClose={() => setOpen(false)} /> : null}
    </section>
  );
};
