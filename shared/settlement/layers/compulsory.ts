import { exactRatio, shareOfFen, sumFen } from '../../damages/engine/exact.ts';
import type { Mark } from '../../damages/engine/ledger.ts';
import { compulsoryLimitsOn } from '../compulsory-limits.ts';
import { poolGroups, type PoolGroup } from '../input/vehicle-input.ts';
import { groupFen, isInside, poolId, yuanFen, type Settling, type Vehicle } from './parties.ts';
import { recordPoolOrders, recordReserve } from './recorded-choices.ts';
import { sharePools, type Claim, type Pool } from './share-pools.ts';

/** One sub-limit with everything that was taken out of it before. */
export type CompulsoryPool = {
  readonly id: string;
  readonly vehicle: Vehicle;
  readonly group: PoolGroup;
  readonly limitFen: number;
  readonly usedFen: number;
  readonly reserveFen: number;
  readonly availableFen: number;
  readonly insured: boolean;
  readonly side: 'fault' | 'noFault';
  readonly mark: Mark;
  readonly source: string;
};

/** Fen paid by pool and victim, and what an insurer may recover from an uninsured vehicle. */
export type CompulsoryResult = {
  readonly pools: readonly CompulsoryPool[];
  readonly paid: ReadonlyMap<string, ReadonlyMap<string, number>>;
  readonly recourse: readonly { readonly from: string; readonly to: string; readonly amountFen: number; readonly reason: string }[];
};

type Site = { readonly vehicle: Vehicle; readonly group: PoolGroup; readonly settling: Settling };

/** A share means a share of the sub-limit itself, whatever was paid out of it before. */
const reserveFen = ({ vehicle, group, settling }: Site, limitFen: number, afterUse: number): number => {
  const { reserve } = vehicle.input.compulsory ?? {};
  const part = reserve?.[group];
  if (part === undefined) return 0;
  const path = `${vehicle.path}.compulsory.reserve.${group}`;
  const value = 'share' in part ? shareOfFen(limitFen, exactRatio(part.share)) : yuanFen(part.amount);
  if (value > afterUse) settling.ledger.fail('settle.reserve-over-limit', path, { limitFen: afterUse, reserveFen: value });
  recordReserve({ ...part, reason: reserve?.reason }, path, settling);
  return Math.min(value, afterUse);
};

const advancedOutsideClaim = ({ vehicle, group, settling }: Site): number =>
  sumFen(
    (settling.input.advances ?? [])
      .filter(
        (advance) =>
          advance.by === 'compulsory' && advance.vehicle === vehicle.input.id && advance.group === group && advance.inClaim === false,
      )
      .map((advance) => yuanFen(advance.amount)),
  );

const limitOf = ({ vehicle, group, settling }: Site, lawFen: number): number => {
  const { limits, limitsReason } = vehicle.input.compulsory ?? {};
  const stated = limits?.[group];
  if (stated === undefined || yuanFen(stated) === lawFen) return lawFen;
  const path = `${vehicle.path}.compulsory.limits.${group}`;
  if (limitsReason === undefined) {
    settling.ledger.fail('settle.limits-contradict-accident', path, {
      givenFen: yuanFen(stated),
      byDateFen: lawFen,
      accidentOn: settling.input.accident.on,
    });
    return lawFen;
  }
  settling.ledger.note('limits-given', path, { givenFen: yuanFen(stated), byDateFen: lawFen, reason: limitsReason });
  return yuanFen(stated);
};

