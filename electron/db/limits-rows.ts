import type { AuthorityLimits, PublishedDocument } from '../../shared/sync/published.ts';
import type { Reads, WriteDb } from './handles.ts';

export type KeptLimits = { version: number; publishedAt: string; receivedAt: string; limits: AuthorityLimits };

/** Every version of the approval limits that is here, the oldest first: one may count only from a later day. */
export const keptLimits = (db: Reads): KeptLimits[] =>
  db
    .all<Omit<KeptLimits, 'limits'> & { body: string }>(
      'SELECT version, published_at AS publishedAt, received_at AS receivedAt, body FROM authority_limits ORDER BY version',
    )
    .map(({ body, ...row }) => ({ ...row, limits: JSON.parse(body) as AuthorityLimits }));

export const keepLimits = (db: WriteDb, { version, publishedAt, body }: Omit<PublishedDocument, 'hash' | 'kind'>, at: string): void =>
  void db.run(
    `INSERT INTO authority_limits (version, published_at, received_at, body) VALUES (?, ?, ?, ?)
     ON CONFLICT (version) DO UPDATE SET published_at = excluded.published_at, received_at = excluded.received_at, body = excluded.body`,
    version,
    publishedAt,
    at,
    JSON.stringify(body),
  );

export const forgetLimits = (db: WriteDb): void => void db.run('DELETE FROM authority_limits');
