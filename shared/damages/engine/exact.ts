import { Decimal } from 'decimal.js';

/** Exact decimals of the engine. 50 digits leave any quotient of real amounts far from a wrong half-up decision. */
export const Exact = Decimal.clone({ precision: 50, rounding: Decimal.ROUND_HALF_UP });
export type Exact = Decimal;

export const zero: Exact = new Exact(0);
export const one: Exact = new Exact(1);

/** Reads an amount or number of the case file; numbers keep their shortest decimal form, so 0.1 stays 0.1. */
export const exact = (value: number | string | Exact): Exact => (value instanceof Exact ? value : new Exact(value));

/** Reads `0.7`, `"70%"` or `"1/3"`. */
export const exactRatio = (value: number | string): Exact => {
  if (typeof value === 'number') return exact(value);
  if (value.endsWith('%')) return exact(value.slice(0, -1)).div(100);
  const [above = '0', below] = value.split('/');
  return below === undefined ? exact(above) : exact(above).div(below);
};

/**
 * The one rounding of the engine: half-up to the fen, once per item and once per payer.
 * A third kept with 50 digits must not turn an exact half fen into 0.4999…, so the value is first cut to 30 digits.
 */
export const toFen = (yuan: Exact): number => wholeFen(yuan.times(100));

const wholeFen = (fen: Exact): number => (fen.isInteger() ? fen : fen.toDecimalPlaces(30).toDecimalPlaces(0)).toNumber();

/** A share of a sum of fen, half-up once. */
export const shareOfFen = (amountFen: number, share: Exact): number => (share === one ? amountFen : wholeFen(share.times(amountFen)));

/** Fen of an amount of the case file. Up to two decimals need no arithmetic; anything finer is rounded like a result. */
export const fenOf = (amount: number | string): number => {
  if (typeof amount === 'number') return Number.isSafeInteger(amount) ? amount * 100 : toFen(exact(amount));
  const [, whole, digits = ''] = /^(\d{1,11})(?:\.(\d{1,2}))?$/.exec(amount) ?? [];
  return whole === undefined ? toFen(exact(amount)) : Number(whole) * 100 + Number(digits.padEnd(2, '0'));
};

/** Integer fen as plain yuan for machines: `"1234.50"`, without separators. */
export const fenToYuan = (amountFen: number): string => {
  const fen = Math.abs(amountFen);
  const cents = fen % 100;
  return `${amountFen < 0 ? '-' : ''}${(fen - cents) / 100}${cents < 10 ? '.0' : '.'}${cents}`;
};

/** A number as it appears in a working: no exponent, no trailing zeros, at most eight decimals. */
export const show = (value: Exact): string => (value.decimalPlaces() <= 8 ? value : value.toDecimalPlaces(8)).toFixed();

export const sumExact = ([first = zero, ...others]: readonly Exact[]): Exact => others.reduce((sum, value) => sum.plus(value), first);

export const sumFen = (values: readonly number[]): number => {
  let sum = 0;
  for (const value of values) sum += value;
  return sum;
};
