import type { Ids, Random } from '../../shared/kernel/ports.ts';

/** Ids in counting order with the shape of UUIDv7; `space` keeps two devices apart. */
export const fakeIds = (space = 1): Ids => {
  const state = { last: 0 };
  return {
    next: () => {
      state.last += 1;
      const tail = state.last.toString(16).padStart(12, '0');
      return `01950000-0000-7000-8${space.toString(16).padStart(3, '0')}-${tail}`;
    },
  };
};

/** Bytes that differ at every call and are the same in every run. */
export const fakeRandom = (seed = 1): Random => {
  const state = { seed };
  return {
    bytes: (length) =>
      Uint8Array.from({ length }, () => {
        state.seed = (Math.imul(state.seed, 1_103_515_245) + 12_345) >>> 0;
        return state.seed >>> 24;
      }),
  };
};
