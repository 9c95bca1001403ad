export const settlementProblemCodes = ['settlement.pack-unknown'] as const;
