export type SqlValue = string | number | null | readonly string[] | readonly number[];

/** Reads in one transaction or snapshot. `$1`, `$2` … are the parameters; a list goes to `= ANY($1)`. */
export interface SqlReads {
  query<Row>(sql: string, ...params: SqlValue[]): Promise<Row[]>;
}

/** A table as bulk inserts see it. Names come from constants only. */
export type Table = { name: string; columns: Readonly<Record<string, 'text' | 'bigint'>> };

/** An open write transaction. */
export interface SqlTx extends SqlReads {
  /** Runs a statement and returns the number of changed rows. */
  run(sql: string, ...params: SqlValue[]): Promise<number>;
  /** Inserts many rows, at the latest before the next statement of the transaction; `onConflict` is a constant such as `ON CONFLICT (a) DO NOTHING`. */
  insertMany(table: Table, rows: readonly Record<string, string | number | null>[], onConflict?: string): Promise<void>;
  /** Runs a statement together with the inserts that wait, at the latest before the next one; what it changed is not told. */
  later(sql: string, ...params: SqlValue[]): Promise<void>;
  /** Sends the inserts that wait on their way and goes on meanwhile; whether they went well is known with the next statement. */
  sendOff(): Promise<void>;
}

/**
 * The hub's store: PostgreSQL, or SQLite in memory for the simulator. The SQL is written once, in the part that both
 * understand; the contract suite runs over both.
 */
export interface SqlDatabase {
  /** All of it is stored, durably, or nothing. Rows read with FOR UPDATE stay as they are until the end. */
  transaction<T>(work: (tx: SqlTx) => Promise<T>): Promise<T>;
  /** Everything read in it is of one moment. */
  snapshot<T>(work: (reads: SqlReads) => Promise<T>): Promise<T>;
  /** One statement alone, which is of one moment by itself: a third of the round trips of a snapshot. */
  look<Row>(sql: string, ...params: SqlValue[]): Promise<Row[]>;
  close(): Promise<void>;
}

/** Another transaction has made a row of the same key, or the same table, meanwhile: the work is to be done again. */
export class TakenError extends Error {}
