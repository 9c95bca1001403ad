import { Button, Tag } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { CaseFile } from '../../../shared/cases/contract.ts';
import { SyncWordMark } from '../../app/sync/sync-word.tsx';
import { useSyncWords } from '../../app/sync/use-sync.ts';
import styles from './case-file.module.css';
import { ageOf, limitInWords, partyOf } from './case-title.ts';
import { PartySwitch } from './party-switch.tsx';
import { WaitingSentence } from './waiting-sentence.tsx';

type Props = {
  file: CaseFile;
  partyId: string | null;
  now: string;
  onParty: (partyId: string) => void;
  onAddParty: (() => void) | null;
  onEdit: (() => void) | null;
  /** Closes an open case or reopens a closed one; null when the role may do neither. */
  onState: (() => void) | null;
  /** More to do with the whole case, for example undo. */
  tools?: ReactNode;
  children: ReactNode;
};

/** Person, case, sentence and steps: what must be understood before anything else. */
export const CaseHeader = ({ file, partyId, now, onParty, onAddParty, onEdit, onState, tools, children }: Props) => {
  const { t, i18n } = useTranslation();
  const party = partyOf(file, partyId);
  const { case: row } = file;
  const word = useSyncWords(row.id)(row.id);
  const age = party === null ? null : ageOf(party, now);
  const title =
    party === null
      ? [row.insuredName ?? row.reportNumber]
      : [party.name, age === null ? null : t('case-file.header.age', { age }), party.injurySummary];
  const facts = [
    t('case-file.header.report', { number: row.reportNumber }),
    row.plate,
    row.liabilityFinding === null
      ? null
      : t(`case-file.liability.${row.liabilityFinding}`) + (row.liabilityShare === null ? '' : ` ${row.liabilityShare}%`),
    row.commercialLimitFen === null
      ? t('case-file.header.compulsoryOnly')
      : t('case-file.header.cover', { limit: limitInWords(row.commercialLimitFen, i18n.language === 'zh-CN' ? 'zh' : 'en') }),
    row.ownerName,
  ];
  const there = (text: string | null): text is string => text !== null && text !== '';
  return (
    <header className={styles['header']}>
      <div className={styles['top']}>
        <h1 className={styles['title']}>{title.filter(there).join(' · ')}</h1>
        <span className={styles['facts']}>{facts.filter(there).join(' · ')}</span>
        {row.severity === 'serious' ? <Tag color="error">{t('case-file.severity.serious')}</Tag> : null}
        {row.state === 'closed' ? <Tag>{t('case-file.state.closed')}</Tag> : null}
        {word === null ? null : <SyncWordMark word={word} />}
        <div className={styles['tools']}>
          <PartySwitch
            parties={file.parties.filter((one) => one.voidReason === null)}
            current={partyId}
            onPick={onParty}
            onAdd={onAddParty}
          />
          {tools}
          {onEdit === null ? null : (
            <Button size="small" onClick={onEdit}>
              {t('case-file.header.edit')}
            </Button>
          )}
          {onState === null ? null : (
            <Button size="small" onClick={onState}>
              {t(row.state === 'open' ? 'case-file.header.close' : 'case-file.header.reopen')}
            </Button>
          )}
        </div>
      </div>
      <WaitingSentence file={file} partyId={partyId} now={now} />
      {children}
    </header>
  );
};
