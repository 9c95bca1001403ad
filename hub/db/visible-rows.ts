import { closedVisibleDays, type Standing } from '../../shared/people/scope.ts';
import type { HeadRow } from './case-rows.ts';
import type { SqlReads, SqlValue } from './sql.ts';

const dayMs = 86_400_000;

/** Branches whose cases the person may see as a handler or supervisor. */
export const branchesInScope = async (reads: SqlReads, { role, branchId, regionId }: Standing): Promise<string[]> => {
  if (role === 'handler') return branchId === null ? [] : [branchId];
  if (role !== 'supervisor' || regionId === null) return [];
  return (await reads.query<{ id: string }>('SELECT branch_id AS id FROM branches WHERE region_id = $1', regionId)).map(({ id }) => id);
};

/** What a person may see now, as a condition on `case_heads`; the first two parameters of the query are its own. Source: SPEC [SY-42]. */
type Visible = { where: string; params: [SqlValue, SqlValue] };

export const visibleTo = async (reads: SqlReads, standing: Standing, now: string): Promise<Visible> => {
  const since = new Date(Date.parse(now) - closedVisibleDays * dayMs).toISOString();
  if (standing.role === 'surveyor') return { where: "owner_id = $1 AND $2::text <> ''", params: [standing.id, since] };
  const branchIds = await branchesInScope(reads, standing);
  const recent = standing.role === 'handler' ? "(state = 'open' OR closed_at >= $2)" : "$2::text <> ''";
  return { where: `branch_id = ANY($1) AND ${recent}`, params: [branchIds, since] };
};

/** Per bucket the xor of the marks of all visible heads; buckets without a case are left out. */
export const visibleDigest = (reads: SqlReads, { where, params }: Visible): Promise<{ bucket: number; mark: number }[]> =>
  reads.query(`SELECT bucket, bit_xor(mark) AS mark FROM case_heads WHERE ${where} GROUP BY bucket`, ...params);

type VisibleHead = Pick<HeadRow, 'caseId' | 'ver' | 'hash' | 'movedAt'>;

const headColumns = 'case_id AS "caseId", ver, hash, moved_at AS "movedAt"';

export const visibleHeadsIn = (reads: SqlReads, { where, params }: Visible, buckets: readonly number[]): Promise<VisibleHead[]> =>
  reads.query<VisibleHead>(
    `SELECT ${headColumns} FROM case_heads WHERE ${where} AND bucket = ANY($3::bigint[]) ORDER BY moved_at DESC, case_id`,
    ...params,
    buckets,
  );

export const visibleHeadsOf = (reads: SqlReads, { where, params }: Visible, caseIds: readonly string[]): Promise<VisibleHead[]> =>
  reads.query<VisibleHead>(`SELECT ${headColumns} FROM case_heads WHERE ${where} AND case_id = ANY($3)`, ...params, caseIds);

export const entryHashAt = async (reads: SqlReads, caseId: string, ver: number): Promise<string | undefined> =>
  (await reads.query<{ hash: string }>('SELECT hash FROM entries WHERE case_id = $1 AND ver = $2', caseId, ver))[0]?.hash;

/** An entry as its JSON text, the way it was stored. */
export type EntryText = { caseId: string; body: string };

export const entriesAfter = (reads: SqlReads, caseId: string, { ver, limit }: { ver: number; limit: number }): Promise<EntryText[]> =>
  reads.query<EntryText>(
    'SELECT case_id AS "caseId", body FROM entries WHERE case_id = $1 AND ver > $2 ORDER BY ver LIMIT $3',
    caseId,
    ver,
    limit,
  );

/** All entries of small cases at once, of each case in its order. Not by case as well: sorting thousands of ids takes longer than reading the rows. */
export const wholeCases = (reads: SqlReads, caseIds: readonly string[]): Promise<EntryText[]> =>
  caseIds.length === 0
    ? Promise.resolve([])
    : reads.query<EntryText>('SELECT case_id AS "caseId", body FROM entries WHERE case_id = ANY($1) ORDER BY ver', caseIds);

/** What of this device was taken in late in a case, and what of it waits for the handler. */
export const handedOver = async (
  reads: SqlReads,
  deviceId: string,
  caseIds: readonly string[],
): Promise<Map<string, { late: number; waiting: number }>> => {
  const late = await reads.query<{ caseId: string; n: number }>(
    `SELECT case_id AS "caseId", count(*) AS n FROM verdicts WHERE device_id = $1 AND case_id = ANY($2) AND verdict = 'late' GROUP BY case_id`,
    deviceId,
    caseIds,
  );
  const waiting = await reads.query<{ caseId: string; n: number }>(
    `SELECT v.case_id AS "caseId", count(*) AS n FROM verdicts v JOIN quarantine q ON q.change_id = v.change_id
     WHERE v.device_id = $1 AND v.case_id = ANY($2) AND q.state = 'waiting' GROUP BY v.case_id`,
    deviceId,
    caseIds,
  );
  const count = (rows: readonly { caseId: string; n: number }[], caseId: string): number =>
    rows.find((row) => row.caseId === caseId)?.n ?? 0;
  return new Map(caseIds.map((caseId) => [caseId, { late: count(late, caseId), waiting: count(waiting, caseId) }]));
};
