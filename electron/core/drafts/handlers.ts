import { ok } from '../../../shared/kernel/result.ts';
import type { Handlers } from '../handlers.ts';
import { allDrafts, dropDraft, findDraft, keepDraft } from './draft-rows.ts';

/** Half-written forms live inside the encrypted file, so that locking or a crash loses no word. */
export const draftsHandlers: Handlers<'drafts'> = {
  read: ({ session }, { key }) => ok(findDraft(session.read, key)),
  list: ({ session }) => ok(allDrafts(session.read)),
  keep: ({ session }, { key, caseId, body }) =>
    session.commitLocal(['drafts'], (db) => keepDraft(db, { key, caseId, body, updatedAt: session.clock.now().at })),
  discard: ({ session }, { key }) => session.commitLocal(['drafts'], (db) => dropDraft(db, key)),
};
