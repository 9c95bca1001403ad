/** Every fault and every verdict that must have happened; a run in which one never did proves nothing. */
export const counted = [
  'dropped-request',
  'dropped-reply',
  'doubled-reply',
  'late-reply',
  'cut-reply',
  'altered-reply',
  'offline',
  'device-killed',
  'disk-full',
  'clock-jump',
  'older-image',
  'restored-device',
  'restored-hub',
  'upgraded',
  'other-epoch',
  'cloned',
  'reassigned',
  'role-moved',
  'revoked',
  'forgotten',
  'hub-killed',
  'hub-restarted',
  'second-node',
  'fail-over',
  'token-expired',
  'poke-lost',
  'accepted',
  'late',
  'conflict',
  'refused',
  'quarantined',
  'taken',
  'dropped',
  'evicted',
  'reset',
  'renewed',
  'money-decided',
] as const;
export type Counted = (typeof counted)[number];

export type Coverage = { add(what: Counted): void; counts: Record<Counted, number> };

export const createCoverage = (): Coverage => {
  const counts = Object.fromEntries(counted.map((what) => [what, 0])) as Record<Counted, number>;
  return {
    counts,
    add: (what) => {
      counts[what] += 1;
    },
  };
};
