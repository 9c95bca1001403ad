import { z } from 'zod';
import { ageOn } from '../../kernel/dates.ts';
import { exact, exactRatio, one, show, sumExact, type Exact } from '../engine/exact.ts';
import { figureChoiceSchema, findFigure, setting, type FoundFigure } from '../engine/figures.ts';
import { articleOf, conventionDefaults, given, type Draft, type ItemContext } from '../engine/item-context.ts';
import { ageSchema, dateSchema, itemSchema, ratioSchema, textSchema, yearsSchema } from '../engine/parts.ts';
import { awardYears } from '../engine/years.ts';
import { sumWithYearlyCap, type Annuity } from '../engine/yearly-cap.ts';

const personSchema = z.strictObject({
  label: textSchema.optional(),
  relation: z.enum(['child', 'parent', 'spouse', 'other']).optional(),
  bornOn: dateSchema.optional(),
  age: ageSchema.optional().describe('On the day of grading or death'),
  incapable: z
    .boolean()
    .optional()
    .describe('Adult without ability to work and without other income; must be said, is not guessed from age'),
  supporters: z
    .number()
    .int()
    .min(1)
    .max(20)
    .optional()
    .describe('Number of legal supporters, the victim included; the share is 1 ÷ supporters'),
  share: ratioSchema.optional().describe('Instead of supporters'),
  yearsClaimed: yearsSchema.optional(),
  yearsGiven: yearsSchema.optional().describe('Years (also fractions) the court used'),
  monthsGiven: z.number().min(0).max(1_200).optional().describe('Or months, when the court counted months'),
  base: figureChoiceSchema.optional().describe('Consumption base of this dependant, instead of statistics.consumption'),
  keepsShare: z.boolean().optional().describe('seniorFirst: keeps the full share in a capped year; default: everyone but children'),
});
type Person = z.infer<typeof personSchema>;

export const dependantsLivingSchema = itemSchema({
  people: z.array(personSchema).min(1).max(50).optional(),
  coefficient: ratioSchema.optional().describe('Instead of the coefficient of disabilityCompensation (1 on death)'),
});
export type DependantsLivingInput = Exclude<z.infer<typeof dependantsLivingSchema>, number | string>;

/** A minor to 18, incapable or not; an incapable adult 20 years, from 60 one less per year, from 75 five. Source: art. 17. */
export const dependantYears = (age: number, incapable: boolean): number => {
  if (age < 18) return 18 - age;
  if (!incapable) return 0;
  if (age >= 75) return 5;
  return age >= 60 ? 20 - (age - 60) : 20;
};

/** CN-1992, recalled only [U]: to 16; 20 years, from 50 one less per year but at least ten, from 70 five. */
const dependantYears1992 = (age: number, incapable: boolean): number => {
  if (age < 16) return 16 - age;
  if (!incapable) return 0;
  if (age >= 70) return 5;
  return age >= 50 ? Math.max(10, 20 - (age - 50)) : 20;
};

const ageOf = (person: Person, ctx: ItemContext, path: string): number | undefined => {
  if (person.bornOn === undefined) return person.age ?? ctx.ledger.fail('settle.missing-input', `${path}.age`);
  const on = ctx.person.diedOn ?? ctx.person.gradedOn;
  if (on === undefined) return person.age ?? ctx.ledger.fail('settle.missing-input', `${ctx.person.path}.gradedOn`, { neededBy: path });
  const age = ageOn(person.bornOn, on);
  if (age < 0) return person.age ?? 0;
  if (age > 120) return ctx.ledger.fail('settle.age-out-of-range', `${path}.bornOn`, { age });
  if (person.age === undefined || person.age === age) return age;
  return ctx.ledger.fail('settle.age-contradicts-birth', `${path}.age`, { given: person.age, computed: age });
};

/** The terms of 1992 are not verified: used only when the file accepts unverified figures, else suggested. */
const years1992 = (person: Person, age: number, { ctx, path }: { ctx: ItemContext; path: string }): Exact | undefined => {
  const byRule = dependantYears1992(age, person.incapable === true);
  if (setting(ctx.figures, 'acceptUnverified') !== true)
    return ctx.ledger.fail('settle.missing-input', `${path}.yearsGiven`, { suggestion: `${byRule} [U]` });
  ctx.ledger.note('article-1992-secondary', path, { years: byRule, mark: 'U' });
  return exact(person.yearsClaimed ?? byRule);
};

