import { compareText } from '../../kernel/compare-text.ts';
import { findPractice, type StandardsPack } from '../../damages/engine/standards-pack.ts';
import type { Fact } from '../../facts/model.ts';
import type { InjuredParty } from '../../parties/model.ts';
import type { DaysItem } from '../checks/day-checks.ts';
import { daysInHospital, staysOf, type Treated } from '../checks/stays.ts';
import type { PartyBasisValues } from '../file/overlay.ts';
import type { BasisSource } from '../model.ts';
import { suggestion, type Suggestion, type SuggestionReason } from './suggestion.ts';

export type PartyHead = Pick<InjuredParty, 'id' | 'roadRole' | 'dischargedOn' | 'treatmentEnded'>;
export type PartySite = {
  readonly basis: PartyBasisValues;
  readonly facts: readonly Fact[];
  readonly treated: readonly Treated[];
  readonly items: readonly DaysItem[];
  readonly region: string | null;
  readonly pack: StandardsPack;
};

type Found = {
  readonly value: unknown;
  readonly reason: SuggestionReason;
  readonly source: string;
  readonly mark: BasisSource['mark'];
} | null;

const position = ({ roadRole }: PartyHead): Found => {
  const from = { reason: 'road-role' as const, source: 'party.roadRole', mark: 'input' as const };
  if (roadRole === 'pedestrian' || roadRole === 'driver' || roadRole === 'passenger') return { ...from, value: roadRole };
  if (roadRole === 'bicycle' || roadRole === 'e-bike') return { ...from, value: 'nonMotor' };
  return roadRole === 'motorcycle' ? { ...from, value: 'driver', reason: 'motorcycle-is-motor' } : null;
};

/** The newest word on a topic; who said it is its source. */
const said = (facts: readonly Fact[], topic: string): Fact | undefined =>
  facts
    .filter((fact) => fact.topic === topic && fact.voidReason === null && fact.value !== null)
    .toSorted((a, b) => compareText(b.saidAt, a.saidAt) || compareText(b.id, a.id))[0];

const sourceOf = (fact: Fact): string => `fact:${fact.id} (${fact.source})`;
/** What a paper or the police says is given; what people say is not verified until a paper says it. */
const markOf = (fact: Fact): BasisSource['mark'] => (fact.source === 'paper' || fact.source === 'police' ? 'input' : 'U');

const residence = (facts: readonly Fact[]): Found => {
  const fact = said(facts, 'household');
  const choice = fact?.value?.kind === 'choice' ? fact.value.choice : null;
  if (fact === undefined || (choice !== 'urban' && choice !== 'rural')) return null;
  return { value: choice, reason: 'said-household', source: sourceOf(fact), mark: markOf(fact) };
};

const treatmentEnd = ({ treatmentEnded, dischargedOn }: PartyHead, treated: readonly Treated[]): Found => {
  if (treatmentEnded !== true) return null;
  const last = treated
    .map(({ untilOn }) => untilOn ?? '')
    .toSorted()
    .at(-1);
  if (last !== undefined && last !== '') return { value: last, reason: 'last-stay', source: 'doctors.treatments', mark: 'input' };
  return dischargedOn === null ? null : { value: dischargedOn, reason: 'discharged', source: 'party.dischargedOn', mark: 'input' };
};

const gradedOn = (items: readonly DaysItem[]): Found => {
  const on = items.find(({ kind }) => kind === 'disabilityCompensation')?.fromOn ?? null;
  return on === null ? null : { value: on, reason: 'disability-item', source: 'damageItem.fromOn', mark: 'input' };
};

export const relationOf = (relation: string): 'child' | 'parent' | 'spouse' | 'other' => {
  if (/子|女|儿|孩/.test(relation) && !/父|母/.test(relation)) return 'child';
  if (/父|母|爸|妈/.test(relation)) return 'parent';
  return /妻|夫|配偶|爱人|丈夫/.test(relation) ? 'spouse' : 'other';
};

/** Dependants as named by somebody; whether an adult can work is never guessed. */
const dependants = (facts: readonly Fact[]): Found => {
  const fact = said(facts, 'dependants');
  if (fact?.value?.kind !== 'dependants' || fact.value.dependants.length === 0) return null;
  const people = fact.value.dependants.map(({ name, relation, bornOn, supporters }) => ({
    label: name === '' ? relation : name,
    relation: relationOf(relation),
    ...(bornOn === null ? {} : { bornOn }),
    ...(supporters === null ? {} : { supporters }),
  }));
  return { value: { people }, reason: 'said-dependants', source: sourceOf(fact), mark: markOf(fact) };
};

const income = (facts: readonly Fact[]): Found => {
  const fact = said(facts, 'incomeMonthly');
  if (fact?.value?.kind !== 'money') return null;
  return { value: { monthlyRate: fact.value.amountFen / 100 }, reason: 'said-income', source: sourceOf(fact), mark: markOf(fact) };
};

/** The region's own daily rate; practice of one province is never lent to another. */
const dailyRate = (kind: string, { region, pack }: PartySite): Found => {
  const practice = region === null ? undefined : findPractice(pack, { region, topic: 'dailyRate', key: kind });
  return practice === undefined
    ? null
    : { value: { dailyRate: Number(practice.value) }, reason: 'local-practice', source: practice.source, mark: practice.mark };
};

const meals = (site: PartySite): Found => {
  const days = daysInHospital(site.treated);
  if (days === null) return null;
  const rate = dailyRate('hospitalMeals', site);
  const stays = staysOf(site.treated).length;
  return {
    value: { days, ...(rate?.value as object | undefined) },
    reason: 'days-in-hospital',
    source: `doctors.treatments (${stays})`,
    mark: rate?.mark ?? 'input',
  };
};

const inputsOf = (site: PartySite): readonly (readonly [string, Found])[] => [
  ['hospitalMeals', meals(site)],
  ['nutrition', dailyRate('nutrition', site)],
  ['nursing', dailyRate('nursing', site)],
  ['lostIncome', income(site.facts) ?? dailyRate('lostIncome', site)],
  ['dependantsLiving', dependants(site.facts)],
];

/** What the file says about one person: into an empty field of the basis, or as inputs of an item that has none yet. */
export const partySuggestions = (party: PartyHead, site: PartySite): Suggestion[] => {
  const { basis, facts, treated, items } = site;
  const fields: readonly (readonly [string, unknown, Found])[] = [
    ['position', basis.position, position(party)],
    ['residence', basis.residence, residence(facts)],
    ['treatmentEndedOn', basis.treatmentEndedOn, treatmentEnd(party, treated)],
    ['gradedOn', basis.gradedOn, gradedOn(items)],
  ];
  const open = (kind: string): boolean => items.every((item) => item.kind !== kind || item.inputs === null);
  return [
    ...fields.flatMap(([field, standing, found]) =>
      found === null || standing !== null
        ? []
        : [
            suggestion({ entity: 'partyBasis', partyId: party.id, field, reason: found.reason }, found.value, {
              source: found.source,
              mark: found.mark,
            }),
          ],
    ),
    ...inputsOf(site).flatMap(([kind, found]) =>
      found === null || !open(kind)
        ? []
        : [
            suggestion({ entity: 'damageItem', partyId: party.id, kind, field: 'inputs', reason: found.reason }, found.value, {
              source: found.source,
              mark: found.mark,
            }),
          ],
    ),
  ];
};
