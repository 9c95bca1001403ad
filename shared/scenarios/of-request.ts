import type { Escalation, Scenario } from '../escalations/model.ts';
import type { ScenarioColumn } from './compare.ts';
import type { ScenarioSet, ScenarioWay } from './model.ts';

/** A set as it is computed now, for a request that rests on it. */
export type RequestComparison = { readonly set: Pick<ScenarioSet, 'id' | 'name'>; readonly columns: readonly ScenarioColumn[] };

type Asked = Pick<Escalation, 'scenarioSetId' | 'scenarios'>;

/** The set a request rests on: the one it was written with; without any figures of its own, the person's newest. */
export const setOfRequest = <Set extends Pick<ScenarioSet, 'id'>>(row: Asked, sets: readonly Set[]): Set | null => {
  const named = sets.find(({ id }) => id === row.scenarioSetId);
  return named ?? ((row.scenarios ?? []).length === 0 ? (sets.at(-1) ?? null) : null);
};

/** Computed ways in the words of a request: the expected payment, the own cost beside it, and the difference in sentences. */
export const waysOfColumns = (columns: readonly ScenarioColumn[], notes: readonly string[]): Scenario[] =>
  columns.map(({ way, costFen, ownCostFen, days }, index) => ({
    way,
    amountFen: costFen.expected - ownCostFen,
    extraCostFen: ownCostFen,
    days,
    note: notes[index] ?? '',
  }));

/** A way whose cost or time is no longer what the request says. */
export type MovedWay = {
  readonly way: ScenarioWay;
  readonly sentFen: number;
  readonly nowFen: number;
  readonly sentDays: number;
  readonly nowDays: number;
};

/** What moved since the figures of the request were taken over: the case, the standards or the set. */
export const movedSince = (scenarios: readonly Scenario[] | null, columns: readonly ScenarioColumn[]): MovedWay[] =>
  (scenarios ?? []).flatMap((sent) => {
    const column = columns.find(({ way }) => way === sent.way);
    if (column === undefined || sent.amountFen === null) return [];
    const sentFen = sent.amountFen + (sent.extraCostFen ?? 0);
    const sentDays = sent.days ?? column.days;
    const moved = sentFen !== column.costFen.expected || sentDays !== column.days;
    return moved ? [{ way: sent.way, sentFen, nowFen: column.costFen.expected, sentDays, nowDays: column.days }] : [];
  });
