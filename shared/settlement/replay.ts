import { figureRegion } from '../damages/engine/figures.ts';
import type { FigureUse } from '../damages/engine/ledger.ts';
import type { Figure, StandardsPack } from '../damages/engine/standards-pack.ts';
import type { CaseInput } from './input/case-input.ts';

const isUsed = (figure: Figure, use: FigureUse): boolean =>
  use.year === figure.year && use.figure === figure.kind && use.series === figure.series && use.region === figure.region;

/** Regions whose income the calculation may have compared, beside those whose figures it used (art. 18). */
const regionsOf = ({ statistics, victims }: CaseInput): ReadonlySet<string> =>
  new Set(
    [statistics, ...victims.map((victim) => victim.statistics)]
      .flatMap((one) => [one?.forumRegion, one?.standardRegion?.region])
      .flatMap((region) => (region === undefined ? [] : [figureRegion(region)])),
  );

/**
 * The part of a pack that a calculation used. It is stored with the result, so that the calculation replays to the fen after the
 * pack was replaced: hand `record.input` and `record.pack` to `settleCase` again.
 */
export const usedPack = (pack: StandardsPack, input: CaseInput, uses: readonly FigureUse[]): StandardsPack => {
  const regions = regionsOf(input);
  const used = uses.map((use) => ({ ...use, region: figureRegion(use.region) }));
  return {
    ...pack,
    figures: pack.figures.filter(
      (figure) => (figure.kind === 'urbanIncome' && regions.has(figure.region)) || used.some((use) => isUsed(figure, use)),
    ),
    periods: [],
  };
};
