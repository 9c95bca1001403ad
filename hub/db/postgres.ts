import pg from 'pg';
import { columnArrays } from './column-arrays.ts';
import { replicationOf, replicationSql, type Replication, type ReplicationRow } from './durability.ts';
import { openPool } from './pool.ts';
import { beginOn, nameOf, type TransactionLine } from './transaction-line.ts';
import { TakenError, type SqlDatabase, type SqlReads, type SqlTx, type SqlValue, type Table } from './sql.ts';

export interface PostgresDatabase extends SqlDatabase {
  /** Says something to all nodes. Never inside a transaction: NOTIFY takes a lock of the whole cluster at commit. */
  notify(channel: string, payload: string): Promise<void>;
  listen(channel: string, heard: (payload: string) => void): Promise<() => Promise<void>>;
  /** Which server and tables these are: it changes when a standby was promoted, another cluster restored, or a dump put back. */
  serverMark(): Promise<string>;
  /** Its standbys, for what survives a fail-over. */
  replication(): Promise<Replication>;
}

const integersAsNumbers = {
  getTypeParser: (oid: number, format?: unknown) => (oid === 20 ? Number : pg.types.getTypeParser(oid, format as 'text')),
};

const serializationFailure = '40001';
const deadlock = '40P01';
/** A row, a table or its row type that another transaction has made in the same moment. */
const takenCodes: readonly string[] = ['23505', '42P07', '42710'];
const maxTries = 4;

/** Several nodes may work on one PostgreSQL; nothing is kept in a node. */
export const openPostgres = (connectionString: string, { connections = 10 } = {}): PostgresDatabase => {
  const pool = openPool({ connectionString, max: connections, types: integersAsNumbers as never, pipeline: true });
  const within = async <T>(begin: string, work: (tx: SqlTx) => Promise<T>): Promise<T> => {
    for (let attempt = 1; ; attempt += 1) {
      try {
        return await once(pool, begin, work);
      } catch (error) {
        const code = codeOf(error);
        if (takenCodes.includes(code)) throw new TakenError(code, { cause: error });
        if ((code !== serializationFailure && code !== deadlock) || attempt >= maxTries) throw error;
      }
    }
  };
  return {
    transaction: (work) => within('BEGIN', work),
    snapshot: (work) => within('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY', (tx: SqlReads) => work(tx)),
    look: async <Row>(sql: string, ...params: SqlValue[]) =>
      (await pool.query({ name: nameOf(sql), text: sql, values: params })).rows as Row[],
    close: () => pool.end(),
    notify: async (channel, payload) => void (await pool.query('SELECT pg_notify($1, $2)', [channel, payload])),
    listen: (channel, heard) => listen(connectionString, channel, heard),
    serverMark: () => serverMark(pool),
    replication: async () => {
      const [row] = (await pool.query<ReplicationRow>(replicationSql)).rows;
      if (!row) throw new Error('the server says nothing of its standbys');
      return replicationOf(row);
    },
  };
};

const once = async <T>(pool: pg.Pool, begin: string, work: (tx: SqlTx) => Promise<T>): Promise<T> => {
  const client = await pool.connect();
  let broken: Error | undefined;
  try {
    const tx = transactionOn(client, begin);
    const value = await work(tx);
    await tx.commit();
    return value;
  } catch (error) {
    await client.query('ROLLBACK').catch((fault: Error) => {
      broken = fault;
    });
    throw error;
  } finally {
    client.release(broken);
  }
};

const codeOf = (error: unknown): string => (error instanceof Error && 'code' in error ? String(error.code) : '');

/** What waits for the next statement: several tables are then filled in one round trip. `sql` counts its parameters from `first`. */
type Waiting = { table: string | null; sql: (first: number) => string; values: readonly unknown[] };

