/** Answers whether a thing may be tried again: not after `limit` times within `withinMs`, so that a crash cannot loop. */
export const repeatGuard = (limits: { limit: number; withinMs: number }, now: () => number): (() => boolean) => {
  const tries: number[] = [];
  return () => {
    const at = now();
    while (tries[0] !== undefined && at - tries[0] > limits.withinMs) tries.shift();
    if (tries.length >= limits.limit) return false;
    tries.push(at);
    return true;
  };
};

export const crashLimits = { limit: 3, withinMs: 60_000 };
