import { sumFen } from '../../damages/engine/exact.ts';

/** total × weight ÷ all, half-up, in whole numbers: products of fen can leave the safe integers. */
const halfUp = (total: number, weight: number, all: number): number => {
  const product = total * weight;
  if (product <= Number.MAX_SAFE_INTEGER / 4) {
    const rest = product % all;
    return (product - rest) / all + (rest * 2 >= all ? 1 : 0);
  }
  return Number((BigInt(total) * BigInt(weight) * 2n + BigInt(all)) / (BigInt(all) * 2n));
};

/** Running totals rounded half-up: every share stays within one fen of its exact value. */
const byRunningTotal = (total: number, weights: readonly number[], all: number): number[] => {
  let seen = 0;
  let given = 0;
  return weights.map((weight) => {
    seen += weight;
    const upTo = halfUp(total, seen, all);
    const share = upTo - given;
    given = upTo;
    return share;
  });
};

/**
 * Divides a sum of fen by weights: each share half-up, the last one takes the remainder. With very many small shares the
 * remainder could leave the last one's bounds; then running totals are rounded instead. The shares always sum to the total.
 */
export const apportion = (total: number, weights: readonly number[]): number[] => {
  const all = sumFen(weights);
  if (all === 0) return weights.map(() => 0);
  if (total === all) return [...weights];
  const last = weights.reduce((found, weight, index) => (weight > 0 ? index : found), 0);
  const shares = weights.map((weight) => halfUp(total, weight, all));
  const rest = total - sumFen(shares.filter((_, index) => index !== last));
  const fits = rest >= 0 && Math.abs(rest - (shares[last] ?? 0)) <= weights.length && (total > all || rest <= (weights[last] ?? 0));
  return fits ? shares.map((share, index) => (index === last ? rest : share)) : byRunningTotal(total, weights, all);
};
