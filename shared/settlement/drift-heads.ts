import { daysFrom } from '../damages/engine/calendar.ts';
import { fenToYuan } from '../damages/engine/exact.ts';
import { rateNames } from '../damages/engine/line-rate.ts';
import type { DamageItem } from '../damages/model.ts';
import type { Carer, Dependant, FactValue } from '../facts/model.ts';
import type { InjuredParty } from '../parties/model.ts';
import type { DriftAssumption, DriftGap } from './drift-contract.ts';
import { counting, type ItemRow, type PartyRow, type SettlementRows } from './file/rows.ts';
import { relationOf } from './suggest/party-suggestions.ts';

/** The rows of the settlement with the claimed period of the items and the stay of the people, which say how many days are known. */
export type DriftRows = Omit<SettlementRows, 'items' | 'parties'> & {
  readonly items: readonly (ItemRow & Pick<DamageItem, 'days' | 'fromOn' | 'untilOn'>)[];
  readonly parties: readonly (PartyRow & Pick<InjuredParty, 'dischargedOn'>)[];
};

type Head = Record<string, unknown>;

/** A head of damage as one statement would have it; undefined: nobody was named, nothing is due. */
export type Said = { head: Head | undefined; missing: DriftGap[]; assumed: DriftAssumption[] };

type Site = { rows: DriftRows; partyId: string; input: object | undefined };

export const headSaid = (value: FactValue, site: Site): Said => {
  if (value.kind === 'money') return incomeHead(value.amountFen, site);
  if (value.kind === 'carers') return carersHead(value.carers, site);
  if (value.kind === 'dependants') return dependantsHead(value.dependants, site);
  return { head: undefined, missing: ['words'], assumed: [] };
};

/** How long: as the item's own rule counts, else as it is claimed, else the days in hospital. */
type Period = { time: Head; assumed: DriftAssumption[] } | null;

const timeNames = ['days', 'months', 'years', 'fromOn', 'untilOn', 'excludedDays'] as const;

const picked = (from: Head, names: readonly string[]): Head =>
  Object.fromEntries(names.flatMap((name) => (from[name] === undefined ? [] : [[name, from[name]]])));

const without = (from: Head, names: readonly string[]): Head =>
  Object.fromEntries(Object.entries(from).filter(([name]) => !names.includes(name)));

const headOf = (kind: string, { input }: Site): Head => {
  const head = (input as Record<string, unknown> | undefined)?.[kind];
  return typeof head === 'object' && head !== null ? (head as Head) : {};
};

const periodOf = (kind: string, site: Site): Period => {
  const ruled = picked(headOf(kind, site), timeNames);
  if (hasTime(ruled)) return { time: ruled, assumed: [] };
  const row = counting(site.rows.items).find((item) => item.partyId === site.partyId && item.kind === kind);
  if (row?.days != null) return { time: { days: row.days }, assumed: [] };
  if (row?.fromOn != null && row.untilOn !== null) return { time: { fromOn: row.fromOn, untilOn: row.untilOn }, assumed: [] };
  const party = site.rows.parties.find(({ id }) => id === site.partyId);
  if (party?.admittedOn == null || party.dischargedOn === null) return null;
  return { time: { days: daysFrom(party.admittedOn, party.dischargedOn) }, assumed: ['days-in-hospital'] };
};

const hasTime = (time: Head): boolean =>
  time['days'] !== undefined ||
  time['months'] !== undefined ||
  time['years'] !== undefined ||
  (time['fromOn'] !== undefined && time['untilOn'] !== undefined);

const rateOfMonth = (fen: number, head: Head): Head => ({ monthlyRate: fenToYuan(fen), monthDays: head['monthDays'] ?? 30 });
const monthAssumed = (head: Head): DriftAssumption[] => (head['monthDays'] === undefined ? ['month-of-30'] : []);

/** The periods stay as they are; what was earned in a month is what was said. */
const incomeHead = (amountFen: number, site: Site): Said => {
  const head = headOf('lostIncome', site);
  const rate = rateOfMonth(amountFen, head);
  const names = [...rateNames, 'overDays', 'yearDays', 'lineAmount', 'amount', 'claimed'];
  const lines = head['lines'];
  if (Array.isArray(lines) && lines.length > 0) {
    const untimed = lines.some((line: Head) => !hasTime(line));
    if (untimed) return { head: undefined, missing: ['days'], assumed: [] };
    return {
      head: { ...without(head, names), lines: lines.map((line: Head) => ({ ...without(line, names), ...rate })) },
      missing: [],
      assumed: monthAssumed(head),
    };
  }
  const period = periodOf('lostIncome', site);
  if (period === null) return { head: undefined, missing: ['days'], assumed: [] };
  return { head: { ...without(head, names), ...period.time, ...rate }, missing: [], assumed: [...monthAssumed(head), ...period.assumed] };
};

/** One line per carer: own income where it was said, else the rate of the item; own days, else those of the item. */
const carersHead = (carers: readonly Carer[], site: Site): Said => {
  if (carers.length === 0) return { head: undefined, missing: [], assumed: [] };
  const head = headOf('nursing', site);
  const shared = periodOf('nursing', site);
  const ownRate = picked(head, [...rateNames, 'overDays', 'yearDays', 'monthDays']);
  const said = carers.map((carer): Said => {
    const rate = carer.incomeMonthlyFen === null ? ownRate : rateOfMonth(carer.incomeMonthlyFen, head);
    const time = carer.days === null ? shared?.time : { days: carer.days };
    const missing: DriftGap[] = [
      ...(Object.keys(rate).length === 0 ? ['rate' as const] : []),
      ...(time === undefined ? ['days' as const] : []),
    ];
    const assumed = [
      ...(carer.incomeMonthlyFen === null ? [] : monthAssumed(head)),
      ...(carer.days === null ? (shared?.assumed ?? []) : []),
    ];
    return { head: { ...rate, ...time }, missing, assumed };
  });
  return {
    head: { ...picked(head, ['group', 'carersOpinion']), lines: said.map((one) => one.head) },
    missing: said.flatMap(({ missing }) => missing),
    assumed: said.flatMap(({ assumed }) => assumed),
  };
};

/** Whether an adult can work is never guessed: it is taken from the item where it names the same person. */
const dependantsHead = (dependants: readonly Dependant[], site: Site): Said => {
  if (dependants.length === 0) return { head: undefined, missing: [], assumed: [] };
  const head = headOf('dependantsLiving', site);
  const known = Array.isArray(head['people']) ? (head['people'] as Head[]) : [];
  const people = dependants.map(({ name, relation, bornOn, supporters }) => {
    const label = name === '' ? relation : name;
    const same = known.find((one) => one['label'] === label);
    return {
      ...same,
      label,
      relation: relationOf(relation),
      ...(bornOn === null ? {} : { bornOn }),
      ...(supporters === null ? {} : { supporters }),
    };
  });
  return { head: { ...without(head, ['people', 'amount', 'claimed']), people }, missing: [], assumed: [] };
};
