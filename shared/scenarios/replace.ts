import { fenToYuan } from '../damages/engine/exact.ts';
import type { CaseInput, VictimInput } from '../settlement/input/case-input.ts';
import type { Outcome, ScenarioInput, ScenarioRates } from './model.ts';

type Items = VictimInput['items'];
type RatedKey = 'lostIncome' | 'nursing' | 'nutrition';

/** What one outcome of one scenario is computed from. */
export type Replaced = {
  readonly input: CaseInput;
  readonly victimId: string;
  readonly ownVehicle: string;
  readonly rates: ScenarioRates;
};

/** The one daily rate of an item of the case, when it has one. */
const rateOf = (item: Items[RatedKey]): number | string | undefined => {
  if (typeof item !== 'object') return undefined;
  if (item.lines === undefined) return item.dailyRate;
  const rates = [...new Set(item.lines.map((line) => line.dailyRate ?? item.dailyRate))];
  return rates.length === 1 ? rates[0] : undefined;
};

const fenText = (fen: number | null): string | undefined => (fen === null ? undefined : fenToYuan(fen));

/** A period of days at the rate of the set, or of the case. Without either the engine asks for the rate at the item's path. */
const period = (item: Items[RatedKey], rateFen: number | null, days: number): Items[RatedKey] => {
  const dailyRate = fenText(rateFen) ?? rateOf(item);
  return dailyRate === undefined ? { days } : { dailyRate, days };
};

const shared = (days: number, share: number): number => Number(((days * share) / 100).toFixed(2));

const withPeriods = (items: Items, { scenario, outcome, rates }: Case): Items => {
  const replaced = (key: RatedKey, days: number | null, rateFen: number | null): Items =>
    days === null ? {} : { [key]: period(items[key], rateFen, shared(days, scenario.share)) };
  return {
    ...items,
    ...replaced('lostIncome', outcome.lostIncomeDays, rates.lostIncomeFen),
    ...replaced('nursing', outcome.nursingDays, rates.nursingFen),
    ...replaced('nutrition', outcome.nutritionDays, rates.nutritionFen),
  };
};

type Case = { scenario: ScenarioInput; outcome: Outcome; rates: ScenarioRates };

const withGrade = (items: Items, grade: number | null): Items => {
  if (grade === null) return items;
  const { disabilityCompensation: old } = items;
  const { base, yearsClaimed, yearsGiven } = typeof old === 'object' ? old : {};
  return { ...items, disabilityCompensation: { grades: [grade], base, yearsClaimed, yearsGiven } };
};

const withCosts = (items: Items, { appraisalFeeFen, courtFeeFen }: ScenarioInput): Items => ({
  ...items,
  ...(appraisalFeeFen === 0 ? {} : { appraisalFee: fenToYuan(appraisalFeeFen) }),
  ...(courtFeeFen === 0
    ? {}
    : { other: [...(items.other ?? []), { label: 'court-fee', amount: fenToYuan(courtFeeFen), group: 'personalFull' as const }] }),
});

/** The case's own input with the values of one outcome; nothing else of it changes. */
export const replaceValues = ({ input, victimId, ownVehicle, rates }: Replaced, scenario: ScenarioInput, outcome: Outcome): CaseInput => ({
  ...input,
  vehicles: input.vehicles.map((vehicle) =>
    vehicle.id === ownVehicle && outcome.ratio !== null ? { ...vehicle, ratio: `${outcome.ratio}%` } : vehicle,
  ),
  victims: input.victims.map((victim) => {
    if (victim.id !== victimId) return victim;
    const items = withCosts(withGrade(withPeriods(victim.items, { scenario, outcome, rates }), outcome.grade), scenario);
    const { [ownVehicle]: _own, ...ratios } = victim.ratios ?? {};
    return { ...victim, items, ...(victim.ratios === undefined || outcome.ratio === null ? {} : { ratios }) };
  }),
});
