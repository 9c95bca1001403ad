export const settlementProblemCodes = ['settlement.pack-unknown', 'settlement.incomplete'] as const;
