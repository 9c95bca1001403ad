import type { ClockLimits } from '../../../shared/clocks/limits.ts';
import { defaultLimits } from '../../../shared/clocks/limits.ts';
import type { RuleVersion } from '../../../shared/clocks/contract.ts';
import { clockRuleSet } from '../../../shared/clocks/model.ts';
import { problem, type Problem } from '../../../shared/kernel/problem.ts';
import { err, ok, type Result } from '../../../shared/kernel/result.ts';
import { tidyText } from '../../../shared/kernel/text.ts';
import { readState } from '../../db/sync-state.ts';
import type { Session } from '../session.ts';
import { tidyReason } from '../tidy-values.ts';
import { countsFromOf, storedRuleSets } from './rule-rows.ts';

type Input = { seen: number; ownerName: string; reason: string; limits: ClockLimits };

/**
 * Only who leads or administers sets limits; everybody may read them. In a company the limits come from its hub, so only its
 * administrator changes them, for everybody. Source: product.md, "The people".
 */
const mayChange = (session: Session): boolean => {
  const { role } = session.person();
  return role === 'admin' || (role === 'supervisor' && !isOfCompany(session));
};

const isOfCompany = ({ read }: Session): boolean => readState(read, 'hub') !== null;

const builtIn: RuleVersion = {
  version: 1,
  ownerName: null,
  reason: null,
  at: null,
  byName: null,
  publishedVersion: null,
  countsFrom: null,
  limits: defaultLimits,
};

/** 时限规则: every version with who made it and why, the newest first. */
export const listRules = (session: Session): { versions: RuleVersion[]; mayChange: boolean; forCompany: boolean } => {
  const names = new Map(session.read.all<{ id: string; name: string }>('SELECT id, name FROM people').map(({ id, name }) => [id, name]));
  const stored = storedRuleSets(session.read).map(
    ({ version, ownerName, reason, at, byPersonId, publishedVersion, countsFrom, limits }): RuleVersion => ({
      version: version ?? 1,
      ownerName,
      reason,
      at,
      byName: names.get(byPersonId ?? '') ?? null,
      publishedVersion,
      countsFrom: countsFromOf({ at, countsFrom }),
      limits: limits ?? defaultLimits,
    }),
  );
  return { versions: [builtIn, ...stored].toReversed(), mayChange: mayChange(session), forCompany: isOfCompany(session) };
};

type NextRules = { version: number; ownerName: string; reason: string; limits: ClockLimits };

/** The next version, or what speaks against it. */
export const nextRules = (session: Session, input: Input): Result<NextRules, Problem> => {
  if (!mayChange(session)) return err(problem('forbidden'));
  const newest = listRules(session).versions[0] ?? builtIn;
  if (newest.version !== input.seen) return err(problem('wrong-state', null, { expected: input.seen, actual: newest.version }));
  const ownerName = tidyText(input.ownerName);
  if (ownerName === '') return err(problem('required', 'ownerName'));
  const reason = tidyReason(input.reason);
  if (!reason.ok) return reason;
  return ok({ version: newest.version + 1, ownerName, reason: reason.value, limits: input.limits });
};

/** A change never edits a version: it makes the next one, which counts for clocks that start from then on. */
export const changeRules = (session: Session, input: Input): Result<void, Problem> => {
  const next = nextRules(session, input);
  if (!next.ok) return next;
  const ops = [{ op: 'insert' as const, entity: clockRuleSet.name, id: session.ids.next(), fields: next.value }];
  const stored = session.commit({ kind: 'change-clock-rules', caseId: null, ops });
  return stored.ok ? ok(undefined) : stored;
};
