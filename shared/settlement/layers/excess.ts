import type { AssessedItem } from '../../damages/engine/assess.ts';
import { sumFen } from '../../damages/engine/exact.ts';
import { poolGroups } from '../input/vehicle-input.ts';
import { apportion } from './apportion.ts';
import type { CompulsoryResult } from './compulsory.ts';
import type { Settling, Victim } from './parties.ts';

/** An item with what compulsory cover pays of it and what is left. */
export type ItemSplit = { readonly item: AssessedItem; readonly compulsoryFen: number; readonly excessFen: number };

export type Excess = {
  readonly victim: Victim;
  readonly splits: readonly ItemSplit[];
  readonly compulsoryFen: number;
  /** × ratio. */
  readonly sharedFen: number;
  /** Whole, from the person at fault. */
  readonly personalFullFen: number;
};

type Order = 'first' | 'proportional' | 'last';

const inOrder = (items: readonly AssessedItem[], paidFen: number): ItemSplit[] => {
  const amounts = items.map((item) => item.amountFen);
  const shares = apportion(Math.min(paidFen, sumFen(amounts)), amounts);
  return items.map((item, index) => ({ item, compulsoryFen: shares[index] ?? 0, excessFen: item.amountFen - (shares[index] ?? 0) }));
};

/** Mental distress stands first inside death and disability when it is asked for. Source: 道交解释 art. 13 para 2. */
const splitGroup = (items: readonly AssessedItem[], paidFen: number, order: Order): ItemSplit[] => {
  const distress = items.filter((item) => item.key === 'mentalDistress');
  if (distress.length === 0 || order === 'proportional') return inOrder(items, paidFen);
  const others = items.filter((item) => item.key !== 'mentalDistress');
  const [head, tail] = order === 'first' ? [distress, others] : [others, distress];
  const toHead = Math.min(paidFen, sumFen(head.map((item) => item.amountFen)));
  return [...inOrder(head, toHead), ...inOrder(tail, paidFen - toHead)];
};

const recordOrder = (victim: Victim, settling: Settling, order: Order): void => {
  if (!victim.items.some((item) => item.key === 'mentalDistress')) return;
  settling.ledger.choose({
    key: 'mentalDistress',
    path: 'conventions.mentalDistress',
    value: order,
    given: settling.conventions.mentalDistress !== undefined,
    suggestion: 'first',
    reason: 'on-request-first',
    source: '道交解释 art. 13 para 2',
    mark: 'P',
  });
};

/** What is left above compulsory cover, item by item. */
export const computeExcess = (victim: Victim, compulsory: CompulsoryResult, settling: Settling): Excess => {
  const order = settling.conventions.mentalDistress ?? 'first';
  const paidByGroup = (group: string): number =>
    compulsory.pools.reduce((sum, pool) => sum + (pool.group === group ? (compulsory.paid.get(pool.id)?.get(victim.input.id) ?? 0) : 0), 0);
  const inPools = poolGroups.flatMap((group) =>
    splitGroup(
      victim.items.filter((item) => item.group === group),
      paidByGroup(group),
      order,
    ),
  );
  const rest = victim.items.filter((item) => !(poolGroups as readonly string[]).includes(item.group));
  const unsorted = [...inPools, ...rest.map((item) => ({ item, compulsoryFen: 0, excessFen: item.amountFen }))];
  const byItem = new Map(unsorted.map((split) => [split.item, split]));
  const splits = victim.items.map((item) => byItem.get(item)).filter((split) => split !== undefined);
  const personalFullFen = sumFen(splits.filter((split) => split.item.group === 'personalFull').map((split) => split.excessFen));
  const sharedFen = sumFen(splits.map((split) => split.excessFen)) - personalFullFen;
  if (paidByGroup('deathDisability') > 0 && sharedFen > 0) recordOrder(victim, settling, order);
  return { victim, splits, compulsoryFen: sumFen(splits.map((split) => split.compulsoryFen)), sharedFen, personalFullFen };
};
