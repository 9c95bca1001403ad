/** The engine's formulas by the name of their wording. */
const keys: Readonly<Record<string, string>> = {
  'I × years × k': 'disability',
  'I × years': 'death',
  'annual rate × years × coefficient × carers': 'dependence',
  'base × k × (1 − own fault)': 'distress',
  given: 'given',
  'Σ bills − medical insurance − deductions': 'bills',
  'Σ price × pieces × ⌈term ÷ cycle⌉ + maintenance': 'devices',
  'Σ price × pieces × ⌊years ÷ cycle⌋': 'cycles',
  'Σ rate × days × carers − received': 'rate',
  'Σ receipts': 'receipts',
  'Σ years: min(Σ C × share, C) × k': 'cappedDependants',
  'Σ C × years × share × k': 'dependants',
  'W × 6': 'funeralMonthly',
  'W ÷ 12 × 6': 'funeral',
};

/** Name of a formula's wording; undefined for a formula that has none, which is then shown as it is. */
export const formulaKey = (formula: string): string | undefined => keys[formula];
