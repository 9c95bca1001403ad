import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { connect, type Connection } from '../../../electron/db/connection.ts';
import { storedColumnNames } from '../../../electron/db/entity-plan.ts';
import { FaultError } from '../../../electron/db/faults.ts';
import { migrate, schemaVersion } from '../../../electron/db/migrate.ts';
import { migrations } from '../../../electron/db/migrations.ts';
import { projectionTables } from '../../../electron/db/projection-tables.ts';
import { columnName, type Entity } from '../../../shared/sync/entity.ts';
import { entities } from '../../../shared/sync/entities.ts';
import type { Field } from '../../../shared/sync/field.ts';
import { tempFolder } from '../../support/core.ts';
import { addCase, openTestStore, testKey } from '../../support/store.ts';

const open = (path: string): Connection => {
  const connection = connect({ path, key: testKey, readOnly: false, mustExist: false });
  onTestFinished(() => connection.close());
  return connection;
};
const fresh = (upTo = migrations.length): { connection: Connection; path: string } => {
  const path = join(tempFolder(onTestFinished), 'liubu.db');
  const connection = open(path);
  migrate(connection, path, migrations.slice(0, upTo));
  return { connection, path };
};
/** A file that stands right before this step. */
const before = (version: number) => fresh(migrations.findIndex((step) => step.version === version));
const upTo = (version: number) => migrations.filter((step) => step.version <= version);
const schemaOf = ({ read }: Connection): unknown[] =>
  read.all("SELECT type, name, sql FROM sqlite_master WHERE name NOT LIKE 'sqlite_%' ORDER BY name");
const faultFrom = (work: () => void): unknown => {
  try {
    work();
    return null;
  } catch (error) {
    return error instanceof FaultError ? error.fault : error;
  }
};

/** SQL of the shipped steps, blanks aside. A step that people have run must never change: add a new one instead. */
const frozen: Record<string, string> = {
  '0010-journal': 'e65e97c998b0f4c2',
  '0020-cases': 'b69cd9f76ee1f8e1',
  '0030-findings': 'f305f44ddf48fa41',
  '0040-boards': '4823ae7a8af36553',
  '0050-statements': '73a08734651337e0',
  '0060-clock-rules': '0bc65fbd71818aaa',
  '0070-papers': 'cf5b5553e4eff4e5',
  '0080-documents': 'cbe810b41cb68171',
  '0090-injuries': '0c027c6996421892',
  '0100-advances': '25973ecb7e79bc9a',
  '0120-settlement': '74434014a3c0bb85',
  '0122-standards': '83fd254db17059ca',
  '0130-offers': '4626720007a08d8e',
  '0140-scenarios': '693444ca56d73a17',
  '0200-sync': '6347fc6ce5d2e69b',
  '0230-content': '9fb087f9c2b0b592',
  '0260-complaints': '0a8665d278a09ed4',
  '0280-offer-ground': '7d5869ab67876ba5',
  '0310-visit-order': 'aab91b645ff5bbb7',
  '0320-search-due': '624fd900215f0041',
  '0330-lean-lists': '887da049f6458970',
  '0360-published-kept': '947311a38b2198f0',
  '0370-words-kept': '9e9b2db8d562cdcd',
  '0380-unconfirmed': '4cc41db54f08560c',
  '0390-writers-without-base': '0d409411498b6428',
  '0400-lists-in-journal': 'cad5cf2c9dac026d',
};

test('a shipped migration never changes', () => {
  const found = Object.fromEntries(
    migrations.map(({ name, up }) => {
      const said: string[] = [];
      up({ exec: (sql) => void said.push(sql) });
      const text = said.join(';').replaceAll(/\s+/g, ' ').trim();
      return [name, createHash('sha256').update(text).digest('hex').slice(0, 16)];
    }),
  );
  expect(found).toEqual(frozen);
});

test('migrations are numbered upwards, named after their file, and all of them are listed', () => {
  const folder = join(import.meta.dirname, '..', '..', '..', 'electron', 'db', 'migrations');
  expect(migrations.map(({ name }) => `${name}.ts`)).toEqual(readdirSync(folder).toSorted());
  expect(migrations.map(({ version, name }) => [version, Number(name.slice(0, 4))])).toEqual(
    migrations.map(({ version }) => [version, version]).toSorted((a, b) => (a[0] ?? 0) - (b[0] ?? 0)),
  );
});

