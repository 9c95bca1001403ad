import type { TFunction } from 'i18next';
import { billCategories, billKinds, listClasses } from '../../../../shared/settlement/bill-model.ts';
import { formatFen } from '../../../../shared/kernel/money.ts';
import { linesSumFen } from './bill-rows.ts';
import type { GridColumn } from '../../../ui/grid/model.ts';

const title = (t: TFunction, key: string): string => t(`settlement.bills.column.${key}`);

export const billColumns = (t: TFunction): GridColumn[] => [
  { key: 'number', title: title(t, 'number'), width: 120, kind: 'text', max: 64, frozen: true },
  {
    key: 'kind',
    title: title(t, 'kind'),
    width: 96,
    kind: 'choice',
    options: billKinds.map((value) => ({ value, label: t(`damages.kind.${value}`) })),
  },
  {
    key: 'category',
    title: title(t, 'category'),
    width: 76,
    kind: 'choice',
    options: billCategories.map((value) => ({ value, label: t(`settlement.bills.category.${value}`) })),
  },
  { key: 'hospital', title: title(t, 'hospital'), width: 130, kind: 'text', max: 200, grow: 1 },
  { key: 'billedOn', title: title(t, 'billedOn'), width: 98, kind: 'date' },
  {
    key: 'amountFen',
    title: title(t, 'amountFen'),
    width: 98,
    kind: 'amount',
    // A bill without a total counts with the sum of its lines: it is shown, marked as a sum.
    render: (row) => (linesSumFen(row) === null ? undefined : `Σ ${formatFen(linesSumFen(row) ?? 0)}`),
  },
  { key: 'paidByInsuranceFen', title: title(t, 'paidByInsuranceFen'), width: 98, kind: 'amount' },
  { key: 'allowed', title: title(t, 'allowed'), width: 60, kind: 'yesNo' },
  { key: 'reason', title: title(t, 'reason'), width: 120, kind: 'text', grow: 1 },
  { key: 'lineCount', title: title(t, 'lineCount'), width: 60, kind: 'integer', readOnly: true, opens: true },
];

export const lineColumns = (t: TFunction): GridColumn[] => [
  { key: 'label', title: title(t, 'label'), width: 150, kind: 'text', max: 200, grow: 2, frozen: true },
  { key: 'on', title: title(t, 'on'), width: 98, kind: 'date' },
  { key: 'price', title: title(t, 'price'), width: 90, kind: 'decimal' },
  { key: 'quantity', title: title(t, 'quantity'), width: 70, kind: 'decimal' },
  { key: 'amountFen', title: title(t, 'amountFen'), width: 96, kind: 'amount' },
  {
    key: 'listClass',
    title: title(t, 'listClass'),
    width: 76,
    kind: 'choice',
    options: listClasses.map((value) => ({ value, label: t(`settlement.bills.class.${value}`) })),
  },
  { key: 'allowedFen', title: title(t, 'allowedFen'), width: 96, kind: 'amount' },
  { key: 'reason', title: title(t, 'reason'), width: 130, kind: 'text', max: 500, grow: 1 },
];
