import type { DocumentsReply, DocumentsRequest, PublishedDocument } from '../../shared/sync/published.ts';
import { draftsOfDocuments } from '../db/published-people.ts';
import { documentHere, documentVersions, unconfirmedKinds, type RefusedDocument } from '../db/published-rows.ts';
import type { Reads } from '../db/handles.ts';
import { judgeDocument } from './judge-document.ts';
import type { Outcome } from './machine.ts';
import type { SyncPorts } from './ports.ts';

/**
 * Keeps newer documents; people, clocks and packs also become rows, which the screens read as they always did. An older version
 * than the one here changes nothing, whoever sends it, and a document that cannot be used as a whole leaves the former in force.
 * What was asked for as if it were not here (`have`), after the hub had fallen back, is taken as it is now. Source: SPEC [SY-50].
 */
export const takeDocuments = (ports: SyncPorts, { documents }: DocumentsReply, have: DocumentsRequest['have']): Outcome => {
  const whole = documents.every((one) => ports.sha256(JSON.stringify(one.body)) === one.hash);
  if (!whole) return { of: 'failed', code: 'cut' };
  const here = documentVersions(ports.read);
  const newer = (documents as PublishedDocument[])
    .filter((one) => one.version > (here[one.kind] ?? 0) || (one.version === here[one.kind] && isOfAnotherHistory(ports.read, one)))
    .toSorted((a, b) => a.version - b.version);
  const kept: PublishedDocument[] = [];
  const refused: RefusedDocument[] = [];
  for (const one of newer) {
    const flaw = judgeDocument(ports.read, one);
    if (flaw === null) kept.push(one);
    else {
      refused.push({ kind: one.kind, version: one.version, flaw });
      ports.log('sync.document-refused', { kind: one.kind, version: one.version, reason: flaw.code });
    }
  }
  const anew = unconfirmedKinds(ports.read).filter((kind) => have[kind] === undefined);
  ports.store.take({ progress: null, documents: kept, refused, anew, drafts: (db) => draftsOfDocuments(db, kept, ports.ids) });
  return { of: 'documents' };
};

/** The same number with another content. */
const isOfAnotherHistory = (db: Reads, { kind, version, body }: PublishedDocument): boolean => {
  const here = documentHere(db, kind);
  return here?.version === version && JSON.stringify(here.body) !== JSON.stringify(body);
};
