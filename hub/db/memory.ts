import Database from 'better-sqlite3';
import { TakenError, type SqlDatabase, type SqlReads, type SqlTx, type SqlValue, type Table } from './sql.ts';
import { sqliteText } from './sqlite-text.ts';

/** A store in memory that can be copied whole: what a fail-over or a restored backup leaves of it. */
export interface MemoryDatabase extends SqlDatabase {
  serialize(): Uint8Array;
}

/**
 * SQLite in memory. One transaction at a time, in the order in which they were asked for: on a single connection others would
 * fall into an open one. Nothing here waits for a timer, so a run is the same every time.
 */
export const openMemory = (bytes?: Uint8Array): MemoryDatabase => {
  const db = bytes ? new Database(Buffer.from(bytes)) : new Database(':memory:');
  db.pragma('foreign_keys = ON');
  db.aggregate('bit_xor', {
    start: 0n,
    step: (total: bigint, mark: number | bigint) => total ^ BigInt(mark),
    result: (total: bigint) => total,
  });
  const prepared = statementsOf(db);
  const tx = transactionOn(prepared);
  let last: Promise<unknown> = Promise.resolve();
  const alone = <T>(work: () => Promise<T>): Promise<T> => {
    const turn = last.then(work, work);
    last = turn.catch(() => undefined);
    return turn;
  };
  const transaction: SqlDatabase['transaction'] = (work) =>
    alone(async () => {
      db.exec('BEGIN IMMEDIATE');
      try {
        const value = await work(tx);
        db.exec('COMMIT');
        return value;
      } catch (error) {
        if (db.inTransaction) db.exec('ROLLBACK');
        throw takenOr(error);
      }
    });
  return {
    transaction,
    snapshot: (work) => transaction((reads: SqlReads) => work(reads)),
    look: (sql, ...params) => alone(async () => prepared(sql).all(bound(params)) as never),
    close: async () => void db.close(),
    serialize: () => db.serialize(),
  };
};

/** Each text is prepared once. */
const statementsOf = (db: Database.Database): ((sql: string) => Database.Statement) => {
  const statements = new Map<string, Database.Statement>();
  return (sql) => {
    const known = statements.get(sql) ?? db.prepare(sqliteText(sql));
    statements.set(sql, known);
    return known;
  };
};

const transactionOn = (prepared: (sql: string) => Database.Statement): SqlTx => ({
  query: async <Row>(sql: string, ...params: SqlValue[]) => {
    const statement = prepared(sql);
    return statement.all(bound(params)) as Row[];
  },
  run: async (sql, ...params) => prepared(sql).run(bound(params)).changes,
  insertMany: async (table, rows, onConflict = '') => {
    const statement = prepared(insertSql(table, onConflict));
    const names = Object.keys(table.columns);
    for (const row of rows) statement.run(bound(names.map((name) => row[name] ?? null)));
  },
  later: async (sql, ...params) => void prepared(sql).run(bound(params)),
  sendOff: async () => undefined,
});

const insertSql = ({ name, columns }: Table, onConflict: string): string => {
  const names = Object.keys(columns);
  return `INSERT INTO ${name} (${names.join(', ')}) VALUES (${names.map((_, index) => `$${index + 1}`).join(', ')}) ${onConflict}`;
};

/** Numbered parameters are bound by name; lists travel as JSON. */
const bound = (params: readonly SqlValue[]): Record<string, string | number | null> =>
  Object.fromEntries(
    params.map((value, index) => [String(index + 1), Array.isArray(value) ? JSON.stringify(value) : (value as string | number | null)]),
  );

const takenOr = (error: unknown): unknown => {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  return code === 'SQLITE_CONSTRAINT_PRIMARYKEY' || code === 'SQLITE_CONSTRAINT_UNIQUE' ? new TakenError(code, { cause: error }) : error;
};
