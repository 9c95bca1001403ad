/** Problems of advances. Codes are never reused. */
export const advanceProblemCodes = ['advance.held'] as const;
