import { standardsPackSchema } from '../../shared/damages/engine/standards-pack.ts';
import { readBody, type DocumentFlaw } from '../../shared/sync/document-body.ts';
import type { PublishedDocument } from '../../shared/sync/published.ts';
import { layOver } from '../../shared/wording/lay-over.ts';
import { keptPacks } from '../db/pack-rows.ts';
import type { Reads } from '../db/handles.ts';
import { shippedWording } from '../shipped/shipped-wording.ts';

/** Whether this app can use a document as a whole; what it cannot read is never half taken, and the former stays. */
export const judgeDocument = (db: Reads, { kind, body }: PublishedDocument): DocumentFlaw | null => {
  const read = readBody(kind, body);
  if (!read.ok) return read.error;
  if (kind === 'wording-rules') {
    const words = layOver(shippedWording, read.value as Parameters<typeof layOver>[1]);
    return words.ok ? null : words.error;
  }
  return kind === 'standards-pack' ? sameNameFlaw(db, read.value as { version: string }) : null;
};

/** Cases name a pack by its version: another content under a name that is used here would move their money. */
const sameNameFlaw = (db: Reads, pack: { version: string }): DocumentFlaw | null => {
  const here = keptPacks(db).find(({ pack: { version } }) => version === pack.version);
  const same = here === undefined || JSON.stringify(standardsPackSchema.parse(here.pack)) === JSON.stringify(pack);
  return same ? null : { code: 'version-taken', place: `version.${pack.version}` };
};
