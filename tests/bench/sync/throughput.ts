import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { zstdCompressSync } from 'node:zlib';
import pg from 'pg';
import { v7 } from 'uuid';
import { post, unpacked } from '../../../electron/sync/http-transport.ts';
import { columnArrays } from '../../../hub/db/column-arrays.ts';
import type { Table } from '../../../hub/db/sql.ts';
import { caseRowsTable, entriesTable, verdictsTable } from '../../../hub/db/tables.ts';
import { protocolVersion } from '../../../shared/sync/protocol-version.ts';
import { bounded, median, round, type Figure } from '../figure.ts';
import { caseChange, logChange } from './hub-content.ts';
import { doTask, ended, startChild } from './processes.ts';

const devices = 200;
const pushes = 2;
const perPush = 50;
const total = devices * pushes * perPush;
const rounds = 4;
/** As many as the hub itself uses. */
const connections = 10;

type Device = { deviceId: string; token: string };
type Load = { headers: Record<string, string>; bodies: Buffer[] };

/** The changes of one device, ready to be sent as the app sends them, and as the rows of the floor are: a case of its own, then logs in it. */
const loadOf = ({ token }: Device): Load => {
  const caseId = v7();
  const changes = Array.from({ length: pushes * perPush }, (_, n) => (n === 0 ? caseChange : logChange)(v7, n + 1, caseId));
  const bodies = Array.from({ length: pushes }, (_, n) => {
    const some = changes.slice(n * perPush, (n + 1) * perPush);
    return zstdCompressSync(
      Buffer.from(JSON.stringify({ protocol: protocolVersion, requestId: v7(), epoch: null, ackSeen: 0, changes: some })),
    );
  });
  const headers = { 'content-type': 'application/json', 'content-encoding': 'zstd', 'accept-encoding': 'zstd, gzip' };
  return { headers: { ...headers, authorization: `Bearer ${token}` }, bodies };
};

const sendAll = async (url: string, { headers, bodies }: Load): Promise<void> => {
  for (const body of bodies) {
    // As the app asks: `fetch` would take a third of a core for two hundred devices, beside a hub and a server on two.
    const reply = await post(new URL('/sync/push', url), { headers, body });
    const text = unpacked(reply.bytes, reply.headers['content-encoding'])?.toString('utf8') ?? '{}';
    const { verdicts } = JSON.parse(text) as { verdicts?: { verdict: string }[] };
    if (verdicts?.length !== perPush || verdicts.some(({ verdict }) => verdict !== 'accepted')) throw new Error('a push was not accepted');
  }
};

const secondsOf = async (work: () => Promise<unknown>): Promise<number> => {
  const began = performance.now();
  await work();
  return (performance.now() - began) / 1_000;
};

const tables = [entriesTable, caseRowsTable, verdictsTable];

/** The rows the hub has just written, once more into bare tables of the same shape: the same transactions, sent the same way. */
const bareInserts = async (pool: pg.Pool, deviceIds: readonly string[]): Promise<number> => {
  for (const { name } of tables)
    await pool.query(`DROP TABLE IF EXISTS bare_${name}; CREATE TABLE bare_${name} (LIKE ${name} INCLUDING ALL)`);
  const batches = (await Promise.all(deviceIds.map((id) => batchesOf(pool, id)))).flat();
  const queue = batches.values();
  const worker = async (): Promise<void> => {
    const client = await pool.connect();
    for (const batch of queue) {
      await client.query('BEGIN');
      for (const [index, values] of batch.entries()) await client.query({ name: `bare-${index}`, text: bareInsert(index), values });
      await client.query('COMMIT');
    }
    client.release();
  };
  return secondsOf(() => Promise.all(Array.from({ length: connections }, worker)));
};

const bareInsert = (index: number): string => {
  const { name = '', columns = {} } = tables[index] ?? {};
  const arrays = Object.values(columns).map((type, at) => `$${at + 1}::${type}[]`);
  return `INSERT INTO bare_${name} (${Object.keys(columns).join(', ')}) SELECT * FROM unnest(${arrays.join(', ')})`;
};

/** What one push left in each of the tables, ready to be sent. */
type Batch = Buffer[][];

const batchesOf = async (pool: pg.Pool, deviceId: string): Promise<Batch[]> => {
  const entries = (await pool.query('SELECT * FROM entries WHERE device_id = $1 ORDER BY mid', [deviceId])).rows as { case_id: string }[];
  const rows = (await pool.query('SELECT * FROM case_rows WHERE case_id = $1 ORDER BY row_id', [entries[0]?.case_id])).rows as object[];
  const verdicts = (await pool.query('SELECT * FROM verdicts WHERE device_id = $1 ORDER BY mid', [deviceId])).rows as object[];
  return Array.from({ length: pushes }, (_, n) =>
    [entries, rows, verdicts].map((all, at) => columnArrays(tables[at] as Table, all.slice(n * perPush, (n + 1) * perPush))),
  );
};

/** 200 devices push at once, one request in flight each, against bare inserts of the same rows in the same PostgreSQL. */
export const benchThroughput = async (postgres: string): Promise<Figure> => {
  const folder = mkdtempSync(join(tmpdir(), 'liubu-sync-bench-'));
  const { said, child } = await startChild<{ port: number; database: string }>('liubu-hub.ts', folder, postgres);
  const pool = new pg.Pool({ connectionString: said.database, max: connections });
  const times = { value: [] as number[], floor: [] as number[] };
  try {
    for (let n = 0; n < rounds; n += 1) {
      const signedIn = await doTask<Device[]>(child, 'devices', { count: devices });
      const loads = signedIn.map(loadOf);
      times.value.push(await secondsOf(() => Promise.all(loads.map((load) => sendAll(`http://127.0.0.1:${said.port}`, load)))));
      times.floor.push(
        await bareInserts(
          pool,
          signedIn.map(({ deviceId }) => deviceId),
        ),
      );
    }
  } finally {
    await pool.end();
    await ended(child);
    rmSync(folder, { recursive: true, force: true });
  }
  const rate = (seconds: readonly number[]): number => round(total / median(seconds));
  const ratio = round(median(times.value.map((seconds, n) => (times.floor[n] ?? 0) / seconds)));
  const figure: Figure = {
    bench: 'hub-throughput',
    value: rate(times.value),
    unit: 'changes/s',
    floor: rate(times.floor),
    ratio,
    runs: rounds,
  };
  return bounded({ ...figure, note: `${devices} devices, ${perPush} changes a push` }, { of: 'ratio', least: 0.25 });
};
