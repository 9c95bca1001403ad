import { compareText } from '../../shared/kernel/compare-text.ts';
import { inScope, type Standing } from '../../shared/people/scope.ts';
import type { Entitlement } from '../../shared/sync/judge.ts';
import { scopeSpansOf, type HeadRow, type ScopeSpan } from '../db/case-rows.ts';
import { releasesOf, type Release } from '../db/device-rows.ts';
import { standingSpansOf, type StandingSpan } from '../db/people-rows.ts';
import type { SqlReads } from '../db/sql.ts';

/** Days of the hub's clock after which work for a case one has handed over is no longer taken in unseen. Source: SPEC [SY-36]. */
const lateDays = 60;
const dayMs = 86_400_000;

type Regions = ReadonlyMap<string, string>;

/** How a person stood to cases before; read only for cases that are not theirs now. */
export type Past = { standings: readonly StandingSpan[]; scopes: readonly ScopeSpan[]; releases: ReadonlyMap<string, Release> };

export const loadPast = async (
  reads: SqlReads,
  who: { personId: string; deviceId: string },
  caseIds: readonly string[],
): Promise<Past> => ({
  standings: caseIds.length === 0 ? [] : await standingSpansOf(reads, who.personId),
  scopes: await scopeSpansOf(reads, caseIds),
  releases: new Map((await releasesOf(reads, who.deviceId, caseIds)).map((release) => [release.caseId, release])),
});

export const isInScopeNow = (standing: Standing | undefined, head: Pick<HeadRow, 'branchId' | 'ownerId'>, regions: Regions): boolean =>
  standing !== undefined && inScope(standing, placed(head, regions));

type Asked = { standing: Standing; head: HeadRow | undefined; past: Past; regions: Regions; mid: number; now: string; caseId: string };

/** Now, before, or never. A case that does not exist yet is anybody's to make. */
export const entitlementOf = ({ standing, head, past, regions, mid, now, caseId }: Asked): Entitlement => {
  if (!head || isInScopeNow(standing, head, regions)) return { kind: 'now', role: standing.role };
  const before = lastOverlap(past, caseId, regions);
  if (!before) return { kind: 'never' };
  const release = past.releases.get(caseId);
  return {
    kind: 'before',
    role: before.role,
    // Only a release after the last time counts: they may have had the case again since.
    released: release !== undefined && release.at >= (before.untilAt ?? '') && mid > release.mid,
    longAgo: before.untilAt !== null && Date.parse(now) - Date.parse(before.untilAt) > lateDays * dayMs,
  };
};

/** The last time a standing of the person met a scope of the case; null when they never met. */
export const lastOverlap = (
  { standings, scopes }: Past,
  caseId: string,
  regions: Regions,
): { role: Standing['role']; untilAt: string | null } | null => {
  const met = scopes
    .filter((scope) => scope.caseId === caseId)
    .flatMap((scope) =>
      standings
        .filter((standing) => overlap(standing, scope) && inScope(standing, placed(scope, regions)))
        .map((standing) => ({ role: standing.role, untilAt: earlier(standing.untilAt, scope.untilAt) })),
    );
  return met.toSorted((a, b) => compareText(a.untilAt ?? '9', b.untilAt ?? '9')).at(-1) ?? null;
};

type Span = { fromAt: string; untilAt: string | null };

const overlap = (a: Span, b: Span): boolean =>
  (a.untilAt === null || b.fromAt <= a.untilAt) && (b.untilAt === null || a.fromAt <= b.untilAt);

const earlier = (a: string | null, b: string | null): string | null => {
  if (a === null || b === null) return a ?? b;
  return a < b ? a : b;
};

const placed = ({ branchId, ownerId }: { branchId: string | null; ownerId: string | null }, regions: Regions) => ({
  branchId: branchId as never,
  ownerId: ownerId as never,
  regionId: branchId === null ? null : (regions.get(branchId) ?? null),
});
