export const promiseProblemCodes = ['promise.nobody-told'] as const;
