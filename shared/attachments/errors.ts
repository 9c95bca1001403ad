export const attachmentProblemCodes = [
  'attachment.empty',
  'attachment.too-large',
  'attachment.wrong-type',
  'attachment.truncated',
  'attachment.too-many',
  'attachment.not-here',
] as const;
