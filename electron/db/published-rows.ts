import type { DocumentKind, PublishedDocument } from '../../shared/sync/published.ts';
import type { Reads, WriteDb } from './handles.ts';

/** Versions of the published documents that are here. */
export const documentVersions = (db: Reads): Partial<Record<DocumentKind, number>> =>
  Object.fromEntries(
    db
      .all<{ kind: string; version: number }>('SELECT kind, version FROM published ORDER BY kind')
      .map(({ kind, version }) => [kind, version]),
  );

type Here = { version: number; receivedAt: string; body: unknown };

/** A published document as it came, with its version; null when it never came. */
export const documentHere = (db: Reads, kind: DocumentKind): Here | null => {
  const row = db.get<Omit<Here, 'body'> & { body: string }>(
    'SELECT version, received_at AS receivedAt, body FROM published WHERE kind = ?',
    kind,
  );
  return row ? { ...row, body: JSON.parse(row.body) as unknown } : null;
};

export const documentBody = (db: Reads, kind: DocumentKind): unknown => documentHere(db, kind)?.body ?? null;

/** Keeps a newer version in place of the one that is here. */
export const keepDocument = (db: WriteDb, { kind, version, body }: PublishedDocument, at: string): boolean =>
  db.run(
    `INSERT INTO published (kind, version, body, received_at) VALUES (?, ?, ?, ?)
     ON CONFLICT (kind) DO UPDATE SET version = excluded.version, body = excluded.body, received_at = excluded.received_at
       WHERE excluded.version > version`,
    kind,
    version,
    JSON.stringify(body),
    at,
  ) === 1;
