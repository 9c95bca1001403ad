import { Button, Tag } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CaseFile } from '../../../shared/cases/contract.ts';
import { chinaDateOf } from '../../../shared/kernel/dates.ts';
import type { MediationRound } from '../../../shared/mediations/model.ts';
import { nextRound, offerLadder } from '../../../shared/mediations/rules.ts';
import { clockTimeOf } from '../../i18n/format.ts';
import { useFormat } from '../../i18n/use-format.ts';
import styles from './mediations.module.css';
import { OfferLadder } from './offer-ladder.tsx';
import { RoundDialog } from './round-dialog.tsx';

type Props = { file: CaseFile; partyId: string; now: string; mayRecord: boolean };

const colour: Record<MediationRound['reply'], string> = {
  agreed: 'success',
  considering: 'processing',
  countered: 'warning',
  refused: 'error',
};

const RoundLine = ({ row, now }: { row: MediationRound; now: string }) => {
  const { t } = useTranslation();
  const format = useFormat();
  const there = [row.place, row.mediator === null ? null : t('mediations.panel.by', { name: row.mediator }), row.present?.join('、')];
  return (
    <li>
      <strong>{t('mediations.ladder.round', { number: row.round })}</strong>{' '}
      <time dateTime={row.heldAt}>
        {format.day(chinaDateOf(row.heldAt), now)} {clockTimeOf(row.heldAt)}
      </time>{' '}
      <Tag color={colour[row.reply]}>{t(`mediations.reply.${row.reply}`)}</Tag>
      <span className="tabular">
        {t('mediations.panel.figures', { ours: format.money(row.ourProposalFen), theirs: format.money(row.theirProposalFen) })}
      </span>
      <div className={styles['second']}>{there.filter((text) => text !== null && text !== undefined && text !== '').join(' · ')}</div>
      {row.note === null ? null : <div className={styles['text']}>{row.note}</div>}
      {row.nextOn === null ? null : (
        <div className={styles['second']}>{t('mediations.panel.next', { on: format.day(row.nextOn, now) })}</div>
      )}
    </li>
  );
};

/** 调解: rounds with place, people, proposals and replies, and how the two sides came nearer. */
export const MediationPanel = ({ file, partyId, now, mayRecord }: Props) => {
  const { t } = useTranslation();
  const [recording, setRecording] = useState(false);
  const all = file.rounds.filter((row) => row.partyId === partyId);
  const rows = all.filter((row) => row.voidReason === null).toSorted((a, b) => b.heldAt.localeCompare(a.heldAt));
  const round = nextRound(all);
  return (
    <section aria-label={t('mediations.panel.title')}>
      <div className={styles['head']}>
        <strong>{t('mediations.panel.title')}</strong>
        {mayRecord ? (
          <Button size="small" onClick={() => setRecording(true)}>
            {t('mediations.panel.record', { round })}
          </Button>
        ) : null}
      </div>
      {rows.length === 0 ? <p className={styles['second']}>{t('mediations.panel.none')}</p> : null}
      <ul className={styles['lines']}>
        {rows.map((row) => (
          <RoundLine key={row.id} row={row} now={now} />
        ))}
      </ul>
      <OfferLadder rungs={offerLadder(file, partyId)} now={now} />
      {recording ? (
        <RoundDialog
          caseId={file.case.id}
          partyId={partyId}
          round={round}
          now={now}
          last={rows[0] ?? null}
          onClose={() => setRecording(false)}
        />
      ) : null}
    </section>
  );
};
