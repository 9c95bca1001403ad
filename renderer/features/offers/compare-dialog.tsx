import { Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { compareSheets, type OfferChanges } from '../../../shared/offers/compare.ts';
import type { Offer } from '../../../shared/offers/model.ts';
import { useFormat } from '../../i18n/use-format.ts';
import { Dialog } from '../../ui/dialog/dialog.tsx';
import { whyInWords } from './change-words.ts';
import { ratioInWords } from './offer-view.ts';
import styles from './offers.module.css';

const Pick = ({
  label,
  value,
  offers,
  onPick,
}: {
  label: string;
  value: string;
  offers: readonly Offer[];
  onPick: (id: string) => void;
}) => {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <label className={styles['pick']}>
      {label}
      <Select
        size="small"
        value={value}
        onChange={onPick}
        options={offers.map((one) => ({
          value: one.id,
          label: `v${one.version} ${format.money(one.amountFen)} ${t(`offers.state.${one.state}`)}`,
        }))}
      />
    </label>
  );
};

type Row = { key: string; name: string; fromFen: number | null; toFen: number | null; why?: string[] };

/** Before, now, the difference and why: one table for items, payers and totals. */
const ChangeTable = ({ title, head, rows }: { title: string; head: 'item' | 'payer' | 'sum'; rows: readonly Row[] }) => {
  const { t } = useTranslation();
  const format = useFormat();
  if (rows.length === 0) return null;
  const signed = (fen: number): string => `${fen > 0 ? '+' : ''}${format.amount(fen)}`;
  return (
    <table className={`${styles['table']} ${styles['changes']}`} aria-label={title}>
      <caption className={styles['caption']}>{title}</caption>
      <thead>
        <tr>
          <th scope="col">{t(`offers.compare.${head}`)}</th>
          {(['before', 'now', 'diff'] as const).map((name) => (
            <th key={name} scope="col">
              {t(`offers.compare.${name}`)}
            </th>
          ))}
          <th scope="col" className={styles['words']}>
            {rows.some(({ why = [] }) => why.length > 0) ? t('offers.compare.why') : null}
          </th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.key}>
            <th scope="row">{row.name}</th>
            <td className="tabular">{format.amount(row.fromFen)}</td>
            <td className="tabular">{format.amount(row.toFen)}</td>
            <td className="tabular">{signed((row.toFen ?? 0) - (row.fromFen ?? 0))}</td>
            <td className={styles['words']}>
              {(row.why ?? []).map((text) => (
                <div key={text}>{text}</div>
              ))}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
};

const useRows = (changes: OfferChanges) => {
  const { t } = useTranslation();
  const format = useFormat();
  return {
    lines: changes.lines.map((one): Row => ({
      key: one.itemId,
      name: [t(`damages.kind.${one.kind}`), one.label].filter(Boolean).join(' · '),
      fromFen: one.fromFen,
      toFen: one.toFen,
      why: one.why.map((why) => whyInWords(t, format, why)),
    })),
    payers: changes.payers.map((one): Row => ({ key: `${one.payer} ${one.layer}`, name: t(`offers.layer.${one.layer}`), ...one })),
    totals: changes.totals.map((one): Row => ({ key: one.name, ...one, name: t(`offers.compare.total.${one.name}`) })),
  };
};

const Changes = ({ before, now }: { before: Offer; now: Offer }) => {
  const { t } = useTranslation();
  const [a, b] = [before.sheet, now.sheet];
  if (a === null || b === null) {
    const row = { key: 'total', name: t('offers.compare.total.due'), fromFen: before.amountFen, toFen: now.amountFen };
    return (
      <>
        <p className={styles['second']}>{t('offers.compare.noSheet')}</p>
        <ChangeTable title={t('offers.compare.totals')} head="sum" rows={[row]} />
      </>
    );
  }
  return <SheetChanges changes={compareSheets(a, b)} />;
};

const SheetChanges = ({ changes }: { changes: OfferChanges }) => {
  const { t } = useTranslation();
  const rows = useRows(changes);
  const same =
    changes.lines.length + changes.payers.length + changes.shares.length + changes.totals.length === 0 && changes.ground === null;
  if (same) return <p>{t('offers.compare.same')}</p>;
  return (
    <>
      <ChangeTable title={t('offers.compare.lines')} head="item" rows={rows.lines} />
      {changes.unchanged > 0 ? <p className={styles['second']}>{t('offers.compare.unchanged', { count: changes.unchanged })}</p> : null}
      {changes.shares.map((one) => (
        <p key={one.vehicle}>{t('offers.compare.share', { ...one, from: ratioInWords(one.from), to: ratioInWords(one.to) })}</p>
      ))}
      {changes.ground === null ? null : <p>{t('offers.compare.ground', changes.ground)}</p>}
      <ChangeTable title={t('offers.compare.payers')} head="payer" rows={rows.payers} />
      <ChangeTable title={t('offers.compare.totals')} head="sum" rows={rows.totals} />
    </>
  );
};

/** Two versions side by side: what changed, by how much, and why. */
export const CompareDialog = ({ offers, onClose }: { offers: readonly Offer[]; onClose: () => void }) => {
  const { t } = useTranslation();
  const [nowId, setNowId] = useState(offers[0]?.id ?? '');
  const [beforeId, setBeforeId] = useState(offers[1]?.id ?? '');
  const before = offers.find(({ id }) => id === beforeId);
  const now = offers.find(({ id }) => id === nowId);
  return (
    <Dialog title={t('offers.compare.title')} width={900} onClose={onClose}>
      <div className={styles['picks']}>
        <Pick label={t('offers.compare.from')} value={beforeId} offers={offers} onPick={setBeforeId} />
        <Pick label={t('offers.compare.to')} value={nowId} offers={offers} onPick={setNowId} />
      </div>
      <div className={styles['scroll']}>{before === undefined || now === undefined ? null : <Changes before={before} now={now} />}</div>
    </Dialog>
  );
};
