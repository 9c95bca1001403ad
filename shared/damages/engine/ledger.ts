/** How well a fact is known. P primary text, J judgment, S secondary page, U not verified, input: given in the case file. */
export type Mark = 'P' | 'J' | 'S' | 'U' | 'input';

/** Expected problems of a case file. A code is never reused. */
export const settleErrorCodes = [
  'settle.schema',
  'settle.unknown-field',
  'settle.missing-input',
  'settle.missing-statistics-year',
  'settle.figure-not-found',
  'settle.figure-unverified',
  'settle.figure-ambiguous',
  'settle.impossible-date',
  'settle.age-contradicts-birth',
  'settle.age-out-of-range',
  'settle.years-above-rule',
  'settle.grade-out-of-range',
  'settle.ratio-out-of-range',
  'settle.ratio-sum-over-one',
  'settle.too-many-supporters',
  'settle.not-a-dependant',
  'settle.limits-contradict-accident',
  'settle.unknown-vehicle',
  'settle.unknown-victim',
  'settle.duplicate-id',
  'settle.no-compulsory-cover-then',
  'settle.rule-set-unknown',
  'settle.additions-over-limit',
  'settle.contradiction',
  'settle.reserve-over-limit',
  'settle.given-share-over-pool',
  'settle.not-json',
] as const;
export type SettleErrorCode = (typeof settleErrorCodes)[number];

export type Fact = string | number | boolean | readonly string[] | readonly number[];

/** A problem with the place in the case file, for example `victims[0].items.funeral`. */
export type SettleError = { readonly code: SettleErrorCode; readonly path: string } & Readonly<Record<string, Fact>>;

/** Something a reader must know although the calculation goes on. */
export const remarkCodes = [
  'given-differs',
  'years-given-differ',
  'standard-region-lower',
  'figure-unverified-accepted',
  'figure-years-differ',
  'rule-set-assumed',
  'retiree-needs-proof',
  'minor-needs-proof',
  'lost-income-after-grading',
  'period-above-24-months',
  'several-carers-need-opinion',
  'light-grade-nursing',
  'dependants-cap-matters',
  'participation-applied',
  'participation-not-on-given',
  'group-moved',
  'claim-limits-amount',
  'limits-given',
  'property-excluded',
  'recourse',
  'mutual-scheme-is-no-cover',
  'uninsured-pays-limit',
  'policyholder-joint-liability',
  'flat-rate-drugs',
  'exclusion-unexplained',
  'fixed-income-capped',
  'overpaid',
  'advance-not-in-claim',
  'death-and-disability',
  'near-age-step',
  'article-1992-secondary',
  'fault-deductible-2020',
  'mental-distress-clause',
  'days-differ-from-period',
  'statistics-year-differs',
  'no-such-head-then',
  'coefficient-differs',
  'ratio-without-fault',
  'loading-not-waived',
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

/** Collects everything a calculation has to tell; one ledger lives for one calculation. */
export interface Ledger {
  readonly errors: readonly SettleError[];
  readonly remarks: readonly Remark[];
  readonly choices: readonly Choice[];
  readonly figures: readonly FigureUse[];
  /** Records a problem and returns undefined, so that a rule can stop with it. */
  readonly fail: (code: SettleErrorCode, path: string, facts?: Record<string, Fact>) => undefined;
  readonly note: (code: RemarkCode, path: string, facts?: Record<string, Fact>) => void;
  readonly choose: (choice: Choice) => void;
  readonly use: (figure: FigureUse) => void;
}

export const openLedger = (): Ledger => {
  const errors: SettleError[] = [];
  const remarks: Remark[] = [];
  const choices: Choice[] = [];
  const figures: FigureUse[] = [];
  const seen = new Set<string>();
  const isNew = (key: string): boolean => !seen.has(key) && seen.add(key).size > 0;
  return {
    errors,
    remarks,
    choices,
    figures,
    fail: (code, path, facts = {}) => {
      if (isNew(`error ${code} ${path}`)) errors.push({ code, path, ...facts });
      return undefined;
    },
    note: (code, path, facts = {}) => {
      if (isNew(`remark ${code} ${path}`)) remarks.push({ code, path, ...facts });
    },
    choose: (choice) => {
      if (isNew(`choice ${choice.key} ${choice.path}`)) choices.push(choice);
    },
    use: (figure) => {
      if (isNew(`figure ${figure.path} ${figure.figure} ${figure.value}`)) figures.push(figure);
    },
  };
};
