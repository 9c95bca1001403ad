import { compareText } from '../../shared/kernel/compare-text.ts';
import type { StandardsPack } from '../../shared/damages/engine/standards-pack.ts';
import { standardsPack, type StoredPack } from '../../shared/standards/model.ts';
import { shippedPack } from '../shipped/shipped-pack.ts';
import type { Reads } from './handles.ts';
import { selectRows } from './rows.ts';

export type KeptPack = {
  pack: StandardsPack;
  source: 'shipped' | 'company' | 'local';
  publishedVersion: number | null;
  fileName: string | null;
  note: string | null;
  byPersonId: string | null;
  at: string | null;
};

/**
 * Every pack this file knows, the one in force last. That is the latest issued; of one day the company's newest, then the last
 * brought in. Once the company has published one, packs of this machine alone stand behind all others: a case under one of them
 * could not be computed anywhere else. A pack that the company publishes as it was here already is the company's from then on.
 */
export const keptPacks = (db: Reads): KeptPack[] => {
  const rows = selectRows(db, standardsPack, 'void_reason IS NULL ORDER BY coalesce(published_version, 0), at, id');
  const published = publishedNow(db, rows);
  const stored = rows.map(({ id, content, publishedVersion, fileName, note, byPersonId, at }): KeptPack => ({
    pack: content as unknown as StandardsPack,
    source: published.has(id) ? 'company' : 'local',
    publishedVersion: published.has(id) ? publishedVersion : null,
    fileName,
    note,
    byPersonId,
    at,
  }));
  const shipped: KeptPack = { pack: shippedPack, source: 'shipped', ...nobody };
  const byVersion = new Map([shipped, ...stored].map((one) => [one.pack.version, one]));
  const company = stored.some(({ source }) => source === 'company');
  const behind = ({ source }: KeptPack): number => (company && source === 'local' ? 0 : 1);
  return [...byVersion.values()].toSorted(
    (a, b) => behind(a) - behind(b) || compareText(a.pack.issuedOn, b.pack.issuedOn) || rank(a) - rank(b),
  );
};

/** A pack whose number the hub has lost to a backup, or has given to another one since, is none of the company's any more. */
const publishedNow = (db: Reads, rows: readonly StoredPack[]): Set<string> => {
  const newest = db.get<{ version: number }>("SELECT version FROM published WHERE kind = 'standards-pack'")?.version ?? Infinity;
  const lastOf = new Map(rows.map(({ id, publishedVersion }) => [publishedVersion, id]));
  return new Set([...lastOf].flatMap(([version, id]) => (version !== null && version <= newest ? [id] : [])));
};

const nobody = { publishedVersion: null, fileName: null, note: null, byPersonId: null, at: null };

/** Of one day: shipped, then local ones in the order they came, then the company's by version. The sort keeps equals in order. */
const rank = ({ source, publishedVersion }: KeptPack): number => (source === 'shipped' ? -1 : (publishedVersion ?? 0));

/** The pack a case uses: the version it names, or the one in force; null when the named one is not here. */
export const packOf = (db: Reads, version: string | null): StandardsPack | null => {
  if (version === shippedPack.version) return shippedPack;
  const packs = keptPacks(db);
  const found = version === null ? packs.at(-1) : packs.find(({ pack }) => pack.version === version);
  return found?.pack ?? null;
};

/** The pack in force; the shipped one is always there. */
export const packInForce = (db: Reads): StandardsPack => packOf(db, null) ?? shippedPack;
