import type { ClockRules } from '../../../shared/clocks/limits.ts';
import { builtInRules, defaultLimits } from '../../../shared/clocks/limits.ts';
import { clockRuleSet, type ClockRuleSet } from '../../../shared/clocks/model.ts';
import type { Reads } from '../../db/handles.ts';
import { selectRows } from '../../db/rows.ts';

/** Every stored version of the limits, the oldest first. */
export const storedRuleSets = (db: Reads): ClockRuleSet[] =>
  selectRows(db, clockRuleSet, 'void_reason IS NULL ORDER BY version, at, id').map((stored) => ({
    ...stored,
    // A version made before a clock was kept says nothing of its limit.
    limits: { ...defaultLimits, ...stored.limits },
  }));

/**
 * A version counts from when the company published it, alike on every device. Where the device clock stands behind the hub's, from
 * when it was received by that clock: starts of clocks are the device's own times, and would otherwise never reach it.
 */
export const countsFromOf = ({ at, countsFrom }: Pick<ClockRuleSet, 'at' | 'countsFrom'>): string =>
  countsFrom === null || at < countsFrom ? at : countsFrom;

/** All versions that a clock may run under, the built-in one first. */
export const readClockRules = (db: Reads): ClockRules[] => [
  builtInRules,
  ...storedRuleSets(db).map((stored) => ({
    version: stored.version ?? 1,
    from: countsFromOf(stored),
    limits: stored.limits ?? defaultLimits,
  })),
];

/** Cases with a clock that started at or after an instant: a version that counts from then on concerns them. */
export const casesStartedSince = (db: Reads, at: string): string[] =>
  db.all<{ caseId: string }>('SELECT DISTINCT case_id AS caseId FROM clocks WHERE started_at >= ?', at).map(({ caseId }) => caseId);
