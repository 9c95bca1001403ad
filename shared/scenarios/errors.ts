/** Problems of a set of scenarios. Codes are never reused. */
export const scenarioProblemCodes = ['scenario.chances', 'scenario.way-twice', 'scenario.empty'] as const;
