export const damageProblemCodes = [
  'damage.deduction-over-claim',
  'damage.allowed-over-claim',
  'damage.not-balanced',
  'damage.told-before-open',
  'damage.input-invalid',
  'damage.computed-not-typed',
] as const;
