/** Seeded randomness: the same seed gives the same run, to the letter. */
export type Dice = {
  /** 0 to below 1. */
  next(): number;
  /** 0 to below `n`. */
  below(n: number): number;
  chance(probability: number): boolean;
  pick<T>(from: readonly T[]): T | undefined;
};

export const seededDice = (seed: number): Dice => {
  let state = Math.imul(seed, 0x9e37_79b1) ^ 0x5bd1_e995;
  const next = (): number => {
    // mulberry32
    state = (state + 0x6d2b_79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
  const below = (n: number): number => Math.floor(next() * n);
  return { next, below, chance: (probability) => next() < probability, pick: (from) => from[below(Math.max(from.length, 1))] };
};
