import type { CaseFilter, CaseLine } from '../../../shared/cases/contract.ts';
import type { Reads } from '../../db/handles.ts';
import type { ListWhere } from './list-where.ts';

type Next = NonNullable<CaseLine['nextClock']>;

export type ListRow = Omit<CaseLine, 'partyNames' | 'dots' | 'nextClock' | 'ownerName'> & {
  ownerName: string;
  partyNames: string;
  dots: string;
  nextKind: Next['kind'] | null;
  nextBasis: Next['basis'] | null;
  nextDueAt: string | null;
  nextWaitingFor: Next['waitingFor'] | null;
  nextStartedAt: string | null;
  nextRuleVersion: number | null;
};

const columns = `s.case_id AS id, s.report_number AS reportNumber, s.plate, s.insured_name AS insuredName, s.party_names AS partyNames,
  s.party_count AS partyCount, s.hospital, s.accident_at AS accidentAt, s.reported_at AS reportedAt, s.severity,
  s.owner_name AS ownerName, s.state, s.dots, s.next_kind AS nextKind, s.next_basis AS nextBasis, s.next_due_at AS nextDueAt,
  s.next_waiting_for AS nextWaitingFor, s.next_started_at AS nextStartedAt, s.next_rule_version AS nextRuleVersion,
  s.last_contact_at AS lastContactAt`;

/** Each sort walks one index in one direction; every one of these columns is NOT NULL and begins an index. */
const sortColumns: Readonly<Record<CaseFilter['sort'], string>> = {
  'next-due': 's.due_sort',
  reported: 's.reported_sort',
  'last-contact': 's.contact_sort',
  'report-number': 's.report_number',
};

type Order = { sort: CaseFilter['sort']; descending: boolean; offset: number; limit: number };

/** The SQL of one page, apart so that its query plan can be tested. */
export const pageSql = (where: string, { sort, descending }: Pick<Order, 'sort' | 'descending'>): string =>
  `SELECT ${columns} FROM case_summaries s WHERE ${where} ORDER BY ${sortColumns[sort]} ${descending ? 'DESC' : 'ASC'} LIMIT ? OFFSET ?`;

export const pageOfLines = (db: Reads, where: ListWhere, order: Order): ListRow[] =>
  db.all<ListRow>(pageSql(where.sql, order), ...where.params, order.limit, order.offset);

/** How many cases a filter finds; by state and owner alone this reads the kept counts instead of the cases. */
export const countLines = (db: Reads, { sql, params, counted }: ListWhere): number =>
  counted
    ? (db.get<{ n: number | null }>(`SELECT sum(s.n) AS n FROM case_counts s WHERE ${sql}`, ...params)?.n ?? 0)
    : (db.get<{ n: number }>(`SELECT count(*) AS n FROM case_summaries s WHERE ${sql}`, ...params)?.n ?? 0);

export const ownerNames = (db: Reads, scope: { sql: string; params: string[] }): string[] =>
  db
    .all<{ name: string }>(
      `SELECT DISTINCT s.owner_name AS name FROM case_counts s WHERE s.n > 0 AND s.owner_name <> '' AND ${scope.sql} ORDER BY 1`,
      ...scope.params,
    )
    .map(({ name }) => name);

export const hospitals = (db: Reads, scope: { sql: string; params: string[] }): string[] =>
  db
    .all<{ name: string }>(
      `SELECT DISTINCT s.hospital AS name FROM case_summaries s WHERE s.hospital IS NOT NULL AND ${scope.sql} ORDER BY 1 LIMIT 500`,
      ...scope.params,
    )
    .map(({ name }) => name);
