import { findCoefficient } from './coefficient.ts';
import { exact, exactRatio, fenOf, fenToYuan, one, show, sumFen, toFen, type Exact } from './exact.ts';
import type { Draft, ItemContext } from './item-context.ts';
import { given } from './item-context.ts';
import { defaultGroup, hasRuleInputs, runItemRule, type ItemInput } from './item-rules.ts';
import { itemKeys, type ItemKey, type ItemsInput, type OtherItem } from './item-schemas.ts';
import { openLedger, type Mark, type WorkingInput } from './ledger.ts';
import type { CommonInput, LossGroup } from './parts.ts';

/** How an amount came about; enough to print and to check by hand. */
export type Working = {
  readonly formula: string;
  readonly values: string;
  readonly article: string;
  readonly rounding: string;
  readonly inputs: readonly WorkingInput[];
  readonly parts: readonly { readonly label: string; readonly values: string; readonly amountFen: number; readonly amountYuan: string }[];
};

export type AssessedItem = {
  readonly key: ItemKey | 'other';
  readonly label: string;
  readonly path: string;
  readonly group: LossGroup;
  readonly amountFen: number;
  readonly amountYuan: string;
  readonly computedFen: number | null;
  readonly claimedFen: number | null;
  readonly deductedFen: number | null;
  readonly reason: string;
  /** Since 2010 the dependants' living costs are part of disability or death compensation. */
  readonly mergedInto: 'disabilityCompensation' | 'deathCompensation' | null;
  readonly mark: Mark;
  readonly working: Working;
};

export type Participation = {
  applies: boolean;
  rate?: number | string | undefined;
  items?: string[] | undefined;
  onGiven?: boolean | undefined;
  reason?: string | undefined;
};

export type Assessment = {
  items: ItemsInput;
  context: Omit<ItemContext, 'path' | 'coefficient'>;
  itemsPath: string;
  participation: Participation | undefined;
  limitToClaim: boolean;
};

const rounding = 'half-up to 0.01, once';

/** Disability coefficient shared by several items: 1 on death, else from the grades; problems are reported by the item itself. */
const sharedCoefficient = (items: ItemsInput, died: boolean): Exact | undefined => {
  if (items.deathCompensation !== undefined) return exact(1);
  const disability = items.disabilityCompensation;
  if (typeof disability === 'object')
    return findCoefficient(disability, { ledger: openLedger(), path: '' })?.value ?? (died ? exact(1) : undefined);
  return died ? exact(1) : undefined;
};

type Rates = { readonly computed: Exact; readonly given: Exact };
const unrated: Rates = { computed: one, given: one };

/**
 * What participation makes of an amount by rule, and of one that the file gives: that one is a result already, unless the file says
 * `onGiven`. Nobody may believe in a cut that did not happen, so a given amount that stays whole is remarked.
 */
const participationRates = (
  key: AssessedItem['key'],
  { participation, context }: Assessment,
  { path, byRule }: { path: string; byRule: boolean },
): Rates => {
  if (participation?.applies !== true || participation.rate === undefined) return unrated;
  const named = participation.items === undefined ? key !== 'other' : participation.items.includes(key);
  if (!named) return unrated;
  const rate = exactRatio(participation.rate);
  const onGiven = participation.onGiven === true;
  if (byRule || onGiven)
    context.ledger.note('participation-applied', `${context.person.path}.participation`, {
      rate: show(rate),
      reason: participation.reason ?? '',
    });
  else context.ledger.note('participation-not-on-given', path, { rate: show(rate) });
  return { computed: rate, given: onGiven ? rate : one };
};

const groupOf = (key: ItemKey, input: CommonInput, ctx: ItemContext): LossGroup => {
  if (key === 'appraisalFee') {
    const used = input.group ?? ctx.conventions.appraisalFee ?? 'outside';
    ctx.ledger.choose({
      key: 'appraisalFee',
      path: 'conventions.appraisalFee',
      value: used,
      given: (input.group ?? ctx.conventions.appraisalFee) !== undefined,
      suggestion: 'outside',
      reason: 'three-practices',
      source: 'settlement §3.3; 保险法 art. 64',
      mark: 'J',
    });
    return used;
  }
  if (input.group !== undefined && input.group !== defaultGroup[key]) {
    ctx.ledger.note('group-moved', ctx.path, { from: defaultGroup[key], to: input.group, reason: input.reason ?? '' });
  }
  return input.group ?? defaultGroup[key];
};

/** Participation is off in nearly every case; then the amount is not touched. */
const rated = (amount: Exact, rate: Exact): Exact => (rate === one ? amount : amount.times(rate));

/** The parts of an item in fen; the last one takes the remainder, so that they add up to the item. */
const partsOf = (draft: Draft, rate: Exact): Working['parts'] => {
  const parts = draft.parts ?? [];
  if (parts.length === 0) return [];
  const rounded = parts.map((part) => toFen(rated(part.amount, rate)));
  const rest = toFen(rated(draft.amount, rate)) - sumFen(rounded.slice(0, -1));
  return parts.map((part, index) => {
    const amountFen = index === parts.length - 1 && rest >= 0 ? rest : (rounded[index] ?? 0);
    return { label: part.label, values: part.values, amountFen, amountYuan: fenToYuan(amountFen) };
  });
};

const givenFenOf = (amount: CommonInput['amount'], { given: rate }: Rates): number | undefined => {
  if (amount === undefined) return undefined;
  return rate === one ? fenOf(amount) : toFen(exact(amount).times(rate));
};

const ratedText = (text: string, rate: Exact): string => (rate === one || rate.eq(one) ? text : `(${text}) × ${show(rate)}`);