/** The statements that wait on a line, sent together. */
const waitingOn = (line: TransactionLine) => {
  let waiting: Waiting[] = [];
  let sent: Promise<unknown> = Promise.resolve();
  const send = (): Promise<unknown> => {
    if (waiting.length === 0) return sent;
    const statement = { text: joinedSql(waiting), values: waiting.flatMap((one) => one.values) };
    waiting = [];
    sent = line.send(statement);
    return sent;
  };
  return {
    add: (one: Waiting) => void waiting.push(one),
    holds: (table: string) => waiting.some((one) => one.table === table),
    send,
    /** Until what was sent before has gone well. */
    held: () => sent,
    flush: async () => {
      await sent;
      await send();
    },
  };
};

const transactionOn = (client: pg.PoolClient, begin: string): SqlTx & { commit(): Promise<void> } => {
  const line = beginOn(client, begin);
  const waiting = waitingOn(line);
  const ask = async (text: string, params: readonly SqlValue[]): Promise<pg.QueryResult> => {
    await waiting.flush();
    return line.ask({ text, values: [...params] });
  };
  return {
    commit: async () => {
      await Promise.all([waiting.held(), line.begun]);
      await Promise.all([waiting.send(), line.commit()]);
    },
    sendOff: async () => {
      await Promise.all([waiting.held(), line.begun]);
      const sent = waiting.send();
      // A line that breaks meanwhile ends the wait with the statement that is on it.
      await Promise.race([line.left(), sent]);
    },
    query: async <Row>(sql: string, ...params: SqlValue[]) => (await ask(sql, params)).rows as Row[],
    run: async (sql, ...params) => (await ask(sql, params)).rowCount ?? 0,
    insertMany: async (table, rows, onConflict = '') => {
      if (rows.length === 0) return;
      if (waiting.holds(table.name)) await waiting.flush();
      waiting.add({ table: table.name, sql: (first) => insertSql(table, onConflict, first), values: columnArrays(table, rows) });
    },
    later: async (sql, ...params) => waiting.add({ table: null, sql: (first) => countedFrom(sql, first), values: params }),
  };
};

/** The parts do not look at each other, so the order within the statement means nothing. */
const joinedSql = (waiting: readonly Waiting[]): string => {
  let first = 1;
  const parts = waiting.map(({ sql, values }) => {
    const part = sql(first);
    first += values.length;
    return part;
  });
  const before = parts.slice(0, -1).map((part, index) => `part_${index} AS (${part})`);
  return `${before.length > 0 ? `WITH ${before.join(', ')} ` : ''}${parts.at(-1)}`;
};

const insertSql = ({ name, columns }: Table, onConflict: string, first: number): string => {
  const arrays = Object.values(columns).map((type, index) => `$${first + index}::${type}[]`);
  return `INSERT INTO ${name} (${Object.keys(columns).join(', ')}) SELECT * FROM unnest(${arrays.join(', ')}) ${onConflict}`;
};

const countedFrom = (sql: string, first: number): string => sql.replaceAll(/\$(\d+)/g, (_, number) => `$${Number(number) + first - 1}`);

const serverMark = async (pool: pg.Pool): Promise<string> => {
  const { rows } = await pool.query<{ mark: string }>(
    `SELECT concat_ws(':', system_identifier, timeline_id, to_regclass('entries')::oid) AS mark
     FROM pg_control_system(), pg_control_checkpoint()`,
  );
  return rows[0]?.mark ?? '';
};

const againMs = 1_000;

/** A connection of its own, renewed until it holds again; what was said meanwhile is missed, and nothing depends on it. */
const listen = async (connectionString: string, channel: string, heard: (payload: string) => void): Promise<() => Promise<void>> => {
  const state: { closed: boolean; client: pg.Client | null } = { closed: false, client: null };
  const connect = async (): Promise<void> => {
    const client = new pg.Client({ connectionString });
    state.client = client;
    client.on('notification', ({ payload }) => heard(payload ?? ''));
    client.on('error', () => undefined);
    await client.connect();
    await client.query(`LISTEN ${pg.escapeIdentifier(channel)}`);
    client.on('end', again);
  };
  // A server that is away for longer than one try is tried again and again.
  const again = (): void => void (state.closed || setTimeout(() => void connect().catch(again), againMs).unref());
  await connect();
  return async () => {
    state.closed = true;
    await state.client?.end();
  };
};
