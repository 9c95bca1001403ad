/** How well a fact is known. P primary text, J judgment, S secondary page, U not verified, input: given in the case file. */
export type Mark = 'P' | 'J' | 'S' | 'U' | 'input';

/** Expected problems of a case file. A code is never reused. */
export const settleErrorCodes = [
  'settle.schema', 'settle.unknown-field', 'settle.missing-input', 'settle.missing-statistics-year', 'settle.figure-not-found',
  'settle.figure-unverified', 'settle.figure-ambiguous', 'settle.impossible-date', 'settle.age-contradicts-birth', 'settle.age-out-of-range',
  'settle.years-above-rule', 'settle.grade-out-of-range', 'settle.ratio-out-of-range', 'settle.ratio-sum-over-one', 'settle.too-many-supporters',
  'settle.not-a-dependant', 'settle.limits-contradict-accident', 'settle.unknown-vehicle', 'settle.unknown-victim', 'settle.duplicate-id',
  'settle.no-compulsory-cover-then', 'settle.rule-set-unknown', 'settle.additions-over-limit', 'settle.contradiction', 'settle.reserve-over-limit',
  'settle.given-share-over-pool', 'settle.not-json',
] as const;
export type SettleErrorCode = (typeof settleErrorCodes)[number];

export type Fact = string | number | boolean | readonly string[] | readonly number[];

/** A problem with the place in the case file, for example `victims[0].items.funeral`. */
export type SettleError = { readonly code: SettleErrorCode; readonly path: string } & Readonly<Record<string, Fact>>;

/** Something a reader must know although the calculation goes on. */
export const remarkCodes = [
  'given-differs', 'years-given-differ', 'standard-region-lower', 'figure-unverified-accepted', 'figure-years-differ', 'rule-set-assumed',
  'retiree-needs-proof', 'minor-needs-proof', 'lost-income-after-grading', 'period-above-24-months', 'several-carers-need-opinion',
  'light-grade-nursing', 'dependants-cap-matters', 'participation-applied', 'group-moved', 'claim-limits-amount', 'limits-given', 'property-excluded',
  'recourse', 'mutual-scheme-is-no-cover', 'uninsured-pays-limit', 'policyholder-joint-liability', 'flat-rate-drugs', 'exclusion-unexplained',
  'fixed-income-capped', 'overpaid', 'advance-not-in-claim', 'death-and-disability', 'near-age-step', 'article-1992-secondary', 'child-without-coefficient',
  'property-above-limit', 'fault-deductible-2020', 'mental-distress-clause', 'interest-in-later-years',
] as const;
export type RemarkCode = (typeof remarkCodes)[number];
export type Remark = { readonly code: RemarkCode; readonly path: string } & Readonly<Record<string, Fact>>;

/** A question the law leaves open: what was used, whether it was given, what is suggested, why, and from which source. */
export type Choice = {
  readonly key: string;
  readonly path: string;
  readonly value: string;
  readonly given: boolean;
  readonly suggestion: string;
  readonly reason: string;
  readonly source: string;
  readonly mark: Mark;
};

/** One number that went into a line. */
export type WorkingInput = {
  readonly name: string;
  readonly value: string;
  readonly source: string;
  readonly mark: Mark;
  readonly path: string;
};

/** Collects everything a calculation has to tell; one ledger lives for one calculation. */
export type Ledger = {
  readonly errors: SettleError[];
  readonly remarks: Remark[];
  readonly choices: Choice[];
  readonly figures: FigureUse[];
};

export type FigureUse = {
  readonly path: string;
  readonly figure: string;
  readonly region: string;
  readonly year: number | null;
  readonly series: string;
  readonly value: string;
  readonly source: string;
  readonly mark: Mark;
};

export const openLedger = (): Ledger => ({ errors: [], remarks: [], choices: [], figures: [] });

export const fail = (ledger: Ledger, code: SettleErrorCode, path: string, facts: Record<string, Fact> = {}): undefined => {
  ledger.errors.push({ code, path, ...facts });
  return undefined;
};

export const note = (ledger: Ledger, code: RemarkCode, path: string, facts: Record<string, Fact> = {}): void => {
  if (ledger.remarks.some((remark) => remark.code === code && remark.path === path)) return;
  ledger.remarks.push({ code, path, ...facts });
};

export const choose = (ledger: Ledger, choice: Choice): void => {
  if (ledger.choices.some((other) => other.key === choice.key && other.path === choice.path)) return;
  ledger.choices.push(choice);
};
