import type { DocumentsReply, PublishedDocument } from '../../shared/sync/published.ts';
import { draftsOfDocuments } from '../db/published-people.ts';
import type { Outcome } from './machine.ts';
import type { SyncPorts } from './ports.ts';

/** Keeps newer documents; people and clocks also become rows, which the screens read as they always did. */
export const takeDocuments = (ports: SyncPorts, { documents }: DocumentsReply): Outcome => {
  const whole = documents.every((one) => ports.sha256(JSON.stringify(one.body)) === one.hash);
  if (!whole) return { of: 'failed', code: 'cut' };
  const kept = documents as PublishedDocument[];
  ports.store.take({ progress: null, documents: kept, drafts: (db) => draftsOfDocuments(db, kept, ports.ids) });
  return { of: 'documents' };
};