test('nothing new is numbered below what files have reached: they would never take it', () => {
  const reached = { version: 400, steps: 26 };
  expect(migrations.filter(({ version }) => version <= reached.version)).toHaveLength(reached.steps);
});

test.each(migrations.map(({ name }, index) => [name, index] as const))(
  'a file from before %s reaches the same schema as a new one',
  (_name, index) => {
    const { connection, path } = fresh(index);
    migrate(connection, path, migrations);
    expect(schemaOf(connection)).toEqual(schemaOf(fresh().connection));
    expect(schemaVersion(connection)).toBe(migrations.at(-1)?.version);
  },
);

test('an existing file is copied, still encrypted, before it is migrated, and the copy opens as it was', () => {
  const { connection, path } = fresh(1);
  connection.exec("INSERT INTO settings VALUES ('MARKER', '1')");
  migrate(connection, path, migrations);
  const copy = `${path}.before-${migrations.at(-1)?.version}`;
  expect(readFileSync(copy).includes('MARKER')).toBe(false);
  const before = open(copy);
  expect(schemaVersion(before)).toBe(migrations[0]?.version);
  expect(before.read.all('SELECT key FROM settings')).toEqual([{ key: 'MARKER' }]);
});

test('what a file holds of its cases, and what waits for the search index, is there after 0330', () => {
  const { connection, path } = before(330);
  const hash = `X'${'00'.repeat(32)}'`;
  connection.exec(`
    INSERT INTO journal (seq, mid, change_id, kind, kind_version, case_id, at, utc_offset, clock_skew_ms, device_id, ops, hash, origin)
      VALUES (4, 1, 'a', 'k', 1, 'c1', '', 0, 0, 'd', '[]', ${hash}, 'hub'), (2, 2, 'b', 'k', 1, 'c1', '', 0, 0, 'd', '[]', ${hash}, 'hub');
    INSERT INTO case_entries VALUES ('c1', 1, 4, '${'0'.repeat(64)}', '{"flags":{}}'), ('c1', 2, 2, '${'0'.repeat(64)}', '{}');
    INSERT INTO search_rows VALUES (5, 'c1', 'contactLog', 'l1'), (6, 'c1', 'fact', 'f1'), (7, 'c2', 'fact', 'f2'), (8, 'c2', 'fact', 'f3');
    INSERT INTO search_due VALUES (5), (6), (7)`);
  migrate(connection, path, upTo(330));
  const { read } = connection;
  expect(read.all('SELECT seq, case_id, ver, derived FROM case_entries ORDER BY ver')).toEqual([
    { seq: 4, case_id: 'c1', ver: 1, derived: '{"flags":{}}' },
    { seq: 2, case_id: 'c1', ver: 2, derived: '{}' },
  ]);
  expect(read.all('SELECT case_id, rows FROM search_due_rows ORDER BY case_id')).toEqual([
    { case_id: 'c1', rows: '[["contactLog","l1"],["fact","f1"]]' },
    { case_id: 'c2', rows: '[["fact","f2"]]' },
  ]);
});

test('every entry keeps its place in the list of its case after 0400, and what waits has none', () => {
  const { connection, path } = before(400);
  const hash = `X'${'00'.repeat(32)}'`;
  connection.exec(`
    INSERT INTO journal (seq, mid, change_id, kind, kind_version, case_id, at, utc_offset, clock_skew_ms, device_id, ops, hash, origin)
      VALUES (1, 1, 'a', 'k', 1, 'c1', '', 0, 0, 'd', '[]', ${hash}, 'here'), (2, 2, 'b', 'k', 1, 'c1', '', 0, 0, 'd', '[]', ${hash}, 'here'),
        (3, 9, 'c', 'k', 1, 'c1', '', 0, 0, 'e', '[]', ${hash}, 'hub');
    INSERT INTO case_entries VALUES (1, 'c1', 2, '{"flags":{"late":true}}'), (3, 'c1', 1, '{}')`);
  migrate(connection, path, migrations);
  expect(connection.read.all('SELECT seq, ver, derived FROM journal ORDER BY seq')).toEqual([
    { seq: 1, ver: 2, derived: '{"flags":{"late":true}}' },
    { seq: 2, ver: null, derived: null },
    { seq: 3, ver: 1, derived: '{}' },
  ]);
});

