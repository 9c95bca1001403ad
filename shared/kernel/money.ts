import { err, ok, type Result } from './result.ts';
import { toHalfWidth } from './text.ts';

/** Largest amount a person can enter: 999,999,999.99 yuan. Above it a typing error is certain. */
export const maxAmountFen = 99_999_999_999;

export type AmountProblem = 'amount.empty' | 'amount.not-a-number' | 'amount.negative' | 'amount.decimals' | 'amount.too-large';

/**
 * Reads an amount in yuan as a person types or pastes it ("¥ 12,345.6", "１２，３４５．６０") and returns integer fen.
 * More than two decimals are refused instead of rounded: a rounding nobody asked for is a dispute later.
 */
export const parseAmountFen = (input: string): Result<number, AmountProblem> => {
  const text = toHalfWidth(input)
    .replace(/[¥￥元\s]/g, '')
    .replace(/[，]/g, ',');
  if (text === '') return err('amount.empty');
  if (text.startsWith('-')) return err('amount.negative');
  if (!/^(\d+|\d{1,3}(,\d{3})+|\d{1,4}(,\d{4})+)(\.\d*)?$/.test(text)) return err('amount.not-a-number');
  const [whole = '', fraction = ''] = text.replaceAll(',', '').split('.');
  if (fraction.replace(/0+$/, '').length > 2) return err('amount.decimals');
  if (whole.replace(/^0+/, '').length > 9) return err('amount.too-large');
  return ok(Number(whole) * 100 + Number(fraction.slice(0, 2).padEnd(2, '0')));
};

/** Integer fen as yuan with two decimals and thousands separators, for both languages: "12,345.60". */
export const formatFen = (amountFen: number): string => {
  const sign = amountFen < 0 ? '-' : '';
  const digits = Math.abs(amountFen).toString().padStart(3, '0');
  const whole = digits.slice(0, -2).replace(/\B(?=(\d{3})+(?!\d))/g, ',');
  return `${sign}${whole}.${digits.slice(-2)}`;
};
