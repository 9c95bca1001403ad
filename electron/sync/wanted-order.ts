import { compareText } from '../../shared/kernel/compare-text.ts';
import type { CaseId } from '../../shared/kernel/ids.ts';
import { emptyHead } from '../../shared/sync/entry.ts';
import type { PlanReply } from '../../shared/sync/pull-messages.ts';
import { headOf } from '../db/case-entry-rows.ts';
import type { ReadDb } from '../db/handles.ts';
import type { Wanted } from './round.ts';

type Ranked = Wanted & { waits: boolean; visitedAt: string; touchedAt: string };

/** Cases with pending work first, then recently opened ones, then the newest. Source: SPEC [SY-43]. */
export const inWantedOrder = (read: ReadDb, want: PlanReply['want']): Wanted[] =>
  want
    .map(([caseId, to, , touchedAt]) => rankedOf(read, { caseId, to, touchedAt }))
    .toSorted(
      (a, b) =>
        Number(b.waits) - Number(a.waits) ||
        compareText(b.visitedAt, a.visitedAt) ||
        compareText(b.touchedAt, a.touchedAt) ||
        compareText(a.caseId, b.caseId),
    )
    .map(({ caseId, from, to }) => ({ caseId, from, to }));

const rankedOf = (read: ReadDb, { caseId, to, touchedAt }: { caseId: CaseId; to: number; touchedAt: string }): Ranked => {
  const head = headOf(read, caseId);
  const waits = `SELECT 1 FROM journal j WHERE j.case_id = ? AND j.origin = 'here'
    AND j.ver IS NULL LIMIT 1`;
  return {
    caseId,
    to,
    from: head ? { ver: head.ver, hash: head.hash } : emptyHead,
    waits: read.get(waits, caseId) !== undefined,
    visitedAt: read.get<{ at: string }>('SELECT at FROM case_visits WHERE case_id = ?', caseId)?.at ?? '',
    touchedAt,
  };
};
