import type { StandardsPack } from '../../../shared/damages/engine/standards-pack.ts';
import type { Reads } from '../../db/handles.ts';
import { shippedPack } from './shipped-pack.ts';

/** Every pack this file knows, the newest last. */
export const allPacks = (_db: Reads): StandardsPack[] => [shippedPack];

/** The pack a case uses: the version it names, or the newest; null when the named one is not here. */
export const packOf = (db: Reads, version: string | null): StandardsPack | null => {
  const packs = allPacks(db);
  return version === null ? (packs.at(-1) ?? null) : (packs.find((pack) => pack.version === version) ?? null);
};
