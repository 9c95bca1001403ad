/** Only what was changed is sent, so that two people who edit different fields of one row do not clash. */
export const changedFrom = <V extends object>(before: V, after: V): Partial<V> =>
  Object.fromEntries(
    Object.entries(after).filter(([name, value]) => JSON.stringify(value) !== JSON.stringify((before as Record<string, unknown>)[name])),
  ) as Partial<V>;
