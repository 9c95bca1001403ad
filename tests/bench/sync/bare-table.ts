import Database from 'better-sqlite3';
import type { LogDocument } from './corpus.ts';

/** Documents per request and transaction: the batch at which the floor of the design notes was measured. */
export const batchSize = 500;

type Numbered = { n: number; document: LogDocument };

/** A bare, unencrypted SQLite table with a sync per commit: thirteen columns, no checks, no journal. */
export const bareTable = (path: string) => {
  const db = new Database(path);
  db.pragma('journal_mode = WAL');
  db.pragma('synchronous = FULL');
  db.exec(`CREATE TABLE IF NOT EXISTS logs (n INTEGER PRIMARY KEY, id TEXT UNIQUE, case_id TEXT, step INTEGER, counterpart TEXT,
    counterpart_name TEXT, channel TEXT, outcome TEXT, contact_at TEXT, mood INTEGER, place TEXT, body TEXT, by_person_id TEXT, at TEXT) STRICT`);
  const insertOne = db.prepare(
    `INSERT INTO logs (id, case_id, step, counterpart, counterpart_name, channel, outcome, contact_at, mood, place, body, by_person_id, at)
     VALUES (@id, @caseId, @step, @counterpart, @counterpartName, @channel, @outcome, @contactAt, @mood, @place, @body, @byPersonId, @at)`,
  );
  const insertAll = db.transaction((documents: readonly LogDocument[]) => {
    for (const document of documents) insertOne.run(document);
  });
  const pageAfter = db.prepare<[number, number]>(
    `SELECT n, id, case_id AS caseId, step, counterpart, counterpart_name AS counterpartName, channel, outcome, contact_at AS contactAt, mood,
     place, body, by_person_id AS byPersonId, at FROM logs WHERE n > ? ORDER BY n LIMIT ?`,
  );
  return {
    insert: (documents: readonly LogDocument[]): void => insertAll(documents),
    page: (after: number): Numbered[] =>
      (pageAfter.all(after, batchSize) as (LogDocument & { n: number })[]).map(({ n, ...document }) => ({ n, document })),
    count: (): number => (db.prepare('SELECT count(*) AS n FROM logs').get() as { n: number }).n,
    close: () => db.close(),
  };
};
