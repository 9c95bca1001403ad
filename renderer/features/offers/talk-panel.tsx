import { Button, Tag } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CaseFile } from '../../../shared/cases/contract.ts';
import type { DamageItem } from '../../../shared/damages/model.ts';
import type { Negotiation } from '../../../shared/offers/negotiation-model.ts';
import { lastNamed, nextTalk } from '../../../shared/offers/negotiation-rules.ts';
import { useFormat } from '../../i18n/use-format.ts';
import { offersOf } from './offer-view.ts';
import styles from './offers.module.css';
import { TalkDialog } from './talk-dialog.tsx';

type Props = { file: CaseFile; partyId: string; now: string; mayRecord: boolean };

const colour: Record<Negotiation['reply'], string> = {
  agreed: 'success',
  considering: 'processing',
  countered: 'warning',
  refused: 'error',
};

const TalkLine = ({ row, now }: { row: Negotiation; now: string }) => {
  const { t } = useTranslation();
  const format = useFormat();
  const who = [row.askedByName ?? t(`contacts.counterpart.${row.askedBy}`), t(`contacts.channel.${row.channel}`)].join(' · ');
  return (
    <li>
      <strong>{t('offers.talk.round', { round: row.round })}</strong> <time dateTime={row.heldAt}>{format.due(row.heldAt, now)}</time>{' '}
      <span className={styles['second']}>{who}</span> <Tag color={colour[row.reply]}>{t(`mediations.reply.${row.reply}`)}</Tag>
      <span className="tabular">
        {row.oursFen === null && row.theirsFen === null
          ? t('offers.talk.itemsOnly')
          : t('offers.talk.line', { ours: format.money(row.oursFen), theirs: format.money(row.theirsFen) })}
      </span>
      {row.note === null ? null : <div className={styles['text']}>{row.note}</div>}
    </li>
  );
};

/** Where the two sides stand item by item: the newest figure of each. */
const Gaps = ({ rows, items }: { rows: readonly Negotiation[]; items: readonly DamageItem[] }) => {
  const { t } = useTranslation();
  const format = useFormat();
  const last = lastNamed(rows);
  const named = items.filter(({ id }) => last.has(id));
  if (named.length === 0) return null;
  return (
    <div className={styles['scroll']}>
      <table className={styles['table']} aria-label={t('offers.talk.gaps')}>
        <thead>
          <tr>
            <th scope="col">{t('offers.talk.item')}</th>
            <th scope="col">{t('offers.talk.allowed')}</th>
            <th scope="col">{t('offers.talk.lastOurs')}</th>
            <th scope="col">{t('offers.talk.lastTheirs')}</th>
            <th scope="col">{t('offers.compare.diff')}</th>
          </tr>
        </thead>
        <tbody>
          {named.map((item) => {
            const { oursFen = null, theirsFen = null } = last.get(item.id) ?? {};
            return (
              <tr key={item.id}>
                <th scope="row">{[t(`damages.kind.${item.kind}`), item.label].filter(Boolean).join(' · ')}</th>
                <td className="tabular">{format.amount(item.allowedFen)}</td>
                <td className="tabular">{format.amount(oursFen)}</td>
                <td className="tabular">{format.amount(theirsFen)}</td>
                <td className="tabular">{oursFen === null || theirsFen === null ? '—' : format.amount(theirsFen - oursFen)}</td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
};

/** 协商: rounds of talks with each side's figures, and where they stand now item by item. */
export const TalkPanel = ({ file, partyId, now, mayRecord }: Props) => {
  const { t } = useTranslation();
  const [recording, setRecording] = useState(false);
  const all = file.talks.filter((row) => row.partyId === partyId);
  const rows = all.filter((row) => row.voidReason === null).toSorted((a, b) => (b.round ?? 0) - (a.round ?? 0));
  const items = file.items.filter((item) => item.partyId === partyId && item.voidReason === null);
  const round = nextTalk(all);
  return (
    <section aria-label={t('offers.talk.title')}>
      <div className={styles['head']}>
        <strong>{t('offers.talk.title')}</strong>
        {mayRecord && items.length > 0 ? (
          <Button size="small" onClick={() => setRecording(true)}>
            {t('offers.talk.record', { round })}
          </Button>
        ) : null}
      </div>
      {rows.length === 0 ? <p className={styles['second']}>{t('offers.talk.none')}</p> : null}
      <ul className={styles['lines']}>
        {rows.map((row) => (
          <TalkLine key={row.id} row={row} now={now} />
        ))}
      </ul>
      <Gaps rows={rows} items={items} />
      {recording ? (
        <TalkDialog
          caseId={file.case.id}
          partyId={partyId}
          partyName={file.parties.find((one) => one.id === partyId)?.name ?? null}
          offer={offersOf(file, partyId)[0] ?? null}
          items={items}
          round={round}
          now={now}
          onClose={() => setRecording(false)}
        />
      ) : null}
    </section>
  );
};
