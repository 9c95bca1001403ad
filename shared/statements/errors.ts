export const statementProblemCodes = [
  /** The row belongs to a frozen statement, or is one. */
  'statement.frozen',
  'statement.already-frozen',
  /** Text, facts and signature do not belong together. */
  'statement.unsound',
  'statement.nothing-said',
  /** Something was recorded after the text had been shown. */
  'statement.text-changed',
  'statement.unsigned',
] as const;
