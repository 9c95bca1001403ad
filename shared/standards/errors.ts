export const standardsProblemCodes = [
  'standards.no-figures',
  'standards.bad-rows',
  'standards.version-taken',
  'standards.too-early',
  'standards.nothing-new',
  'standards.expired',
] as const;

/** What is wrong with one row of a list of figures. */
export const figureRowProblems = ['region', 'year', 'kind', 'series', 'value', 'mark', 'source', 'double'] as const;
export type FigureRowProblem = (typeof figureRowProblems)[number];
