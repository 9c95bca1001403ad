import type { PackHead } from '../../../shared/standards/contract.ts';
import type { Session } from '../session.ts';
import { keptPacks, packInForce } from '../../db/pack-rows.ts';

type Count = { version: string; n: number };

/** Versions with how many open cases keep using each; the newest first. */
export const listPacks = ({ read }: Session): PackHead[] => {
  const counts = read.all<Count>(
    `SELECT b.pack_version AS version, count(DISTINCT b.case_id) AS n FROM calculation_bases b JOIN cases c ON c.id = b.case_id
     WHERE b.void_reason IS NULL AND b.pack_version IS NOT NULL AND c.state = 'open' AND c.void_reason IS NULL GROUP BY 1`,
  );
  const inForce = packInForce(read).version;
  return keptPacks(read)
    .map(({ pack, source, publishedVersion, fileName, note, byPersonId, at }) => ({
      packId: pack.id,
      version: pack.version,
      issuedOn: pack.issuedOn,
      figures: pack.figures.length,
      unverified: pack.figures.filter(({ mark }) => mark === 'U').length,
      source,
      publishedVersion,
      fileName,
      note,
      byName: byPersonId === null ? null : (read.get<{ name: string }>('SELECT name FROM people WHERE id = ?', byPersonId)?.name ?? null),
      at,
      inForce: pack.version === inForce,
      cases: counts.find(({ version }) => version === pack.version)?.n ?? 0,
    }))
    .toReversed();
};
