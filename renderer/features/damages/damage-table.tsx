import { Button, Table, Tag, type TableColumnsType } from 'antd';
import { useTranslation } from 'react-i18next';
import type { CaseFile } from '../../../shared/cases/contract.ts';
import type { DamageItem, Deduction } from '../../../shared/damages/model.ts';
import { chinaDateOf } from '../../../shared/kernel/dates.ts';
import { useFormat } from '../../i18n/use-format.ts';
import styles from './damages.module.css';
import type { ItemLine } from './totals.ts';

type Props = {
  file: CaseFile;
  lines: readonly ItemLine[];
  now: string;
  onEdit: ((item: DamageItem) => void) | null;
  onDeduct: ((item: DamageItem, deduction: Deduction | null) => void) | null;
  onDecide: ((item: DamageItem) => void) | null;
};

/** Whether the deduction was announced: the date of the telling, or in red that nobody was told. */
const Told = ({ file, deduction, now }: { file: CaseFile; deduction: Deduction; now: string }) => {
  const { t } = useTranslation();
  const format = useFormat();
  const told = file.disclosures.find((row) => row.id === deduction.disclosureId);
  if (told !== undefined) {
    return (
      <span className={styles['told']}>
        {format.day(chinaDateOf(told.toldAt), now)} {t(`contacts.channel.${told.channel}`)}
      </span>
    );
  }
  return deduction.notToldBefore === true ? (
    <span className={styles['notTold']}>{t('damages.deduction.notToldBefore')}</span>
  ) : (
    <span className={styles['missing']}>{t('damages.deduction.untied')}</span>
  );
};

const Deductions = ({ file, line, now, onDeduct }: Pick<Props, 'file' | 'now' | 'onDeduct'> & { line: ItemLine }) => {
  const { t } = useTranslation();
  const format = useFormat();
  const locked = line.item.decision === 'decided' || onDeduct === null;
  return (
    <>
      {line.deductions.map((row) => (
        <div key={row.id} className={styles['deduction']}>
          <strong className="tabular">−{format.amount(row.amountFen)}</strong>
          <span>{row.reason}</span>
          {row.clause === null ? null : <span className={styles['second']}>{row.clause}</span>}
          <Told file={file} deduction={row} now={now} />
          {locked ? null : (
            <Button type="link" size="small" onClick={() => onDeduct(line.item, row)}>
              {t('damages.table.change')}
            </Button>
          )}
        </div>
      ))}
      {locked ? null : (
        <Button type="link" size="small" style={{ padding: 0 }} onClick={() => onDeduct(line.item, null)}>
          {t('damages.deduction.add')}
        </Button>
      )}
    </>
  );
};

export const DamageTable = ({ file, lines, now, onEdit, onDeduct, onDecide }: Props) => {
  const { t } = useTranslation();
  const format = useFormat();
  const period = (item: DamageItem): string =>
    [
      item.fromOn === null ? null : `${item.fromOn} → ${item.untilOn ?? ''}`,
      item.days === null ? null : t('damages.table.days', { days: item.days }),
      item.basis,
    ]
      .filter(Boolean)
      .join(' · ');
  const columns: TableColumnsType<ItemLine> = [
    {
      title: t('damages.table.item'),
      key: 'kind',
      width: 104,
      render: (_, { item }) => (
        <>
          <strong>{t(`damages.kind.${item.kind}`)}</strong>
          <div className={styles['second']}>
            {[item.label === t(`damages.kind.${item.kind}`) ? null : item.label, period(item)].filter(Boolean).join(' · ')}
          </div>
        </>
      ),
    },
    { title: t('damages.panel.claimed'), key: 'claimed', align: 'right', render: (_, { item }) => format.amount(item.claimedFen) },
    {
      title: t('damages.panel.allowed'),
      key: 'allowed',
      align: 'right',
      render: (_, { item, unbalanced }) => (
        <span className={styles['allowed']}>
          {format.amount(item.allowedFen)}
          {unbalanced ? <div className={styles['missing']}>{t('damages.table.unbalanced')}</div> : null}
        </span>
      ),
    },
    {
      title: t('damages.table.deductions'),
      key: 'deductions',
      render: (_, line) => <Deductions file={file} line={line} now={now} onDeduct={onDeduct} />,
    },
    {
      title: t('damages.table.decision'),
      key: 'decision',
      width: 96,
      render: (_, { item }) => (
        <>
          <Tag color={item.decision === 'decided' ? 'success' : 'default'}>{t(`damages.decision.${item.decision}`)}</Tag>
          <div>
            {onEdit === null || item.decision === 'decided' ? null : (
              <Button type="link" size="small" style={{ padding: 0 }} onClick={() => onEdit(item)}>
                {t('damages.table.change')}
              </Button>
            )}{' '}
            {onDecide === null ? null : (
              <Button type="link" size="small" style={{ padding: 0 }} onClick={() => onDecide(item)}>
                {t(item.decision === 'open' ? 'damages.table.decide' : 'damages.table.reopen')}
              </Button>
            )}
          </div>
        </>
      ),
    },
  ];
  return (
    <div className={styles['scroll']}>
      <Table<ItemLine>
        size="small"
        pagination={false}
        rowKey={(line) => line.item.id}
        columns={columns}
        dataSource={[...lines]}
        locale={{ emptyText: t('damages.table.empty') }}
      />
    </div>
  );
};
