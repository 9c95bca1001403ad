import type { TFunction } from 'i18next';
import type { Finding, FindingCode } from '../../../../shared/settlement/checks/finding.ts';
import { formatFen } from '../../../../shared/kernel/money.ts';
import type { CellNote, SheetRow } from '../../../ui/grid/model.ts';
import { linesSumFen } from './bill-rows.ts';

const columnOf: Partial<Record<FindingCode, string>> = {
  'bill.double': 'number',
  'bill.maybe-double': 'amountFen',
  'bill.outside-stay': 'billedOn',
  'bill.before-accident': 'billedOn',
  'bill.lines-differ': 'amountFen',
  'bill.lines-outside-stay': 'lineCount',
};

/** A finding in words, with the numbers it was made from. */
export const findingWords = (t: TFunction, { code, facts }: Finding): string => {
  const shown = Object.fromEntries(
    Object.entries(facts).map(([name, value]) => [name, name.endsWith('Fen') && typeof value === 'number' ? formatFen(value) : value]),
  );
  return t(`settlement.finding.${code.replace('.', '_')}`, shown);
};

/** What was found about one bill, by its column. */
export const billNotes = (t: TFunction, findings: readonly Finding[], billId: string): Record<string, CellNote> =>
  Object.fromEntries(
    findings
      .filter(({ billIds }) => billIds.includes(billId))
      .flatMap((one): [string, CellNote][] => {
        const column = columnOf[one.code];
        return column === undefined ? [] : [[column, { tone: 'warning', text: findingWords(t, one) }]];
      }),
  );

/** Where a bill has no total: that the sum of its lines counts. */
export const sumNote = (t: TFunction, row: SheetRow): Record<string, CellNote> => {
  const sumFen = linesSumFen(row);
  return sumFen === null ? {} : { amountFen: { tone: 'info', text: t('settlement.bills.sumOfLines', { sum: formatFen(sumFen) }) } };
};

/** Numbers of the lines of one bill that lie outside every stay. */
export const linesOutside = (findings: readonly Finding[], billId: string): ReadonlySet<number> =>
  new Set(
    findings.filter(({ code, billIds }) => code === 'bill.lines-outside-stay' && billIds.includes(billId)).flatMap(({ lines }) => lines),
  );
