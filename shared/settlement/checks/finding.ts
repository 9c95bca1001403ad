/** What a reviewer should look at. The words are the window's; each finding names its rows and the numbers it was made from. */
export const findingCodes = [
  'bill.double',
  'bill.maybe-double',
  'bill.outside-stay',
  'bill.lines-outside-stay',
  'bill.before-accident',
  'bill.lines-differ',
  'stay.overlap',
  'days.beyond-period',
  'days.added',
  'days.over-730',
  'days.past-grading',
  'days.over-stay',
] as const;
export type FindingCode = (typeof findingCodes)[number];

export type Finding = {
  readonly code: FindingCode;
  readonly partyId: string;
  readonly itemId: string | null;
  readonly billIds: readonly string[];
  readonly treatmentIds: readonly string[];
  /** Index of the lines inside the one bill. */
  readonly lines: readonly number[];
  readonly facts: Readonly<Record<string, string | number>>;
};

export const finding = (code: FindingCode, partyId: string, rest: Partial<Finding> = {}): Finding => ({
  code,
  partyId,
  itemId: null,
  billIds: [],
  treatmentIds: [],
  lines: [],
  facts: {},
  ...rest,
});
