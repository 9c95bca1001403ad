import type { Mark } from './ledger.ts';

export const ruleSetIds = ['CN-1992', 'CN-2003', 'CN-2003+2010', 'CN-2021', 'CN-2022'] as const;
export type RuleSetId = (typeof ruleSetIds)[number];

/** Term of years by age: rising in childhood (1992 only), full, then one less per year down to `lowest`, then `end` from `endFrom`. */
export type YearsRule = {
  readonly full: number;
  readonly risesUntil: number;
  readonly fallsFrom: number;
  readonly lowest: number;
  readonly endFrom: number;
  readonly end: number;
};

/** What differs between the versions of the damage rules. */
export type RuleSet = {
  readonly id: RuleSetId;
  readonly instrument: string;
  readonly articles: Readonly<Record<string, string>>;
  readonly mark: Mark;
  /** Which population the income and consumption figures come from. */
  readonly base: 'livingCost' | 'residence' | 'urban';
  readonly disabilityYears: YearsRule;
  readonly deathYears: YearsRule;
  /** Since 2010-07-01 the dependants' living costs are added into disability or death compensation. */
  readonly dependantsMerged: boolean;
  readonly lostIncomeCapMultiple: number | null;
  readonly funeralByWage: boolean;
  /** Heads that these rules do not know; giving one is remarked. */
  readonly notAwarded: readonly string[];
};

const since2004: YearsRule = { full: 20, risesUntil: 0, fallsFrom: 60, lowest: 5, endFrom: 75, end: 5 };

const oldNumbers = {
  medical: '2003 art. 19',
  followUpTreatment: '2003 art. 19',
  lostIncome: '2003 art. 20',
  nursing: '2003 art. 21',
  transport: '2003 art. 22',
  hospitalMeals: '2003 art. 23',
  nutrition: '2003 art. 24',
  disabilityCompensation: '2003 art. 25',
  assistiveDevice: '2003 art. 26',
  funeral: '2003 art. 27',
  dependantsLiving: '2003 art. 28',
  deathCompensation: '2003 art. 29',
  lodging: '2003 art. 23',
  mentalDistress: 'Fa Shi [2001] 7',
};
const newNumbers = {
  medical: 'art. 6',
  followUpTreatment: 'art. 6',
  lostIncome: 'art. 7',
  nursing: 'art. 8',
  transport: 'art. 9',
  hospitalMeals: 'art. 10',
  nutrition: 'art. 11',
  disabilityCompensation: 'art. 12',
  assistiveDevice: 'art. 13',
  funeral: 'art. 14',
  deathCompensation: 'art. 15',
  dependantsLiving: 'art. 16–17',
  lodging: 'art. 10',
  mentalDistress: 'Fa Shi [2001] 7 (2020)',
};

/** The five versions. Source: settlement.md §1.1 and §1.3; CN-1992 only through secondary copies of art. 37. */
export const ruleSets: Readonly<Record<RuleSetId, RuleSet>> = {
  'CN-1992': {
    id: 'CN-1992',
    instrument: '道路交通事故处理办法 (国务院令第89号) 第37条',
    articles: {},
    mark: 'S',
    base: 'livingCost',
    disabilityYears: { full: 20, risesUntil: 0, fallsFrom: 50, lowest: 10, endFrom: 70, end: 5 },
    deathYears: { full: 10, risesUntil: 16, fallsFrom: 70, lowest: 5, endFrom: 200, end: 5 },
    dependantsMerged: false,
    lostIncomeCapMultiple: 3,
    funeralByWage: false,
    notAwarded: ['mentalDistress', 'nursingDependence'],
  },
  'CN-2003': {
    id: 'CN-2003',
    instrument: '法释〔2003〕20号',
    articles: oldNumbers,
    mark: 'S',
    base: 'residence',
    disabilityYears: since2004,
    deathYears: since2004,
    dependantsMerged: false,
    lostIncomeCapMultiple: null,
    funeralByWage: true,
    notAwarded: [],
  },
  'CN-2003+2010': {
    id: 'CN-2003+2010',
    instrument: '法释〔2003〕20号 + 法发〔2010〕23号',
    articles: oldNumbers,
    mark: 'S',
    base: 'residence',
    disabilityYears: since2004,
    deathYears: since2004,
    dependantsMerged: true,
    lostIncomeCapMultiple: null,
    funeralByWage: true,
    notAwarded: [],
  },
  'CN-2021': {
    id: 'CN-2021',
    instrument: '人身损害赔偿解释 (法释〔2020〕17号修正)',
    articles: newNumbers,
    mark: 'P',
    base: 'residence',
    disabilityYears: since2004,
    deathYears: since2004,
    dependantsMerged: true,
    lostIncomeCapMultiple: null,
    funeralByWage: true,
    notAwarded: [],
  },
  'CN-2022': {
    id: 'CN-2022',
    instrument: '人身损害赔偿解释 (法释〔2022〕14号修正)',
    articles: newNumbers,
    mark: 'P',
    base: 'urban',
    disabilityYears: since2004,
    deathYears: since2004,
    dependantsMerged: true,
    lostIncomeCapMultiple: null,
    funeralByWage: true,
    notAwarded: [],
  },
};

export type RuleSetChoice = {
  readonly id: RuleSetId;
  readonly by: 'accident' | 'filing' | 'settlement' | 'given';
  readonly source: string;
};

/**
 * Selects the version. From 2022-05-01 the date of the tort decides (art. 24 of the 2022 text), before it the date on which the
 * first-instance case was filed; out of court the settlement date stands in for it and the assumption is shown.
 */
export const selectRuleSet = (dates: {
  accidentOn: string;
  filedOn?: string | undefined;
  settledOn?: string | undefined;
}): RuleSetChoice | null => {
  if (dates.accidentOn >= '2022-05-01') return { id: 'CN-2022', by: 'accident', source: 'art. 24 (法释〔2022〕14号)' };
  const on = dates.filedOn ?? dates.settledOn;
  if (on === undefined) return null;
  const by = dates.filedOn === undefined ? 'settlement' : 'filing';
  if (on >= '2021-01-01') return { id: 'CN-2021', by, source: 'art. 24 (法释〔2020〕17号)' };
  if (on >= '2010-07-01') return { id: 'CN-2003+2010', by, source: '法发〔2010〕23号 item 4' };
  if (on >= '2004-05-01') return { id: 'CN-2003', by, source: '2003 art. 36' };
  return { id: 'CN-1992', by, source: '国务院令第89号' };
};

/** Years by age under one rule. Source: 2022 text art. 12, 15 (same since 2004); 1992 art. 37. */
export const yearsByAge = (rule: YearsRule, age: number): number => {
  if (age < rule.risesUntil) return Math.max(rule.lowest, rule.full - (rule.risesUntil - age));
  if (age < rule.fallsFrom) return rule.full;
  if (age >= rule.endFrom) return rule.end;
  return Math.max(rule.lowest, rule.full - (age - rule.fallsFrom));
};
