import type { DocumentKind } from '../../shared/sync/published.ts';
import type { SqlReads, SqlTx } from './sql.ts';

export type DocumentRow = { kind: DocumentKind; version: number; publishedAt: string; personId: string | null; hash: string; body: string };

/** The newest version of every kind that was published. */
export const newestVersions = (reads: SqlReads): Promise<{ kind: DocumentKind; version: number }[]> =>
  reads.query('SELECT kind, max(version) AS version FROM documents GROUP BY kind ORDER BY kind');

export const newestDocument = async (reads: SqlReads, kind: DocumentKind): Promise<DocumentRow | undefined> =>
  (
    await reads.query<DocumentRow>(
      `SELECT kind, version, published_at AS "publishedAt", person_id AS "personId", hash, body FROM documents
       WHERE kind = $1 ORDER BY version DESC LIMIT 1`,
      kind,
    )
  )[0];

/** Every version after one, the oldest first. */
export const documentsAfter = (reads: SqlReads, kind: DocumentKind, version: number): Promise<DocumentRow[]> =>
  reads.query<DocumentRow>(
    `SELECT kind, version, published_at AS "publishedAt", person_id AS "personId", hash, body FROM documents
     WHERE kind = $1 AND version > $2 ORDER BY version`,
    kind,
    version,
  );

export const addDocument = (tx: SqlTx, document: DocumentRow): Promise<number> =>
  tx.run(
    'INSERT INTO documents (kind, version, published_at, person_id, hash, body) VALUES ($1, $2, $3, $4, $5, $6)',
    document.kind,
    document.version,
    document.publishedAt,
    document.personId,
    document.hash,
    document.body,
  );
