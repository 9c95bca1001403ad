import { recordContact } from '../../electron/core/workflows/record-contact.ts';
import type { Session } from '../../electron/core/session.ts';
import type { Connection } from '../../electron/db/connection.ts';
import type { SqlValue } from '../../electron/db/handles.ts';
import { indexTerms } from '../../shared/search/rules.ts';
import { textOf } from '../../electron/core/search/searched-text.ts';
import { entityByName } from '../../shared/sync/entities.ts';
import { storedFromRow, type SqlRow } from '../../electron/db/rows.ts';
import { against, timed, type Figure } from './figure.ts';

const rounds = 8;
const perRound = 40;

const contact = (session: Session, caseId: string, n: number) => {
  const now = session.clock.now().at;
  return {
    caseId,
    logId: session.ids.next(),
    log: {
      step: 4,
      counterpart: 'injured' as const,
      counterpartName: '赵桂英',
      channel: 'phone' as const,
      outcome: 'reached' as const,
      contactAt: now,
      mood: 3,
      body: `第${n}次：说明误工费需要收入证明和银行流水，答应后天下午三点前给答复，家属说再和单位商量。`,
    },
    disclosures: [
      {
        topic: 'lostIncomeProof',
        words: '误工费按实际减少的收入计算',
        toldTo: 'injured' as const,
        toldAt: now,
        channel: 'phone' as const,
        proof: 'none' as const,
        understood: 'yes' as const,
      },
    ],
    promises: [{ what: '答复护理费', side: 'us' as const, dueAt: new Date(Date.now() + 86_400_000).toISOString() }],
    questions: [],
    facts: [],
    draftKey: null,
  };
};

type Written = { table: string; row: SqlRow };

/** What one recorded contact left in each table, chosen by one parameter: `log`, `seq` or `case`. */
const traces = [
  ['journal', 'seq = ?', 'made_seq'],
  ['contact_logs', 'id = ?', 'id'],
  ['disclosures', 'log_id = ?', 'id'],
  ['promises', 'log_id = ?', 'id'],
  [
    'search_rows',
    `row_id IN (WITH log (id) AS (VALUES (?)) SELECT id FROM log UNION SELECT d.id FROM disclosures d JOIN log ON d.log_id = log.id
      UNION SELECT p.id FROM promises p JOIN log ON p.log_id = log.id)`,
    'id',
  ],
  ['clocks', 'ref_id IN (SELECT id FROM promises WHERE log_id = ?)', 'id'],
  ['case_summaries', 'case_id = ?', 'case_id'],
] as const;

/** Every row that one recorded contact left in the file, read back from it. */
const rowsOf = (bare: Connection, logId: string): Written[] => {
  const log = bare.read.get<SqlRow>('SELECT * FROM contact_logs WHERE id = ?', logId) ?? {};
  return traces.flatMap(([table, where, by]) =>
    bare.read.all<SqlRow>(`SELECT * FROM ${table} WHERE ${where}`, log[by] ?? null).map((row) => ({ table, row })),
  );
};

const insertSql = ({ table, row }: Written): string =>
  `INSERT OR REPLACE INTO ${table} (${Object.keys(row).join(', ')}) VALUES (${Object.keys(row)
    .map(() => '?')
    .join(', ')})`;

/** The index text of one row, made before the clock runs. */
const termsOf = (bare: Connection, row: SqlRow): string => {
  const entity = entityByName(String(row['entity']));
  const source = entity && bare.read.get<SqlRow>(`SELECT * FROM ${entity.table} WHERE id = ?`, row['row_id'] ?? '');
  return entity && source ? indexTerms(textOf(entity.name, storedFromRow(entity, source) as unknown as Record<string, unknown>)) : '';
};

type Prepared = { statements: { sql: string; values: SqlValue[] }[]; seq: SqlValue; mid: SqlValue };

const prepareFloor = (bare: Connection, logId: string): Prepared => {
  const written = rowsOf(bare, logId);
  const journal = written.find(({ table }) => table === 'journal')?.row ?? {};
  const statements = written.map((one) => ({ sql: insertSql(one), values: Object.values(one.row) }));
  const terms = written
    .filter(({ table }) => table === 'search_rows')
    .map(({ row }) => ({ sql: 'INSERT INTO search_texts (rowid, terms) VALUES (?, ?)', values: [row['docid'] ?? 0, termsOf(bare, row)] }));
  return { statements: [...statements, ...terms], seq: journal['seq'] ?? 0, mid: journal['mid'] ?? 0 };
};

const writeFloor = (copy: Connection, { statements, seq, mid }: Prepared): void => {
  copy.transaction((db) => {
    for (const { sql, values } of statements) db.run(sql, ...values);
    db.run('UPDATE devices SET last_seq = ?, last_mid = ?', seq, mid);
  });
};

/** The use-case in the core against the same rows written by prepared statements with the same pragmas, into a copy of the file. */
export const benchRecordContact = (session: Session, bare: Connection, copy: Connection): Figure => {
  const caseIds = bare.read.all<{ id: string }>('SELECT id FROM cases ORDER BY id LIMIT 400').map(({ id }) => id);
  const times = { value: [] as number[], floor: [] as number[] };
  for (let round = 0; round <= rounds; round += 1) {
    const inputs = Array.from({ length: perRound }, (_, i) => contact(session, caseIds[(round * perRound + i) % caseIds.length] ?? '', i));
    const value = timed(() => {
      for (const input of inputs) {
        const stored = recordContact(session, input);
        if (!stored.ok) throw new Error(`record-contact failed: ${stored.error.code} ${stored.error.field}`);
      }
    });
    const floors = inputs.map(({ logId }) => prepareFloor(bare, logId));
    const floor = timed(() => {
      for (const one of floors) writeFloor(copy, one);
    });
    // The first round prepares statements and warms the caches on both sides.
    if (round > 0) {
      times.value.push(value / perRound);
      times.floor.push(floor / perRound);
    }
  }
  return against('record-contact', times);
};
