import { Decimal } from 'decimal.js';

/** Exact decimals of the engine. 50 digits leave any quotient of real amounts far from a wrong half-up decision. */
export const Exact = Decimal.clone({ precision: 50, rounding: Decimal.ROUND_HALF_UP });
export type Exact = Decimal;

export const zero: Exact = new Exact(0);

/** Reads an amount or number of the case file; numbers keep their shortest decimal form, so 0.1 stays 0.1. */
export const exact = (value: number | string | Exact): Exact => new Exact(value);

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
export const toFen = (yuan: Exact): number => yuan.times(100).toDecimalPlaces(30).toDecimalPlaces(0).toNumber();

export const fromFen = (amountFen: number): Exact => exact(amountFen).div(100);

/** Integer fen as plain yuan for machines: `"1234.50"`, without separators. */
export const fenToYuan = (amountFen: number): string => {
  const digits = String(Math.abs(amountFen)).padStart(3, '0');
  return `${amountFen < 0 ? '-' : ''}${digits.slice(0, -2)}.${digits.slice(-2)}`;
};

/** A number as it appears in a working: no exponent, no trailing zeros, at most eight decimals. */
export const show = (value: Exact): string => value.toDecimalPlaces(8).toFixed();

export const sumExact = (values: readonly Exact[]): Exact => values.reduce((sum, value) => sum.plus(value), zero);

export const sumFen = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0);
