export const wordingProblemCodes = ['wording.not-readable', 'wording.nothing-new'] as const;
