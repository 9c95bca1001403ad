import type { Rung } from '../../../shared/mediations/rules.ts';

export const ladderSize = { width: 520, height: 190, left: 64, right: 14, top: 14, bottom: 34 };

/** One side's points and the line through them, in pixels of the picture. */
export type Side = { points: { x: number; y: number; fen: number; id: string }[]; path: string };
type Tick = { y: number; fen: number };
type Ladder = { ours: Side; theirs: Side; ticks: Tick[]; columns: { x: number; rung: Rung }[] };

/** A round step of 1, 2 or 5 times a power of ten, so that at most four lines are needed. */
export const niceStep = (spread: number): number => {
  const rough = Math.max(spread, 4) / 4;
  const power = 10 ** Math.floor(Math.log10(rough));
  return ([1, 2, 5, 10].find((one) => one * power >= rough) ?? 10) * power;
};

const sideOf = (columns: Ladder['columns'], fenOf: (rung: Rung) => number | null, yOf: (fen: number) => number): Side => {
  const points = columns.flatMap(({ x, rung }) => {
    const fen = fenOf(rung);
    return fen === null ? [] : [{ x, y: yOf(fen), fen, id: rung.id }];
  });
  return { points, path: points.map(({ x, y }, i) => `${i === 0 ? 'M' : 'L'}${x.toFixed(1)} ${y.toFixed(1)}`).join(' ') };
};

/** Where everything of the ladder stands; null when nothing was named yet. */
export const ladderOf = (rungs: readonly Rung[]): Ladder | null => {
  const amounts = rungs.flatMap(({ oursFen, theirsFen }) => [oursFen, theirsFen]).filter((fen) => fen !== null);
  if (amounts.length === 0) return null;
  const { width, height, left, right, top, bottom } = ladderSize;
  const step = niceStep(Math.max(...amounts) - Math.min(...amounts, Math.max(...amounts) * 0.7));
  const low = Math.floor(Math.min(...amounts) / step) * step;
  const high = Math.max(Math.ceil(Math.max(...amounts) / step) * step, low + step);
  const yOf = (fen: number): number => top + ((high - fen) / (high - low)) * (height - top - bottom);
  const gap = (width - left - right) / rungs.length;
  const columns = rungs.map((rung, i) => ({ x: left + gap * (i + 0.5), rung }));
  const ticks = Array.from({ length: Math.round((high - low) / step) + 1 }, (_, i) => ({ fen: low + i * step, y: yOf(low + i * step) }));
  return { ours: sideOf(columns, (rung) => rung.oursFen, yOf), theirs: sideOf(columns, (rung) => rung.theirsFen, yOf), ticks, columns };
};
