import type { RepairReport } from '../../db/repair.ts';
import type { OpenFiles } from './open-files.ts';

/**
 * Rebuilds the tables, then drops attachment content that no row names: files whose metadata was never saved. Only here,
 * because before a rebuild a damaged table could make content look unused.
 */
export const repairFiles = ({ store, blobs }: Pick<OpenFiles, 'store' | 'blobs'>): RepairReport => {
  const report = store.repair();
  const whole = report.unapplied.length === 0 && store.read.get('SELECT 1 FROM unfit') === undefined;
  if (whole) blobs.keepOnly(namedContent(store));
  return report;
};

/** Also what waits for the hub or for the handler: its rows are not here, its files still are. */
const namedContent = ({ read }: OpenFiles['store']): Set<string> =>
  new Set(
    read
      .all<{ sha256: string }>(
        `SELECT sha256 FROM attachments UNION SELECT thumbnail_sha256 FROM attachments WHERE thumbnail_sha256 IS NOT NULL
         UNION SELECT sha256 FROM documents UNION SELECT sha256 FROM content_left
         UNION SELECT value FROM (
           SELECT f.value FROM journal j, json_each(j.ops) o, json_each(o.value, '$.fields') f
           WHERE j.origin = 'here' AND f.key IN ('sha256', 'thumbnailSha256') AND f.type = 'text')`,
      )
      .map(({ sha256 }) => sha256),
  );
