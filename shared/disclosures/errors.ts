export const disclosureProblemCodes = ['disclosure.quoted'] as const;
