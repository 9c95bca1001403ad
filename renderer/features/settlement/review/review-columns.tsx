import { Tag } from 'antd';
import type { TFunction } from 'i18next';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { CaseFile } from '../../../../shared/cases/contract.ts';
import { damageKinds } from '../../../../shared/damages/model.ts';
import { chinaDateOf } from '../../../../shared/kernel/dates.ts';
import { useFormat } from '../../../i18n/use-format.ts';
import { useWording } from '../../../i18n/wording.ts';
import type { CellOption, GridColumn, GridRow } from '../../../ui/grid/model.ts';
import { notTold } from './review-cells.ts';
import styles from './review.module.css';

/** The four ways to look at the same lines: by item, and from the three angles that are never mixed. */
export const reviewViews = ['items', 'covered', 'amount', 'papers'] as const;
export type ReviewView = (typeof reviewViews)[number];

/** What may be picked as having announced a deduction: the tellings that concern this person, newest first. */
export const useToldOptions = (file: CaseFile, partyId: string, now: string): readonly CellOption[] => {
  const { t } = useTranslation();
  const format = useFormat();
  const { topicOf, say } = useWording();
  return useMemo(() => {
    const told = file.disclosures
      .filter((row) => row.voidReason === null && (row.partyId === null || row.partyId === partyId))
      .toSorted((a, b) => b.toldAt.localeCompare(a.toldAt))
      .map((row) => {
        const topic = topicOf(row.topic);
        const day = `${format.day(chinaDateOf(row.toldAt), now)} ${t(`contacts.channel.${row.channel}`)}`;
        return { value: row.id as string, label: `${day} · ${topic === undefined ? row.topic : say(topic.name)}` };
      });
    return [...told, { value: notTold, label: t('damages.deduction.notToldBefore') }];
  }, [file.disclosures, partyId, now, t, format, topicOf, say]);
};

const Told = ({ row, options, t }: { row: GridRow; options: readonly CellOption[]; t: TFunction }) => {
  const told = row.cells['d.told'];
  if (told === notTold) return <span className={styles['untold']}>{t('damages.deduction.notToldBefore')}</span>;
  if (typeof told === 'string') return <span className={styles['told']}>{options.find((one) => one.value === told)?.label ?? told}</span>;
  return row.cells['d.amountFen'] === null ? null : <span className={styles['open']}>{t('damages.deduction.untied')}</span>;
};

const Computed = ({ row, amount, t }: { row: GridRow; amount: (fen: number | null) => string; t: TFunction }) => {
  const fen = row.cells['computedFen'];
  if (row.part === true) return null;
  return (
    <span className={styles['computed']}>
      {row.cells['mark'] === 'U' ? <Tag color="warning">{t('settlement.mark.short.U')}</Tag> : null}
      <span className={styles['link']}>{typeof fen === 'number' ? amount(fen) : t('settlement.grid.rule')}</span>
    </span>
  );
};

type Make = (name: readonly [key: string, width: number], kind: GridColumn['kind'], more?: Partial<GridColumn>) => GridColumn;

const viewColumns = (make: Record<string, GridColumn>): Record<ReviewView, readonly (GridColumn | undefined)[]> => {
  const pick = (...keys: string[]) => keys.map((key) => make[key]);
  return {
    items: pick(
      'kind',
      'evidence',
      'days',
      'basis',
      'claimedFen',
      'computedFen',
      'allowedFen',
      'd.amountFen',
      'd.reason',
      'd.clause',
      'd.told',
    ),
    covered: pick('kind', 'label', 'claimedFen', 'covered', 'coveredNote', 'clause', 'd.clause', 'd.told'),
    amount: pick('kind', 'fromOn', 'untilOn', 'days', 'basis', 'claimedFen', 'computedFen', 'allowedFen', 'amountFair', 'amountFairNote'),
    papers: pick('kind', 'evidence', 'claimedFen', 'papersComplete', 'papersNote', 'remark'),
  };
};

const columnsByKey = (make: Make, t: TFunction, kinds: readonly CellOption[]): readonly GridColumn[] => [
  make(['kind', 112], 'choice', {
    frozen: true,
    options: kinds,
    opens: true,
    render: (row) =>
      row.part === true ? (
        <span className={styles['more']}>{t('settlement.grid.further')}</span>
      ) : (
        <strong>{row.label || t('settlement.grid.pickKind')}</strong>
      ),
  }),
  make(['label', 130], 'text', { max: 200, grow: 1 }),
  make(['evidence', 128], 'text', { grow: 1 }),
  make(['fromOn', 100], 'date'),
  make(['untilOn', 100], 'date'),
  make(['days', 52], 'integer', { max: 20_000 }),
  make(['basis', 120], 'text', { max: 500, grow: 1 }),
  make(['claimedFen', 98], 'amount'),
  make(['allowedFen', 98], 'amount', { render: (row) => <AllowedText row={row} /> }),
  make(['remark', 160], 'text', { grow: 1 }),
  make(['covered', 80], 'yesNo'),
  make(['coveredNote', 200], 'text', { grow: 2 }),
  make(['amountFair', 80], 'yesNo'),
  make(['amountFairNote', 180], 'text', { grow: 2 }),
  make(['papersComplete', 80], 'yesNo'),
  make(['papersNote', 200], 'text', { grow: 2 }),
  make(['clause', 140], 'text', { max: 500, grow: 1 }),
  make(['d.amountFen', 92], 'amount'),
  make(['d.reason', 150], 'text', { grow: 2 }),
  make(['d.clause', 100], 'text', { max: 500, grow: 1 }),
];

const AllowedText = ({ row }: { row: GridRow }) => {
  const format = useFormat();
  const fen = row.cells['allowedFen'];
  return typeof fen === 'number' ? <strong>{format.amount(fen)}</strong> : typeof fen === 'object' && fen !== null ? fen.raw : null;
};

/** The columns of one view. */
export const useReviewColumns = (view: ReviewView, told: readonly CellOption[]): readonly GridColumn[] => {
  const { t } = useTranslation();
  const format = useFormat();
  return useMemo(() => {
    const make: Make = ([key, width], kind, more = {}) => ({
      key,
      title: t(`settlement.column.${key.replace('.', '_')}`),
      width,
      kind,
      ...more,
    });
    const kinds = damageKinds.map((kind) => ({ value: kind, label: t(`damages.kind.${kind}`) }));
    const all = [
      ...columnsByKey(make, t, kinds),
      make(['computedFen', 104], 'amount', {
        readOnly: true,
        opens: true,
        render: (row) => <Computed row={row} amount={format.amount} t={t} />,
      }),
      make(['d.told', 124], 'choice', { options: told, render: (row) => <Told row={row} options={told} t={t} /> }),
    ];
    return viewColumns(Object.fromEntries(all.map((column) => [column.key, column])))[view].filter((column) => column !== undefined);
  }, [view, told, t, format]);
};
