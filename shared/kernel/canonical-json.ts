/**
 * One text for equal values, whatever the order of their keys: for hashes and for comparing what was stored with what is computed.
 * A field that is undefined is absent. Source: RFC 8785, for strings, integers and plain decimals as this app keeps them.
 */
export const canonicalJson = (value: unknown): string => JSON.stringify(sorted(value));

const sorted = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).filter(([, inner]) => inner !== undefined);
  return Object.fromEntries(entries.toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([name, inner]) => [name, sorted(inner)]));
};
