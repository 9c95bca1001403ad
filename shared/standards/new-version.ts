import { figureKey, type FigureRow } from './figure-sheet.ts';
import type { Figure, StandardsPack } from '../damages/engine/standards-pack.ts';

export type FigureChange = {
  readonly line: number;
  readonly change: 'added' | 'changed' | 'same';
  readonly figure: Figure;
  readonly before: Figure | null;
};

const isSame = (a: Figure, b: Figure): boolean => a.value === b.value && a.mark === b.mark && a.source === b.source;

/** What a list does to a pack, figure by figure. Figures that the list does not name stay. */
export const figureChanges = (pack: StandardsPack, rows: readonly FigureRow[]): FigureChange[] => {
  const known = new Map(pack.figures.map((figure) => [figureKey(figure), figure]));
  return rows.map(({ line, figure }) => {
    const before = known.get(figureKey(figure)) ?? null;
    return { line, figure, before, change: before === null ? 'added' : isSame(before, figure) ? 'same' : 'changed' };
  });
};

type Version = { readonly version: string; readonly issuedOn: string };

/** The next version of a pack: its figures with those of the list in their place. Periods and practice are carried over. */
export const nextVersion = (pack: StandardsPack, changes: readonly FigureChange[], { version, issuedOn }: Version): StandardsPack => {
  const replaced = new Map(changes.map(({ figure }) => [figureKey(figure), figure]));
  const kept = pack.figures.map((figure) => replaced.get(figureKey(figure)) ?? figure);
  return {
    ...pack,
    version,
    issuedOn,
    figures: [...kept, ...changes.filter(({ change }) => change === 'added').map(({ figure }) => figure)],
  };
};
