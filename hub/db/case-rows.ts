import type { CaseRow, Writer } from '../../shared/sync/case-view.ts';
import { headMark, bucketOf } from '../../shared/sync/digest.ts';
import { caseRowsTable, entriesTable, headsTable, scopesTable } from './tables.ts';
import type { SqlReads, SqlTx } from './sql.ts';

/** A case as its head row has it. */
export type HeadRow = {
  caseId: string;
  ver: number;
  hash: string;
  branchId: string | null;
  ownerId: string | null;
  state: 'open' | 'closed';
  closedAt: string | null;
  movedAt: string;
};

const headColumns = `case_id AS "caseId", ver, hash, branch_id AS "branchId", owner_id AS "ownerId", state,
  closed_at AS "closedAt", moved_at AS "movedAt"`;

/** Locks the heads, always in the order of their ids: two pushes never wait for each other in a circle. */
export const lockHeads = (tx: SqlTx, caseIds: readonly string[]): Promise<HeadRow[]> =>
  tx.query<HeadRow>(`SELECT ${headColumns} FROM case_heads WHERE case_id = ANY($1) ORDER BY case_id FOR UPDATE`, caseIds);

export const headsOf = (reads: SqlReads, caseIds: readonly string[]): Promise<HeadRow[]> =>
  reads.query<HeadRow>(`SELECT ${headColumns} FROM case_heads WHERE case_id = ANY($1)`, caseIds);

export const saveHeads = (tx: SqlTx, heads: readonly HeadRow[]): Promise<void> =>
  tx.insertMany(
    headsTable,
    heads.map((head) => ({
      case_id: head.caseId,
      ver: head.ver,
      hash: head.hash,
      bucket: bucketOf(head.caseId),
      mark: Number.parseInt(headMark(head.hash), 16),
      branch_id: head.branchId,
      owner_id: head.ownerId,
      state: head.state,
      closed_at: head.closedAt,
      moved_at: head.movedAt,
    })),
    `ON CONFLICT (case_id) DO UPDATE SET ver = excluded.ver, hash = excluded.hash, mark = excluded.mark, branch_id = excluded.branch_id,
     owner_id = excluded.owner_id, state = excluded.state, closed_at = excluded.closed_at, moved_at = excluded.moved_at`,
  );

export type StoredRow = { caseId: string; row: CaseRow };

type RawRow = { caseId: string; entity: string; id: string; body: string };
type Body = { f: CaseRow['fields']; w: CaseRow['writers']; m: Writer; l: Writer; v: string | null };

const rowColumns = 'case_id AS "caseId", entity, row_id AS id, body';

const fromRaw = ({ caseId, entity, id, body }: RawRow): StoredRow => {
  const { f, w, m, l, v } = JSON.parse(body) as Body;
  return { caseId, row: { entity, id, fields: f, writers: w, made: m, last: l, voidReason: v } };
};

/** Rows by id, of whichever case: an id that another case uses is seen, too. */
export const rowsById = async (reads: SqlReads, ids: readonly string[]): Promise<StoredRow[]> =>
  ids.length === 0 ? [] : (await reads.query<RawRow>(`SELECT ${rowColumns} FROM case_rows WHERE row_id = ANY($1)`, ids)).map(fromRaw);

/** All rows of these entities in these cases. */
export const rowsOfEntities = async (reads: SqlReads, caseIds: readonly string[], entities: readonly string[]): Promise<StoredRow[]> =>
  caseIds.length === 0
    ? []
    : (
        await reads.query<RawRow>(`SELECT ${rowColumns} FROM case_rows WHERE case_id = ANY($1) AND entity = ANY($2)`, caseIds, entities)
      ).map(fromRaw);

export const saveRows = (tx: SqlTx, rows: readonly StoredRow[]): Promise<void> =>
  tx.insertMany(
    caseRowsTable,
    rows.map(({ caseId, row }) => ({ case_id: caseId, entity: row.entity, row_id: row.id, body: JSON.stringify(bodyOf(row)) })),
    'ON CONFLICT (case_id, entity, row_id) DO UPDATE SET body = excluded.body',
  );

const bodyOf = ({ fields, writers, made, last, voidReason }: CaseRow): Body => ({ f: fields, w: writers, m: made, l: last, v: voidReason });

export type StoredEntry = { caseId: string; ver: number; changeId: string; deviceId: string; mid: number; hash: string; body: string };

export const addEntries = (tx: SqlTx, entries: readonly StoredEntry[]): Promise<void> =>
  tx.insertMany(
    entriesTable,
    entries.map(({ caseId, ver, changeId, deviceId, mid, hash, body }) => ({
      case_id: caseId,
      ver,
      change_id: changeId,
      device_id: deviceId,
      mid,
      hash,
      body,
    })),
  );

export type ScopeSpan = { caseId: string; fromAt: string; untilAt: string | null; branchId: string | null; ownerId: string | null };

/** Whose the cases were, and when, by hub time. */
export const scopeSpansOf = (reads: SqlReads, caseIds: readonly string[]): Promise<ScopeSpan[]> =>
  caseIds.length === 0
    ? Promise.resolve([])
    : reads.query<ScopeSpan>(
        `SELECT case_id AS "caseId", from_at AS "fromAt", until_at AS "untilAt", branch_id AS "branchId", owner_id AS "ownerId"
         FROM case_scopes WHERE case_id = ANY($1)`,
        caseIds,
      );

export type NewScope = { caseId: string; ver: number; at: string; branchId: string | null; ownerId: string | null };

/** Ends the span that runs and begins the next, one after the other when a case moved twice. */
export const addScopes = async (tx: SqlTx, scopes: readonly NewScope[]): Promise<void> => {
  for (const { caseId, ver, at, branchId, ownerId } of scopes) {
    await tx.run('UPDATE case_scopes SET until_at = $1 WHERE case_id = $2 AND until_at IS NULL', at, caseId);
    await tx.insertMany(scopesTable, [{ case_id: caseId, ver, from_at: at, until_at: null, branch_id: branchId, owner_id: ownerId }]);
  }
};