const yearsOf = (person: Person, ctx: ItemContext, path: string): Exact | undefined => {
  if (person.monthsGiven !== undefined) return exact(person.monthsGiven).div(12);
  if (person.yearsGiven !== undefined) return exact(person.yearsGiven);
  const age = ageOf(person, ctx, path);
  if (age === undefined) return undefined;
  if (ctx.rules.id === 'CN-1992') return years1992(person, age, { ctx, path });
  if (age >= 18 && person.incapable !== true) return ctx.ledger.fail('settle.not-a-dependant', `${path}.incapable`, { age });
  const years = awardYears(person, dependantYears(age, person.incapable === true), { ledger: ctx.ledger, path });
  return years === undefined ? undefined : exact(years);
};

const shareOf = (person: Person, ctx: ItemContext, path: string): Exact | undefined => {
  if (person.share !== undefined) {
    const share = exactRatio(person.share);
    if (person.supporters === undefined || share.times(person.supporters).toDecimalPlaces(3).eq(1)) return share;
    return ctx.ledger.fail('settle.contradiction', `${path}.share`, { share: show(share), supporters: person.supporters });
  }
  if (person.supporters === undefined) return ctx.ledger.fail('settle.missing-input', `${path}.supporters`);
  return exact(1).div(person.supporters);
};

/** CN-1992 used a local hardship allowance that no source names, so its amount is asked for. */
const baseOf = (person: Person, ctx: ItemContext, path: string): FoundFigure | undefined => {
  const general = setting(ctx.figures, 'consumption');
  if (ctx.rules.base === 'livingCost' && person.base === undefined && general === undefined)
    return ctx.ledger.fail('settle.missing-input', path, { reason: 'hardship-allowance' });
  return findFigure(ctx.figures, 'consumption', { choice: person.base, path });
};

/** Who does not keep a full share in a capped year unless the file says so. */
const isChild = ({ relation, age, bornOn }: Person, { person }: ItemContext): boolean => {
  if (relation !== undefined) return relation === 'child';
  const on = person.diedOn ?? person.gradedOn ?? person.accidentOn;
  return (age ?? (bornOn === undefined ? 18 : ageOn(bornOn, on))) < 18;
};

type Line = { label: string; base: FoundFigure; years: Exact; share: Exact; shareText: string; keepsShare: boolean };

type Site = { readonly ctx: ItemContext; readonly path: string; readonly shared: { base?: FoundFigure | undefined } };

/** People without a figure of their own have the same one; it is looked up once. */
const sharedBase = (person: Person, { ctx, path, shared }: Site): FoundFigure | undefined => {
  if (person.base !== undefined) return baseOf(person, ctx, `${path}.base`);
  shared.base ??= baseOf(person, ctx, `${path}.base`);
  return shared.base;
};

const readLine = (person: Person, site: Site): Line | undefined => {
  const { ctx, path } = site;
  const years = yearsOf(person, ctx, path);
  const share = shareOf(person, ctx, path);
  const base = sharedBase(person, site);
  if (years === undefined || share === undefined || base === undefined) return undefined;
  const shareText = person.share === undefined ? `÷ ${person.supporters ?? 1}` : `× ${person.share}`;
  return {
    label: person.label ?? person.relation ?? path.slice(path.lastIndexOf('[') + 1, -1),
    base,
    years,
    share,
    shareText,
    keepsShare: person.keepsShare ?? !isChild(person, ctx),
  };
};

type Convention = 'beforeCoefficient' | 'afterCoefficient';

type Terms = { readonly lines: readonly Line[]; readonly coefficient: Exact; readonly split: 'proportional' | 'seniorFirst' };

const sumLines = ({ lines, coefficient, split }: Terms, convention: Convention) => {
  const before = convention === 'beforeCoefficient';
  const cap = lines.reduce((highest, line) => (line.base.value.gt(highest) ? line.base.value : highest), exact(0));
  const annuities: Annuity[] = lines.map((line) => {
    const yearly = line.base.value.times(line.share);
    return { yearly: before ? yearly : yearly.times(coefficient), years: line.years, keepsShare: line.keepsShare };
  });
  const { sums, cut } = sumWithYearlyCap(annuities, cap, split);
  return { sums: before ? sums.map((sum) => sum.times(coefficient)) : sums, cut };
};

