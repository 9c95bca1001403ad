type Event = { at: number; order: number; what: string; run: () => void | Promise<void> };

/** Virtual time: nothing happens but what stands in here, one after the other, in the order of its time. */
export type EventQueue = {
  now(): number;
  /** Something that happens later; the returned function takes it back. */
  after(ms: number, what: string, run: () => void | Promise<void>): () => void;
  /** Runs the next thing until a time; false when nothing is left before it. */
  step(until: number): Promise<boolean>;
  steps(): number;
  /** What happened, one line each. */
  log: string[];
};

export const createEventQueue = (start: number): EventQueue => {
  const events: Event[] = [];
  const state = { now: start, order: 0, steps: 0 };
  const log: string[] = [];
  const before = (a: Event, b: Event): boolean => a.at < b.at || (a.at === b.at && a.order < b.order);
  const place = (event: Event): void => {
    let [low, high] = [0, events.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (before(event, events[middle]!)) low = middle + 1;
      else high = middle;
    }
    events.splice(low, 0, event);
  };
  return {
    log,
    now: () => state.now,
    steps: () => state.steps,
    after: (ms, what, run) => {
      state.order += 1;
      const event = { at: state.now + Math.max(0, ms), order: state.order, what, run };
      place(event);
      return () => {
        const index = events.indexOf(event);
        if (index >= 0) events.splice(index, 1);
      };
    },
    step: async (until) => {
      const next = events.at(-1);
      if (!next || next.at > until) {
        state.now = until;
        return false;
      }
      events.pop();
      state.now = next.at;
      state.steps += 1;
      log.push(`${next.at - start} ${next.what}`);
      await next.run();
      return true;
    },
  };
};
