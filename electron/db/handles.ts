declare const readBrand: unique symbol;
declare const writeBrand: unique symbol;

export type SqlValue = string | number | bigint | null | Uint8Array;

/** What both handles can do; functions that only look take this. Statements are prepared once per connection. */
export interface Reads {
  get<Row>(sql: string, ...params: SqlValue[]): Row | undefined;
  all<Row>(sql: string, ...params: SqlValue[]): Row[];
  /** Rows one by one; the handle cannot write or close until the loop ends. */
  iterate<Row>(sql: string, ...params: SqlValue[]): IterableIterator<Row>;
}

/** A connection with `query_only`: SQLite itself refuses to write through it. */
export interface ReadDb extends Reads {
  readonly [readBrand]: true;
}

/** A handle inside an open write transaction. Only `commit.ts` and the runner hand it out. */
export interface WriteDb extends Reads {
  readonly [writeBrand]: true;
  /** Runs a statement and returns the number of changed rows. */
  run(sql: string, ...params: SqlValue[]): number;
}
