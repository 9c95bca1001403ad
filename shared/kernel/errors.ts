/** Problems any feature can meet. Codes are never reused. */
export const kernelProblemCodes = [
  'not-found', 'invalid', 'required', 'too-long', 'conflict', 'forbidden', 'wrong-state', 'locked', 'in-the-future',
  'before-birth', 'ends-before-start',
  'amount.empty', 'amount.not-a-number', 'amount.negative', 'amount.decimals', 'amount.too-large',
  'id-number.length', 'id-number.birth-date', 'id-number.check-digit', 'reason-needed',
] as const;
