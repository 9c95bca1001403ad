/** Days from one calendar date to another; the same day is 0. */
export const daysFrom = (from: string, to: string): number =>
  Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / 86_400_000);

/** Days of a period whose first and last day both count. */
export const daysOfPeriod = (from: string, to: string): number => daysFrom(from, to) + 1;
