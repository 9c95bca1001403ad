export const paperProblemCodes = [
  /** A later notice asks for something new: the law wants everything named at once. */
  'papers.late-without-reason',
  'papers.nothing-chosen',
  'papers.no-name',
  'papers.already-in',
] as const;
