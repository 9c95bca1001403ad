/**
 * Order of ids, days and instants as text: the same on every machine and in every language, and at once, where `localeCompare` first
 * loads the collation of a language. Names that people read are sorted by the language instead.
 */
export const compareText = (a: string, b: string): number => (a < b ? -1 : Number(a > b));
