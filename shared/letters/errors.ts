/** Problems of letters of partial payment and refusal. Codes are never reused. */
export const letterProblemCodes = [
  /** Everything claimed is paid: there is nothing to explain. */
  'letter.nothing-refused',
  /** A refusal pays nothing, a partial payment something. */
  'letter.wrong-outcome',
] as const;
