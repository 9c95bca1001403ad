import type { DocumentFlaw, DocumentFlawCode } from '../../shared/sync/document-body.ts';
import type { DocumentKind, PublishedDocument } from '../../shared/sync/published.ts';
import type { Reads, WriteDb } from './handles.ts';
import { forgetLimits, keepLimits } from './limits-rows.ts';
import { keepState } from './sync-state.ts';

type Version = { kind: DocumentKind; version: number };

/**
 * Versions of the published documents that are here, or that came and could not be used: neither is asked for again. What a hub
 * gave before it fell back is asked for as if it were not here.
 */
export const documentVersions = (db: Reads): Partial<Record<DocumentKind, number>> =>
  Object.fromEntries(
    db
      .all<Version>(
        `SELECT kind, max(version) AS version FROM (SELECT kind, version FROM published WHERE confirmed = 1 UNION ALL SELECT kind, version FROM refused_documents)
         GROUP BY kind ORDER BY kind`,
      )
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

/** The hub has fallen back: numbers it gave may be given again, so everything of it is asked for once more. Source: SPEC [SY-50]. */
export const unconfirmDocuments = (db: WriteDb): void => {
  db.run('UPDATE published SET confirmed = 0');
  db.run('DELETE FROM refused_documents');
};

/** Kinds to ask for as if they were not here; of one that came and could not be used the hub has been heard. */
export const unconfirmedKinds = (db: Reads): DocumentKind[] =>
  db
    .all<{ kind: DocumentKind }>(
      'SELECT kind FROM published WHERE confirmed = 0 AND kind NOT IN (SELECT kind FROM refused_documents) ORDER BY kind',
    )
    .map(({ kind }) => kind);

type Answered = { anew: readonly DocumentKind[]; kept: readonly DocumentKind[]; refused: readonly DocumentKind[] };

export const dropLostDocuments = (db: WriteDb, { anew, kept, refused }: Answered): void => {
  for (const kind of anew) {
    // What came and cannot be used leaves the former in force.
    if (refused.includes(kind) && !kept.includes(kind)) continue;
    if (kind === 'authority-limits') forgetLimits(db);
    if (!kept.includes(kind)) db.run('DELETE FROM published WHERE kind = ?', kind);
  }
};

/**
 * Keeps a newer version in place of the one that is here, and forgets that an older one could not be used. Another content under
 * the same number is of another history of the hub, the one of today.
 */
export const keepDocument = (db: WriteDb, document: Omit<PublishedDocument, 'hash'>, at: string): boolean => {
  const { kind, version, body } = document;
  const kept =
    db.run(
      `INSERT INTO published (kind, version, body, received_at) VALUES (?, ?, ?, ?)
       ON CONFLICT (kind) DO UPDATE SET version = excluded.version, body = excluded.body, received_at = excluded.received_at, confirmed = 1
         WHERE excluded.version > version OR confirmed = 0 OR (excluded.version = version AND excluded.body <> body)`,
      kind,
      version,
      JSON.stringify(body),
      at,
    ) === 1;
  if (kept && kind === 'authority-limits') keepLimits(db, document, at);
  if (kept) db.run('DELETE FROM refused_documents WHERE kind = ? AND version < ?', kind, version);
  return kept;
};

/** A document that this app cannot use: the one before stays in force, and the screens say why. */
export type RefusedDocument = Version & { flaw: DocumentFlaw };

export const keepRefused = (db: WriteDb, { kind, version, flaw }: RefusedDocument, at: string): void =>
  void db.run(
    `INSERT INTO refused_documents (kind, version, received_at, reason, place) VALUES (?, ?, ?, ?, ?)
     ON CONFLICT (kind) DO UPDATE SET version = excluded.version, received_at = excluded.received_at, reason = excluded.reason,
       place = excluded.place WHERE excluded.version >= version`,
    kind,
    version,
    at,
    flaw.code,
    flaw.place,
  );

/**
 * Another version of the app may read what the last one could not, or did not yet keep: it asks for such documents once more.
 * What is in force stays in force meanwhile.
 */
export const askAgainAfterUpgrade = (db: WriteDb, appVersion: string): void => {
  db.run('DELETE FROM refused_documents');
  db.run(
    `DELETE FROM published WHERE kind = 'standards-pack' AND version > (SELECT coalesce(max(published_version), 0) FROM standards_packs)`,
  );
  keepState(db, 'readBy', { appVersion });
};

export type DocumentLine = Version & { receivedAt: string; refused: boolean; reason: DocumentFlawCode | null; place: string | null };

/** What came from the hub, kind by kind, with what could not be used. */
export const documentLines = (db: Reads): DocumentLine[] =>
  db
    .all<Omit<DocumentLine, 'refused'>>(
      `SELECT kind, version, received_at AS receivedAt, NULL AS reason, NULL AS place FROM published
       UNION ALL SELECT kind, version, received_at, reason, place FROM refused_documents ORDER BY kind, version`,
    )
    .map((line) => ({ ...line, refused: line.reason !== null }));