const workingOf = (draft: Draft | undefined, input: CommonInput, { path, rates }: { path: string; rates: Rates }): Working => {
  const rate = rates.computed;
  if (input.amount !== undefined || draft === undefined) {
    const inputs = [
      { ...given('amount', String(input.amount ?? 0), `${path}.amount`), source: input.source ?? '' },
      ...(draft?.inputs ?? []),
    ];
    return {
      formula: 'given',
      values: ratedText(String(input.amount ?? 0), rates.given),
      article: draft?.article ?? '',
      rounding,
      inputs,
      parts: draft === undefined ? [] : partsOf(draft, rate),
    };
  }
  const values = ratedText(draft.values, rate);
  return { formula: draft.formula, values, article: draft.article, rounding, inputs: draft.inputs, parts: partsOf(draft, rate) };
};

const worstMark = (inputs: readonly WorkingInput[]): Mark => {
  const order: readonly Mark[] = ['U', 'S', 'J', 'P', 'input'];
  return order.find((mark) => inputs.some((input) => input.mark === mark)) ?? 'input';
};

const limitedToClaim = (amountFen: number, input: CommonInput, ctx: ItemContext): number => {
  if (input.claimed === undefined) return amountFen;
  const claimedFen = fenOf(input.claimed);
  if (claimedFen >= amountFen) return amountFen;
  ctx.ledger.note('claim-limits-amount', ctx.path, { computedFen: amountFen, claimedFen });
  return claimedFen;
};

const mergedInto = (key: ItemKey, assessment: Assessment): AssessedItem['mergedInto'] => {
  if (key !== 'dependantsLiving' || !assessment.context.rules.dependantsMerged) return null;
  return assessment.items.deathCompensation !== undefined || assessment.context.person.diedOn !== undefined
    ? 'deathCompensation'
    : 'disabilityCompensation';
};

const assessItem = (key: ItemKey, assessment: Assessment, coefficient: Exact | undefined): AssessedItem | undefined => {
  const raw: unknown = assessment.items[key];
  if (raw === undefined) return undefined;
  const input = (typeof raw === 'object' ? raw : { amount: raw }) as CommonInput;
  const ctx: ItemContext = { ...assessment.context, path: `${assessment.itemsPath}.${key}`, coefficient };
  if (ctx.rules.notAwarded.includes(key)) ctx.ledger.note('no-such-head-then', ctx.path, { ruleSet: ctx.rules.id });
  const useRule = typeof raw === 'object' && (input.amount === undefined || hasRuleInputs(input));
  const draft = useRule ? runItemRule(key, input as ItemInput<typeof key>, ctx) : undefined;
  if (input.amount === undefined && draft === undefined) return undefined;
  const rates = participationRates(key, assessment, { path: ctx.path, byRule: draft !== undefined });
  const computedFen = draft === undefined ? null : toFen(rated(draft.amount, rates.computed));
  const givenFen = givenFenOf(input.amount, rates);
  if (givenFen !== undefined && computedFen !== null && givenFen !== computedFen) {
    ctx.ledger.note('given-differs', ctx.path, { givenFen, computedFen, reason: input.reason ?? '' });
  }
  const fullFen = givenFen ?? computedFen ?? 0;
  const amountFen = assessment.limitToClaim ? limitedToClaim(fullFen, input, ctx) : fullFen;
  const working = workingOf(draft, input, { path: ctx.path, rates });
  const claimedFen = input.claimed === undefined ? null : fenOf(input.claimed);
  return {
    key,
    label: key,
    path: ctx.path,
    group: groupOf(key, input, ctx),
    amountFen,
    amountYuan: fenToYuan(amountFen),
    computedFen,
    claimedFen,
    deductedFen: claimedFen === null ? null : Math.max(0, claimedFen - amountFen),
    reason: input.reason ?? '',
    mergedInto: mergedInto(key, assessment),
    mark: worstMark(working.inputs),
    working,
  };
};

const assessOther = (other: OtherItem, index: number, assessment: Assessment): AssessedItem => {
  const path = `${assessment.itemsPath}.other[${index}]`;
  const rates = participationRates('other', assessment, { path, byRule: false });
  const amountFen = givenFenOf(other.amount, rates) ?? 0;
  const claimedFen = other.claimed === undefined ? null : fenOf(other.claimed);
  return {
    key: 'other',
    label: other.label,
    path,
    group: other.group,
    amountFen,
    amountYuan: fenToYuan(amountFen),
    computedFen: null,
    claimedFen,
    deductedFen: claimedFen === null ? null : Math.max(0, claimedFen - amountFen),
    reason: other.reason ?? '',
    mergedInto: null,
    mark: 'input',
    working: {
      formula: 'given',
      values: ratedText(String(other.amount), rates.given),
      article: '',
      rounding,
      inputs: [{ ...given('amount', other.amount, `${path}.amount`), source: other.source ?? '' }],
      parts: [],
    },
  };
};

/** Assesses every head of damage of one injured person. Problems go to the ledger; heads with problems are left out. */
export const assessItems = (assessment: Assessment): AssessedItem[] => {
  const { items, context, itemsPath } = assessment;
  if (items.deathCompensation !== undefined && items.disabilityCompensation !== undefined) {
    context.ledger.note('death-and-disability', itemsPath);
  }
  const coefficient = sharedCoefficient(items, context.person.diedOn !== undefined);
  const known = itemKeys.map((key) => assessItem(key, assessment, coefficient));
  const others = (items.other ?? []).map((other, index) => assessOther(other, index, assessment));
  return [...known, ...others].filter((item) => item !== undefined);
};