const buildVehiclePools = (vehicle: Vehicle, settling: Settling): CompulsoryPool[] => {
  const { compulsory, fault, id } = vehicle.input;
  if (compulsory === undefined) return [];
  const side = compulsory.side ?? (fault === 'none' ? 'noFault' : 'fault');
  const law = compulsoryLimitsOn(settling.input.accident.on, side);
  if (law === undefined && !compulsory.insured) return [];
  if (law === undefined) {
    settling.ledger.fail('settle.no-compulsory-cover-then', `${vehicle.path}.compulsory`, {
      accidentOn: settling.input.accident.on,
      from: '2006-07-01',
    });
    return [];
  }
  if (!compulsory.insured) settling.ledger.note('uninsured-pays-limit', `${vehicle.path}.compulsory`, { article: '道交解释 art. 16' });
  if (!compulsory.insured && settling.input.accident.on >= '2024-09-27') {
    settling.ledger.note('policyholder-joint-liability', `${vehicle.path}.compulsory`, { article: '侵权责任编解释(一) art. 21' });
  }
  return poolGroups.map((group) => {
    const site: Site = { vehicle, group, settling };
    const limitFen = limitOf(site, law.limits[group]);
    const excluded = group === 'property' && compulsory.insured && compulsory.recourse !== undefined;
    if (excluded) settling.ledger.note('property-excluded', `${vehicle.path}.compulsory.recourse`, { article: '条例 art. 22' });
    const usedFen = Math.min(limitFen, yuanFen(compulsory.used?.[group]) + advancedOutsideClaim(site));
    const reserved = reserveFen(site, limitFen, limitFen - usedFen);
    const availableFen = excluded ? 0 : limitFen - usedFen - reserved;
    return {
      id: poolId(id, group),
      vehicle,
      group,
      limitFen,
      usedFen,
      reserveFen: reserved,
      availableFen,
      insured: compulsory.insured,
      side,
      mark: law.mark,
      source: law.source,
    };
  });
};

type Paid = Map<string, Map<string, number>>;

const add = (paid: Paid, share: { pool: string; victim: string; amountFen: number }): void => {
  const row = paid.get(share.pool) ?? new Map<string, number>();
  paid.set(share.pool, row.set(share.victim, (row.get(share.victim) ?? 0) + share.amountFen));
};

/** Shares the court fixed itself go first and must fit the pool and the loss. */
const payGiven = (pools: readonly CompulsoryPool[], settling: Settling, paid: Paid): void => {
  for (const vehicle of settling.vehicles) {
    for (const [index, share] of (vehicle.input.compulsory?.given ?? []).entries()) {
      const path = `${vehicle.path}.compulsory.given[${index}]`;
      const pool = pools.find((entry) => entry.id === poolId(vehicle.input.id, share.group));
      const victim = settling.victims.find((entry) => entry.input.id === share.victim);
      if (pool === undefined || victim === undefined) continue;
      const taken = sumFen([...(paid.get(pool.id)?.values() ?? [])]);
      const amountFen = yuanFen(share.amount);
      if (amountFen > pool.availableFen - taken || amountFen > groupFen(victim, share.group)) {
        settling.ledger.fail('settle.given-share-over-pool', `${path}.amount`, {
          givenFen: amountFen,
          availableFen: pool.availableFen - taken,
        });
      } else add(paid, { pool: pool.id, victim: share.victim, amountFen });
    }
  }
};

const tierOf = (pool: CompulsoryPool, settling: Settling, ignoreUninsured: boolean): number => {
  if (pool.side === 'noFault' && settling.conventions.noFaultOrder === 'first') return 0;
  const last = !pool.insured && !ignoreUninsured && settling.conventions.uninsuredOrder !== 'proportional';
  return last ? 2 : 1;
};

type Sharing = { readonly settling: Settling; readonly paid: Paid; readonly ignoreUninsured: boolean };

const paidFrom = (paid: Paid, pool: CompulsoryPool): number => sumFen([...(paid.get(pool.id)?.values() ?? [])]);

const isGiven = (pool: CompulsoryPool, victim: string): boolean =>
  (pool.vehicle.input.compulsory?.given ?? []).some((share) => share.victim === victim && share.group === pool.group);

