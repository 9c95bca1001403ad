import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { undisputedPaid } from '../../../shared/advances/rules.ts';
import type { CaseFile } from '../../../shared/cases/contract.ts';
import { DueWords } from '../../app/due-time.tsx';
import { useFormat } from '../../i18n/use-format.ts';
import { AdvanceDialog } from './advance-dialogs.tsx';
import { AdvanceRows, type AdvanceRights } from './advance-rows.tsx';
import { advancesOf } from './advance-view.ts';
import styles from './advances.module.css';

type Props = AdvanceRights & { file: CaseFile; partyId: string; now: string };

const over: readonly CaseFile['offers'][number]['state'][] = ['accepted', 'paid', 'closed'];

/** What of the decided items is certain so far, less what was paid ahead. */
const certainFen = (file: CaseFile, partyId: string): number => {
  const items = file.items.filter((item) => item.partyId === partyId && item.voidReason === null && item.decision === 'decided');
  const allowed = items.reduce((total, { allowedFen }) => total + (allowedFen ?? 0), 0);
  return Math.max(0, allowed - undisputedPaid(file.advances, partyId).reduce((total, { amountFen }) => total + amountFen, 0));
};

/** 先付无争议部分: while the whole is still open, the certain part is paid, at the latest sixty days after complete papers. */
export const UndisputedPanel = ({ file, partyId, now, ...more }: Props) => {
  const { t } = useTranslation();
  const format = useFormat();
  const [writing, setWriting] = useState(false);
  const rows = advancesOf(file, partyId).filter(({ basis }) => basis === 'undisputed');
  const clock = file.clocks.find(({ kind, partyId: of }) => kind === 'undisputed-part' && of === partyId);
  const amount = certainFen(file, partyId);
  // Once they have agreed, the whole is due within ten days: nothing is left to pay ahead.
  const agreed = file.offers.some((one) => one.partyId === partyId && one.voidReason === null && over.includes(one.state));
  if (agreed && rows.length === 0) return null;
  return (
    <section aria-label={t('advances.undisputed.title')}>
      <div className={styles['head']}>
        <strong>{t('advances.undisputed.title')}</strong>
        {clock === undefined ? null : <DueWords clock={clock} now={now} name={t('clocks.rule.undisputed-part')} />}
        {more.mayWrite && !agreed ? (
          <Button size="small" onClick={() => setWriting(true)}>
            {t('advances.undisputed.write')}
          </Button>
        ) : null}
      </div>
      {rows.length === 0 ? <p className={styles['second']}>{t('advances.undisputed.none')}</p> : null}
      {amount > 0 && !agreed ? (
        <p className={styles['second']}>{t('advances.undisputed.certain', { amount: format.money(amount) })}</p>
      ) : null}
      <AdvanceRows file={file} partyId={partyId} now={now} rows={rows} {...more} />
      {writing ? <AdvanceDialog file={file} partyId={partyId} row={null} basis="undisputed" onClose={() => setWriting(false)} /> : null}
    </section>
  );
};
