import type { StandardsPack } from '../../../shared/damages/engine/standards-pack.ts';
import { standardsPack } from '../../../shared/standards/model.ts';
import type { Reads } from '../../db/handles.ts';
import { selectRows } from '../../db/rows.ts';
import { shippedPack } from './shipped-pack.ts';

type Kept = { pack: StandardsPack; fileName: string | null; note: string | null; byPersonId: string | null; at: string | null };

/** Every pack this file knows, the one in force last: the latest issued, and of one day the last brought in. */
export const keptPacks = (db: Reads): Kept[] => {
  const imported = selectRows(db, standardsPack, 'void_reason IS NULL ORDER BY at, id').map((row): Kept => ({
    pack: row.content as unknown as StandardsPack,
    fileName: row.fileName,
    note: row.note,
    byPersonId: row.byPersonId,
    at: row.at,
  }));
  const shipped: Kept = { pack: shippedPack, fileName: null, note: null, byPersonId: null, at: null };
  return [shipped, ...imported].toSorted((a, b) => a.pack.issuedOn.localeCompare(b.pack.issuedOn));
};

/** The pack a case uses: the version it names, or the one in force; null when the named one is not here. */
export const packOf = (db: Reads, version: string | null): StandardsPack | null => {
  if (version === shippedPack.version) return shippedPack;
  const packs = keptPacks(db);
  const found = version === null ? packs.at(-1) : packs.find(({ pack }) => pack.version === version);
  return found?.pack ?? null;
};

/** The pack in force; the shipped one is always there. */
export const packInForce = (db: Reads): StandardsPack => packOf(db, null) ?? shippedPack;