type Sums = { readonly sums: readonly Exact[]; readonly cut: boolean };
type Both = Readonly<Record<Convention, Sums>>;

/** Both conventions; while all shares together never reach a whole of one figure no year is cut, and they agree. */
const sumBoth = (terms: Terms): Both => {
  const { lines, coefficient } = terms;
  const [first] = lines;
  const isFree = lines.every((line) => line.base.value.eq(first?.base.value ?? 0)) && sumExact(lines.map((line) => line.share)).lte(one);
  if (!isFree) return { beforeCoefficient: sumLines(terms, 'beforeCoefficient'), afterCoefficient: sumLines(terms, 'afterCoefficient') };
  const uncut: Sums = { sums: lines.map((line) => line.base.value.times(line.years).times(line.share).times(coefficient)), cut: false };
  return { beforeCoefficient: uncut, afterCoefficient: uncut };
};

const recordChoices = (ctx: ItemContext, terms: Terms, { both, convention }: { both: Both; convention: Convention }): void => {
  const isSame = both.beforeCoefficient === both.afterCoefficient;
  const [before, after] = isSame ? [one, one] : [sumExact(both.beforeCoefficient.sums), sumExact(both.afterCoefficient.sums)];
  const matters = !isSame && !before.minus(after).abs().lt('0.000001');
  if (matters) {
    ctx.ledger.note('dependants-cap-matters', ctx.path, {
      beforeCoefficient: show(before),
      afterCoefficient: show(after),
      used: convention,
    });
  }
  ctx.ledger.choose({
    key: 'dependantsCap',
    path: 'conventions.dependantsCap',
    value: convention,
    given: ctx.conventions.dependantsCap !== undefined,
    suggestion: conventionDefaults.dependantsCap,
    reason: matters ? 'conventions-differ-here' : 'conventions-agree-here',
    source: 'art. 17 para 2; settlement §2.2, §8.7',
    mark: 'J',
  });
  if (!both[convention].cut) return;
  ctx.ledger.choose({
    key: 'dependantsSplit',
    path: 'conventions.dependantsSplit',
    value: terms.split,
    given: ctx.conventions.dependantsSplit !== undefined,
    suggestion: conventionDefaults.dependantsSplit,
    reason: 'total-is-the-same',
    source: 'settlement §2.2',
    mark: 'J',
  });
};

/** 被扶养人生活费: consumption × years × share × coefficient per person, under the yearly cap. Source: art. 16-17. */
export const computeDependantsLiving = (input: DependantsLivingInput, ctx: ItemContext): Draft | undefined => {
  if (input.people === undefined) return ctx.ledger.fail('settle.missing-input', `${ctx.path}.people`);
  const coefficient = input.coefficient === undefined ? ctx.coefficient : exactRatio(input.coefficient);
  if (coefficient === undefined) return ctx.ledger.fail('settle.missing-input', `${ctx.path}.coefficient`);
  const shared = {};
  const lines = input.people
    .map((person, index) => readLine(person, { ctx, path: `${ctx.path}.people[${index}]`, shared }))
    .filter((line) => line !== undefined);
  if (lines.length !== input.people.length) return undefined;
  const convention = ctx.conventions.dependantsCap ?? conventionDefaults.dependantsCap;
  const split = ctx.conventions.dependantsSplit ?? conventionDefaults.dependantsSplit;
  const terms: Terms = { lines, coefficient, split };
  const both = sumBoth(terms);
  recordChoices(ctx, terms, { both, convention });
  const { sums, cut } = both[convention];
  const textOf = (line: Line): string => `${show(line.base.value)} × ${show(line.years)} ${line.shareText} × ${show(coefficient)}`;
  return {
    amount: sumExact(sums),
    formula: cut ? 'Σ years: min(Σ C × share, C) × k' : 'Σ C × years × share × k',
    values: lines.map(textOf).join(' + ') + (cut ? ' (yearly cap)' : ''),
    article: articleOf(ctx, 'dependantsLiving'),
    inputs: lines.flatMap((line, index) => [
      { name: 'consumption', value: show(line.base.value), source: line.base.source, mark: line.base.mark, path: line.base.path },
      given('years', show(line.years), `${ctx.path}.people[${index}]`),
    ]),
    parts: lines.map((line, index) => ({ label: line.label, values: textOf(line), amount: sums[index] ?? exact(0) })),
  };
};
