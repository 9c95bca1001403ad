export const caseProblemCodes = ['case.report-number-taken', 'case.closed'] as const;
