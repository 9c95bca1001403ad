/** Problems of offers. Codes are never reused. */
export const offerProblemCodes = [
  /** Items, basis or standards changed since the offer was made. */
  'offer.out-of-date',
  /** The amount is above the approver's limit and no decision of superiors covers it. */
  'offer.over-authority',
  /** The text shown is not the text that would be signed now. */
  'offer.text-changed',
  'offer.unsigned',
  /** Who has not understood the offer cannot be bound by it: explain again first. */
  'offer.not-understood',
  /** Text, seal, signature and offer do not belong together. */
  'offer.unsound',
  /** What was put to the party stands. */
  'offer.shown',
] as const;
