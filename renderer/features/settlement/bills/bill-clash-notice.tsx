import { Alert } from 'antd';
import { useTranslation } from 'react-i18next';
import type { Bill } from '../../../../shared/settlement/bill-model.ts';
import { useFormat } from '../../../i18n/use-format.ts';
import { ClashLine } from '../../../ui/form/clash.tsx';
import type { BillClash } from './bills-state.ts';

type Props = { clash: BillClash; theirs: Bill; onDecide: (mine: boolean) => void };

/** Somebody else stored the same cell of a bill: whose value shall stand. Nothing is lost before somebody chose. */
export const BillClashNotice = ({ clash, theirs, onDecide }: Props) => {
  const { t } = useTranslation();
  const format = useFormat();
  const value = theirs[clash.field as keyof Bill];
  const shown = (): string => {
    if (value === null || value === undefined) return '';
    if (clash.field === 'lines') return t('settlement.bills.lineCount', { count: theirs.lines?.length ?? 0 });
    if (typeof value === 'boolean') return t(`common.answer.${value ? 'yes' : 'no'}`);
    return clash.field.endsWith('Fen') ? format.amount(Number(value)) : String(value as string);
  };
  const title = [theirs.number ?? theirs.hospital, t(`settlement.bills.column.${clash.field === 'lines' ? 'lineCount' : clash.field}`)];
  return (
    <Alert
      type="error"
      showIcon
      title={title.filter(Boolean).join(' · ')}
      description={
        <ClashLine clash={{ name: clash.field, theirs: shown(), rev: clash.rev, byName: clash.byName }} shown={shown()} decide={onDecide} />
      }
    />
  );
};
