import type { FigureUse } from '../damages/engine/ledger.ts';
import type { StandardsPack } from '../damages/engine/standards-pack.ts';

/**
 * The part of a pack that a calculation used. It is stored with the result, so that the calculation replays to the fen after the
 * pack was replaced: hand `record.input` and `record.pack` to `settleCase` again.
 */
export const usedPack = (pack: StandardsPack, uses: readonly FigureUse[]): StandardsPack => ({
  ...pack,
  figures: pack.figures.filter((figure) =>
    uses.some(
      (use) => use.figure === figure.kind && use.region === figure.region && use.year === figure.year && use.series === figure.series,
    ),
  ),
  periods: [],
  practice: pack.practice.filter((entry) => entry.topic === 'mentalDistress' || entry.topic === 'ratio'),
});