test('a migration that fails half-way leaves its file as it was', () => {
  const { connection, path } = fresh();
  const version = schemaVersion(connection);
  const broken = {
    version: 9_999,
    name: '9999-broken',
    up: (db: { exec(sql: string): void }) => db.exec('CREATE TABLE half (a TEXT) STRICT; SELECT nonsense'),
  };
  expect(() => migrate(connection, path, [...migrations, broken])).toThrow(/nonsense/);
  expect(schemaVersion(connection)).toBe(version);
  expect(schemaOf(connection)).toEqual(schemaOf(fresh().connection));
});

test('a file from a newer app stops, with a copy put aside, and is not changed', () => {
  const { connection, path } = fresh();
  connection.exec('PRAGMA user_version = 9999');
  expect(faultFrom(() => migrate(connection, path, migrations))).toBe('fault.from-the-future');
  expect(existsSync(`${path}.future-9999`)).toBe(true);
  expect(schemaVersion(connection)).toBe(9_999);
});

test('every entity has a strict table with exactly its fields', () => {
  const { connection } = fresh();
  const typeOf = (field: Field): string => (field.column === 'integer' ? 'INTEGER' : 'TEXT');
  for (const entity of entities as readonly Entity[]) {
    const columns = connection.read.all<{ name: string; type: string; notnull: number }>(
      `SELECT name, type, "notnull" FROM pragma_table_info(?)`,
      entity.table,
    );
    const own = Object.entries(entity.fields as Record<string, Field>);
    expect(columns.map(({ name }) => name)).toEqual([...storedColumnNames, ...own.map(([name]) => columnName(name))]);
    for (const [name, field] of own) {
      const column = columns.find((candidate) => candidate.name === columnName(name));
      expect([entity.name, name, column?.type, column?.notnull]).toEqual([
        entity.name,
        name,
        typeOf(field),
        field.schema.safeParse(null).success ? 0 : 1,
      ]);
    }
  }
});

test('every table but the search index is strict, and every one is either rebuilt or kept on purpose', () => {
  const { connection } = fresh();
  const tables = connection.read.all<{ name: string; strict: number; type: string }>(
    "SELECT name, strict, type FROM pragma_table_list WHERE schema = 'main' AND name NOT LIKE 'sqlite_%'",
  );
  const plain = tables.filter(({ type }) => type === 'table');
  expect(plain.filter(({ strict }) => strict === 0)).toEqual([]);
  const own = ['devices', 'dismissed_warnings', 'drafts', 'journal', 'search_due_rows', 'settings', 'silenced_wording'];
  const shared = [
    'authority_limits',
    'case_heads',
    'case_visits',
    'content_left',
    'content_refused',
    'content_sent',
    'dropped_content',
    'handed_over',
    'published',
    'refused_documents',
    'sync_state',
    'verdicts',
  ];
  const kept = [...own, ...shared];
  expect(plain.map(({ name }) => name).toSorted()).toEqual([...kept, ...projectionTables.map(({ table }) => table)].toSorted());
});

test('rows of a case are found through an index in every table', () => {
  const t = openTestStore(tempFolder(onTestFinished), onTestFinished);
  addCase(t);
  for (const { table, scope, name } of entities) {
    if (scope === 'device' || name === 'case') continue;
    const plan = t.store.read.all<{ detail: string }>(`EXPLAIN QUERY PLAN SELECT * FROM ${table} WHERE case_id = 'x'`);
    expect(plan.map(({ detail }) => detail).join(' ')).toMatch(/^SEARCH .* USING INDEX/);
  }
});

test('0380-unconfirmed: approval limits that are in force stay so, and nothing is asked for again', () => {
  const before = migrations.findIndex(({ version }) => version === 380);
  const { connection, path } = fresh(before);
  const insert = "INSERT INTO published (kind, version, body, received_at) VALUES (?, ?, '{}', '2026-11-20T02:00:00.000Z')";
  connection.transaction((db) => {
    db.run(insert, 'authority-limits', 3);
    db.run(insert, 'clocks', 2);
  });
  migrate(connection, path, migrations);
  expect(connection.read.all('SELECT version, received_at AS at, body FROM authority_limits')).toEqual([
    { version: 3, at: '2026-11-20T02:00:00.000Z', body: '{}' },
  ]);
  expect(connection.read.all('SELECT DISTINCT confirmed FROM published')).toEqual([{ confirmed: 1 }]);
});
