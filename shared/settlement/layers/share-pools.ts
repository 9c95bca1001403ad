import { exact, sumExact, sumFen, zero, type Exact } from '../../damages/engine/exact.ts';
import { apportion } from './apportion.ts';

/** One sub-limit of one vehicle. `weight` is the full limit: art. 18 divides by limits, not by what is left of them. */
export type Pool = { readonly id: string; readonly availableFen: number; readonly weightFen: number };

/** One person's loss in this group, with the pools it may be paid from. */
export type Claim = { readonly id: string; readonly lossFen: number; readonly pools: readonly string[] };

/** Fen by claim and pool. */
export type Shares = Map<string, Map<string, number>>;

type State = { left: Map<string, Exact>; room: Map<string, Exact>; paid: Map<string, Map<string, Exact>> };

const maxRounds = 40;
const tiny = exact('0.000001');

const openPools = (claim: Claim, pools: readonly Pool[], state: State): Pool[] =>
  pools.filter((pool) => claim.pools.includes(pool.id) && (state.room.get(pool.id) ?? zero).gt(tiny));

/** What each claim may take from each pool now: all of it, or pro rata to the losses that ask for it (道交解释 art. 19). */
const entitlement = (loss: Exact, room: Exact, asking: Exact): Exact => (asking.lte(room) ? loss : room.times(loss).div(asking));

/** A claim takes its loss from its pools by their limits (art. 18), never more than its entitlement in each. */
const takeFrom = (loss: Exact, open: readonly Pool[], rights: readonly Exact[]): Exact[] => {
  if (sumExact(rights).lte(loss)) return [...rights];
  const weights = sumExact(open.map((pool) => exact(pool.weightFen)));
  return open.map((pool, index) => {
    const byLimit = loss.times(pool.weightFen).div(weights);
    const right = rights[index] ?? zero;
    return byLimit.lt(right) ? byLimit : right;
  });
};

const playRound = (claims: readonly Claim[], pools: readonly Pool[], state: State): boolean => {
  const active = claims
    .map((claim) => ({ claim, loss: state.left.get(claim.id) ?? zero, open: openPools(claim, pools, state) }))
    .filter((entry) => entry.loss.gt(tiny) && entry.open.length > 0);
  if (active.length === 0) return false;
  const asking = new Map<string, Exact>();
  for (const { loss, open } of active) for (const pool of open) asking.set(pool.id, (asking.get(pool.id) ?? zero).plus(loss));
  const takes = active.map(({ loss, open }) => {
    const rights = open.map((pool) => entitlement(loss, state.room.get(pool.id) ?? zero, asking.get(pool.id) ?? zero));
    return takeFrom(loss, open, rights);
  });
  active.forEach(({ claim, open }, row) => {
    open.forEach((pool, column) => {
      const take = takes[row]?.[column] ?? zero;
      const paid = state.paid.get(claim.id) ?? new Map<string, Exact>();
      state.paid.set(claim.id, paid.set(pool.id, (paid.get(pool.id) ?? zero).plus(take)));
      state.left.set(claim.id, (state.left.get(claim.id) ?? zero).minus(take));
      state.room.set(pool.id, (state.room.get(pool.id) ?? zero).minus(take));
    });
  });
  return true;
};

const roundShares = (claims: readonly Claim[], pools: readonly Pool[], state: State): Shares => {
  const shares: Shares = new Map(claims.map((claim) => [claim.id, new Map<string, number>()]));
  const unmet = new Map(claims.map((claim) => [claim.id, claim.lossFen]));
  const give = (claimId: string, poolId: string, amountFen: number): void => {
    const row = shares.get(claimId);
    row?.set(poolId, (row.get(poolId) ?? 0) + amountFen);
    unmet.set(claimId, (unmet.get(claimId) ?? 0) - amountFen);
  };
  const room = new Map(pools.map((pool) => [pool.id, pool.availableFen]));
  for (const pool of pools) {
    for (const claim of claims) {
      const value = state.paid.get(claim.id)?.get(pool.id) ?? zero;
      const amountFen = Math.min(value.toDecimalPlaces(12).toDecimalPlaces(0).toNumber(), room.get(pool.id) ?? 0, unmet.get(claim.id) ?? 0);
      give(claim.id, pool.id, amountFen);
      room.set(pool.id, (room.get(pool.id) ?? 0) - amountFen);
    }
  }
  placeRemainders(claims, pools, { room, unmet, give });
  return shares;
};

type Remainders = {
  room: Map<string, number>;
  unmet: Map<string, number>;
  give: (claimId: string, poolId: string, amountFen: number) => void;
};

/** The last share takes what rounding left: a pool that is used up is used up to the fen, a loss that fits is paid to the fen. */
const placeRemainders = (claims: readonly Claim[], pools: readonly Pool[], { room, unmet, give }: Remainders): void => {
  for (const pool of [...pools].reverse()) {
    for (const claim of [...claims].reverse()) {
      if (!claim.pools.includes(pool.id)) continue;
      const rest = Math.min(room.get(pool.id) ?? 0, unmet.get(claim.id) ?? 0);
      if (rest <= 0) continue;
      give(claim.id, pool.id, rest);
      room.set(pool.id, (room.get(pool.id) ?? 0) - rest);
    }
  }
};

/** One pool alone: everybody the own loss while it lasts, else pro rata, and the last share takes the remainder. */
const shareOne = (claims: readonly Claim[], pool: Pool): Shares => {
  const asking = claims.map((claim) => (claim.pools.includes(pool.id) ? claim.lossFen : 0));
  const paid = apportion(Math.min(pool.availableFen, sumFen(asking)), asking);
  return new Map(claims.map((claim, index) => [claim.id, new Map(claim.pools.includes(pool.id) ? [[pool.id, paid[index] ?? 0]] : [])]));
};

/**
 * Divides the pools of one group among the claims. Claims and pools must come sorted by id, so that the order of the file does
 * not matter. Nothing is lent between groups because each group has its own call. Source: 道交解释 art. 18-19.
 */
export const sharePools = (claims: readonly Claim[], pools: readonly Pool[]): Shares => {
  const [pool, second] = pools;
  if (pool !== undefined && second === undefined) return shareOne(claims, pool);
  const state: State = {
    left: new Map(claims.map((claim) => [claim.id, exact(claim.lossFen)])),
    room: new Map(pools.map((pool) => [pool.id, exact(pool.availableFen)])),
    paid: new Map(),
  };
  for (let round = 0; round < maxRounds && playRound(claims, pools, state); round += 1);
  return roundShares(claims, pools, state);
};
