/** Problems of payments and the question after them. Codes are never reused. */
export const paymentProblemCodes = ['payment.too-much', 'payment.before-acceptance', 'payment.owner-needed'] as const;
