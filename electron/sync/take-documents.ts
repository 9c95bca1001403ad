import type { DocumentsReply, PublishedDocument } from '../../shared/sync/published.ts';
import { draftsOfDocuments } from '../db/published-people.ts';
import { documentVersions, type RefusedDocument } from '../db/published-rows.ts';
import { judgeDocument } from './judge-document.ts';
import type { Outcome } from './machine.ts';
import type { SyncPorts } from './ports.ts';

/**
 * Keeps newer documents; people, clocks and packs also become rows, which the screens read as they always did. An older version
 * than the one here changes nothing, whoever sends it, and a document that cannot be used as a whole leaves the former in force.
 */
export const takeDocuments = (ports: SyncPorts, { documents }: DocumentsReply): Outcome => {
  const whole = documents.every((one) => ports.sha256(JSON.stringify(one.body)) === one.hash);
  if (!whole) return { of: 'failed', code: 'cut' };
  const here = documentVersions(ports.read);
  const newer = (documents as PublishedDocument[])
    .filter(({ kind, version }) => version > (here[kind] ?? 0))
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
  ports.store.take({ progress: null, documents: kept, refused, drafts: (db) => draftsOfDocuments(db, kept, ports.ids) });
  return { of: 'documents' };
};
