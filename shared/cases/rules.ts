import { problem, type Problem } from '../kernel/problem.ts';
import { err, ok, type Result } from '../kernel/result.ts';
import type { severities } from './model.ts';

export type Severity = (typeof severities)[number];

type Dates = { accidentAt?: string | null; reportedAt?: string | null };

/** Forms round to the minute and clocks differ a little; more than this ahead is a typing error. */
const toleranceMs = 5 * 60_000;

/** The accident and its report have happened already, and the report not before the accident. */
export const caseDatesHold = ({ accidentAt, reportedAt }: Dates, now: string): Result<void, Problem> => {
  const latest = Date.parse(now) + toleranceMs;
  if (accidentAt && Date.parse(accidentAt) > latest) return err(problem('in-the-future', 'values.accidentAt'));
  if (reportedAt && Date.parse(reportedAt) > latest) return err(problem('in-the-future', 'values.reportedAt'));
  if (accidentAt && reportedAt && Date.parse(reportedAt) < Date.parse(accidentAt)) {
    return err(problem('ends-before-start', 'values.reportedAt'));
  }
  return ok(undefined);
};
