import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CaseFile } from '../../../shared/cases/contract.ts';
import { AdvanceDialog } from './advance-dialogs.tsx';
import { AdvanceRows, type AdvanceRights } from './advance-rows.tsx';
import { advancesOf } from './advance-view.ts';
import styles from './advances.module.css';
import { AdvancePapers } from './paper-list.tsx';

type Props = AdvanceRights & { file: CaseFile; partyId: string; now: string };

/** 垫付: when treatment is urgent and the family cannot pay. Papers, requests, answers and payments of one person. */
export const AdvancePanel = ({ file, partyId, ...more }: Props) => {
  const { t } = useTranslation();
  const [writing, setWriting] = useState(false);
  const rows = advancesOf(file, partyId);
  return (
    <section aria-label={t('advances.panel.title')}>
      <div className={styles['head']}>
        <strong>{t('advances.panel.title')}</strong>
        {file.case.advanceNeeded === true ? <span className={styles['second']}>{t('advances.panel.needed')}</span> : null}
        {more.mayWrite ? (
          <Button size="small" onClick={() => setWriting(true)}>
            {t('advances.panel.write')}
          </Button>
        ) : null}
      </div>
      {rows.length === 0 ? <p className={styles['second']}>{t('advances.panel.none')}</p> : <AdvancePapers file={file} partyId={partyId} />}
      <AdvanceRows file={file} partyId={partyId} rows={rows} {...more} />
      {writing ? <AdvanceDialog file={file} partyId={partyId} row={null} onClose={() => setWriting(false)} /> : null}
    </section>
  );
};
