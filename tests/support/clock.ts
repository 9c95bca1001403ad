import type { Clock } from '../../shared/kernel/ports.ts';

/** A clock that moves only when the test says so, and by one millisecond at every reading. */
export type FakeClock = Clock & { set(at: string): void; advance(minutes: number): void };

export const fakeClock = (start = '2026-03-02T01:00:00.000Z'): FakeClock => {
  const state = { ms: Date.parse(start) };
  return {
    now: () => {
      state.ms += 1;
      return { at: new Date(state.ms).toISOString(), utcOffset: 480 };
    },
    set: (at) => {
      state.ms = Date.parse(at);
    },
    advance: (minutes) => {
      state.ms += minutes * 60_000;
    },
  };
};
