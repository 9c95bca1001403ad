export const importProblemCodes = [
  'import.password',
  'import.empty',
  'import.too-many-rows',
  'import.too-large',
  'import.zip-bomb',
  'import.not-a-table',
  'import.expired',
  // reasons on one row
  'import.required',
  'import.date',
  'import.count',
  'import.duplicate-in-file',
  'import.already-there',
  'import.too-long',
  'import.phone',
  'import.in-the-future',
  'import.amount',
  // the sheet keeps a long number only roughly; a formula without a stored value
  'import.number-lost',
  'import.no-value',
] as const;
