import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import type { CaseFile } from '../../../shared/cases/contract.ts';
import type { DamageKind } from '../../../shared/damages/model.ts';
import { chinaDateOf } from '../../../shared/kernel/dates.ts';
import type { SettlementFile } from '../../../shared/settlement/contract.ts';
import { useFormat } from '../../i18n/use-format.ts';
import { useWording } from '../../i18n/wording.ts';
import { useGo } from '../go.ts';
import styles from './review-page.module.css';

type Props = { file: CaseFile; settlement: SettlementFile; partyId: string; kind: DamageKind; now: string };

/** What proves an item: its bills, and the papers of this person that were received, with how many scans. */
export const EvidenceList = ({ file, settlement, partyId, kind, now }: Props) => {
  const { t } = useTranslation();
  const format = useFormat();
  const go = useGo();
  const { papers: shipped, say } = useWording();
  const bills = settlement.bills.filter((bill) => bill.partyId === partyId && bill.kind === kind && bill.voidReason === null);
  const papers = file.papers.filter((paper) => paper.voidReason === null && (paper.partyId === partyId || paper.partyId === null));
  const scans = (paperId: string): number => file.attachments.filter((one) => one.paperId === paperId && one.voidReason === null).length;
  return (
    <>
      <ul className={styles['list']}>
        {bills.map((bill) => (
          <li key={bill.id}>
            {[bill.hospital, bill.number, bill.billedOn].filter(Boolean).join(' · ')}{' '}
            <span className="tabular">
              {format.amount(bill.amountFen ?? (bill.lines ?? []).reduce((sum, line) => sum + line.amountFen, 0))}
            </span>
          </li>
        ))}
        {papers.map((paper) => {
          const known = shipped.find(({ id }) => id === paper.wordingId);
          const count = scans(paper.id);
          return (
            <li key={paper.id}>
              {known === undefined ? paper.name : say(known.name)} · {format.day(chinaDateOf(paper.at), now)}{' '}
              {count === 0 ? null : <span className={styles['second']}>{t('settlement.evidence.scans', { count })}</span>}
            </li>
          );
        })}
      </ul>
      <Button type="link" size="small" onClick={() => go.case(file.case.id, { partyId, step: 4 })}>
        {t('settlement.evidence.open')}
      </Button>
    </>
  );
};
