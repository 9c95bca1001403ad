import type { StandardsPack } from '../damages/engine/standards-pack.ts';
import { figureKey } from './figure-sheet.ts';

/** Why a whole pack is of no use although each of its lines is well formed. */
export type PackFlaw = { readonly code: 'shape' | 'empty' | 'double'; readonly place: string };

export const packFlaw = ({ id, version, figures }: StandardsPack): PackFlaw | null => {
  const unnamed = [id, version].findIndex((name) => name.trim() === '' || name.length > 64);
  if (unnamed >= 0) return { code: 'shape', place: ['id', 'version'][unnamed] ?? '' };
  if (figures.length === 0) return { code: 'empty', place: 'figures' };
  const seen = new Set<string>();
  for (const figure of figures) {
    const key = figureKey(figure);
    if (seen.has(key)) return { code: 'double', place: `figures.${key.trim()}` };
    seen.add(key);
  }
  return null;
};
