import { ageOn } from '../../kernel/dates.ts';
import type { Exact } from './exact.ts';
import type { Figures } from './figures.ts';
import type { Ledger, WorkingInput } from './ledger.ts';
import type { RuleSet } from './rule-sets.ts';
import type { StandardsPack } from './standards-pack.ts';

export const conventionDefaults = {
  dependantsCap: 'afterCoefficient',
  dependantsSplit: 'proportional',
  appraisalFee: 'outside',
} as const;

export type DamageConventions = {
  readonly dependantsCap: 'beforeCoefficient' | 'afterCoefficient' | undefined;
  readonly dependantsSplit: 'proportional' | 'seniorFirst' | undefined;
  readonly appraisalFee: 'deathDisability' | 'outside' | 'personal' | 'personalFull' | undefined;
};

/** Facts about the injured person that several items share. */
export type PersonFacts = {
  readonly path: string;
  readonly bornOn: string | undefined;
  readonly age: number | undefined;
  readonly accidentOn: string;
  readonly gradedOn: string | undefined;
  readonly diedOn: string | undefined;
  /** Disability grades as the file names them, worst first; several items ask for them. */
  readonly grades: readonly number[];
};

export type ItemContext = {
  /** Path of the item in the case file. */
  readonly path: string;
  readonly rules: RuleSet;
  readonly person: PersonFacts;
  readonly conventions: DamageConventions;
  readonly figures: Figures;
  readonly pack: StandardsPack;
  readonly ledger: Ledger;
  /** Disability coefficient of this person, 1 on death; undefined while neither is known. */
  readonly coefficient: Exact | undefined;
};

/** An item before rounding, with its working. */
export type Draft = {
  readonly amount: Exact;
  readonly formula: string;
  readonly values: string;
  readonly article: string;
  readonly inputs: readonly WorkingInput[];
  /** Shares of the item that have a name of their own, such as each dependant. */
  readonly parts?: readonly { readonly label: string; readonly values: string; readonly amount: Exact }[];
};

/** A number taken from the case file. */
export const given = (name: string, value: string | number, path: string): WorkingInput => ({
  name,
  value: String(value),
  source: '',
  mark: 'input',
  path,
});

export const articleOf = (ctx: ItemContext, item: string): string => `${ctx.rules.instrument} ${ctx.rules.articles[item] ?? ''}`.trim();

/** The age that later treatment and devices count from: as given, or on the day of grading, death or accident. */
export const currentAge = ({ person }: ItemContext): number | undefined => {
  if (person.bornOn === undefined) return person.age;
  return person.age ?? Math.max(0, ageOn(person.bornOn, person.gradedOn ?? person.diedOn ?? person.accidentOn));
};

/** Age on the day of grading or death: from the birth date, or given; both must agree. */
export const ageAt = (ctx: ItemContext, on: 'gradedOn' | 'diedOn'): number | undefined => {
  const { person, ledger } = ctx;
  const date = person[on];
  if (person.bornOn === undefined || date === undefined) {
    const missing = person.bornOn === undefined ? 'age' : on;
    return person.age ?? ledger.fail('settle.missing-input', `${person.path}.${missing}`, { neededBy: ctx.path });
  }
  const computed = ageOn(person.bornOn, date);
  if (person.age !== undefined && person.age !== computed) {
    return ledger.fail('settle.age-contradicts-birth', `${person.path}.age`, { given: person.age, computed });
  }
  return computed;
};