/** What is still open of each person's loss in this group, and the pools of this tier it may come from. */
const openClaims = (own: readonly CompulsoryPool[], tier: readonly CompulsoryPool[], { settling, paid }: Sharing): Claim[] => {
  const [first] = own;
  return settling.victims.map((victim) => ({
    id: victim.input.id,
    lossFen: own.reduce((open, pool) => open - (paid.get(pool.id)?.get(victim.input.id) ?? 0), groupFen(victim, first?.group ?? 'outside')),
    pools: tier.filter((pool) => !isInside(victim.input, pool.vehicle.input) && !isGiven(pool, victim.input.id)).map((pool) => pool.id),
  }));
};

/** Divides one group over its pools, tier by tier; a later tier only sees what earlier ones left open. */
const shareGroup = (own: readonly CompulsoryPool[], sharing: Sharing): void => {
  const { settling, paid, ignoreUninsured } = sharing;
  const tiers = own.map((pool) => tierOf(pool, settling, ignoreUninsured));
  for (const tier of [0, 1, 2]) {
    if (!tiers.includes(tier)) continue;
    const pools = own.filter((_pool, index) => tiers[index] === tier);
    const open: Pool[] = pools.map((pool) => ({
      id: pool.id,
      weightFen: pool.limitFen,
      availableFen: pool.availableFen - paidFrom(paid, pool),
    }));
    for (const [victim, row] of sharePools(openClaims(own, pools, sharing), open)) {
      for (const [pool, amountFen] of row) if (amountFen > 0) add(paid, { pool, victim, amountFen });
    }
  }
};

const payAll = (pools: readonly CompulsoryPool[], settling: Settling, ignoreUninsured: boolean): Paid => {
  const paid: Paid = new Map();
  payGiven(pools, settling, paid);
  for (const group of poolGroups)
    shareGroup(
      pools.filter((pool) => pool.group === group),
      { settling, paid, ignoreUninsured },
    );
  return paid;
};

/** 道交解释 art. 18 para 3: what insured vehicles paid above their own share comes back from the uninsured one. */
const uninsuredRecourse = (pools: readonly CompulsoryPool[], paid: Paid, settling: Settling): CompulsoryResult['recourse'] => {
  const uninsured = pools.filter((pool) => !pool.insured);
  if (uninsured.length === 0 || settling.conventions.uninsuredOrder === 'proportional') return [];
  const fair = payAll(pools, settling, true);
  const targets = [...new Set(uninsured.map((pool) => `person:${pool.vehicle.input.id}`))];
  return [...new Set(pools.filter((pool) => pool.insured).map((pool) => pool.vehicle.input.id))].flatMap((id) => {
    const own = pools.filter((pool) => pool.vehicle.input.id === id);
    const amountFen = sumFen(own.map((pool) => paidFrom(paid, pool) - paidFrom(fair, pool)));
    return amountFen > 0 ? [{ from: `compulsory:${id}`, to: targets.join(' + '), amountFen, reason: 'uninsured-vehicle' }] : [];
  });
};

const statutoryRecourse = (pools: readonly CompulsoryPool[], paid: Paid, settling: Settling): CompulsoryResult['recourse'] =>
  settling.vehicles.flatMap((vehicle) => {
    const { recourse, insured } = vehicle.input.compulsory ?? {};
    if (recourse === undefined || insured !== true) return [];
    const amountFen = sumFen(pools.filter((pool) => pool.vehicle === vehicle).map((pool) => paidFrom(paid, pool)));
    settling.ledger.note('recourse', `${vehicle.path}.compulsory.recourse`, { amountFen, article: '道交解释 art. 15' });
    return [{ from: `compulsory:${vehicle.input.id}`, to: `person:${vehicle.input.id}`, amountFen, reason: recourse }];
  });

/** The compulsory layer: sub-limits that never lend to each other, divided by art. 16, 18 and 19. */
export const payCompulsory = (settling: Settling): CompulsoryResult => {
  const pools = settling.vehicles.flatMap((vehicle) => buildVehiclePools(vehicle, settling));
  recordPoolOrders(pools, settling);
  const paid = payAll(pools, settling, false);
  return { pools, paid, recourse: [...uninsuredRecourse(pools, paid, settling), ...statutoryRecourse(pools, paid, settling)] };
};
