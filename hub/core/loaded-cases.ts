import { keyOf, type CaseRow, type CaseView } from '../../shared/sync/case-view.ts';
import { chinaDateOf } from '../../shared/kernel/dates.ts';
import { limitsInForce, type AuthorityLimits } from '../../shared/sync/published.ts';
import type { Verdict } from '../../shared/sync/verdict.ts';
import type { WireChange } from '../../shared/sync/wire-change.ts';
import { lockHeads, rowsById, rowsOfEntities, type HeadRow, type StoredRow } from '../db/case-rows.ts';
import { knownChanges, verdictsOf } from '../db/device-rows.ts';
import { documentsAfter } from '../db/document-rows.ts';
import { listBranches, surveyorsAmong } from '../db/people-rows.ts';
import type { SqlTx } from '../db/sql.ts';
import { neededOf, pointedAt } from './needed-rows.ts';

/** The cases of a batch as they stand, locked, with everything judging asks for; it moves on as changes go in. */
export type LoadedCases = {
  heads: Map<string, HeadRow>;
  /** By entity and id, with the case the row belongs to. */
  rows: Map<string, StoredRow>;
  verByMid: Map<number, number | null>;
  surveyors: ReadonlySet<string>;
  regionByBranch: ReadonlyMap<string, string>;
  usedChangeIds: Set<string>;
  /** Verdicts on changes that did not go in, by the id of the change: of this person, under whichever number. */
  saidBefore: Map<string, Verdict>;
  authority: AuthorityLimits;
};

/** Nobody may approve anything until limits are published. */
const noAuthority: AuthorityLimits = { limitsFen: { surveyor: 0, handler: 0, supervisor: 0, admin: 0 } };

export const loadCases = async (
  tx: SqlTx,
  who: { deviceId: string; personId: string; now: string },
  changes: readonly WireChange[],
): Promise<LoadedCases> => {
  const needed = neededOf(changes);
  // Asked together, the lock first: what follows is looked up when it holds.
  const [heads, rows, verdicts, branches, { used, said }, surveyors, authority] = await Promise.all([
    lockHeads(tx, needed.caseIds),
    neededRows(tx, needed),
    verdictsOf(tx, who.deviceId, needed.mids),
    listBranches(tx),
    knownChanges(tx, who.personId, needed.changeIds),
    surveyorsAmong(tx, needed.personIds),
    authorityFor(tx, changes, who.now),
  ]);
  return {
    heads: new Map(heads.map((head) => [head.caseId, head])),
    rows,
    verByMid: new Map(verdicts.map(({ mid, ver }) => [mid, ver])),
    surveyors,
    regionByBranch: new Map(branches.map(({ id, regionId }) => [id, regionId])),
    usedChangeIds: used,
    saidBefore: said,
    authority,
  };
};

/** Limits are asked for by moves only. */
const authorityFor = async (tx: SqlTx, changes: readonly WireChange[], now: string): Promise<AuthorityLimits> => {
  if (!changes.some(({ ops }) => ops.some(({ op }) => op === 'transition'))) return noAuthority;
  const versions = (await documentsAfter(tx, 'authority-limits', 0)).map(({ body }) => ({ limits: JSON.parse(body) as AuthorityLimits }));
  return limitsInForce(versions, chinaDateOf(now))?.limits ?? noAuthority;
};

const neededRows = async (tx: SqlTx, needed: ReturnType<typeof neededOf>): Promise<Map<string, StoredRow>> => {
  const [named, whole] = await Promise.all([rowsById(tx, needed.rowIds), rowsOfEntities(tx, needed.wholeCaseIds, needed.wholeEntities)]);
  const first = [...named, ...whole];
  const known = new Set(first.map(({ row }) => row.id));
  const more = await rowsById(
    tx,
    pointedAt(first.map(({ row }) => row)).filter((id) => !known.has(id)),
  );
  return new Map([...first, ...more].map((stored) => [keyOf(stored.row.entity, stored.row.id), stored]));
};

export const viewOf = ({ heads, rows, verByMid, surveyors, regionByBranch }: LoadedCases, caseId: string): CaseView => {
  const head = heads.get(caseId);
  const own = (stored: StoredRow | undefined): CaseRow | undefined => (stored?.caseId === caseId ? stored.row : undefined);
  return {
    caseId,
    scope: head ? ({ branchId: head.branchId, ownerId: head.ownerId } as CaseView['scope']) : null,
    row: (entity, id) => own(rows.get(keyOf(entity, id))),
    rowsOf: (entity) =>
      [...rows.values()].filter((stored) => stored.caseId === caseId && stored.row.entity === entity).map(({ row }) => row),
    usedElsewhere: (entity, id) => {
      const stored = rows.get(keyOf(entity, id));
      return stored !== undefined && stored.caseId !== caseId;
    },
    verOfMid: (mid) => verByMid.get(mid) ?? null,
    isSurveyor: (personId) => surveyors.has(personId),
    branchExists: (branchId) => regionByBranch.has(branchId),
  };
};
