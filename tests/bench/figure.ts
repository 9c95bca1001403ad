/** One benchmark result. `ratio` is value / floor in the same run; both null where a figure has no floor. */
export type Figure = {
  bench: string;
  value: number;
  unit: string;
  floor: number | null;
  ratio: number | null;
  runs: number;
  note?: string;
  /** The same work done by another product in the same run: its value, and ours as a multiple of it. */
  peer?: number;
  peerRatio?: number;
  /** Bytes on the wire, headers included. */
  bytes?: number;
  /** What the figure must keep to, and whether it did: a limit that is not kept fails the run. */
  limits?: string[];
  ok?: boolean;
};

type Bound = { of: 'value' | 'ratio' | 'peerRatio' | 'bytes'; least?: number; most?: number };

/** Puts the limits beside a figure. */
export const bounded = (figure: Figure, ...bounds: readonly Bound[]): Figure => {
  const holds = ({ of, least = Number.NEGATIVE_INFINITY, most = Number.POSITIVE_INFINITY }: Bound): boolean => {
    const value = figure[of] ?? Number.NaN;
    return value >= least && value <= most;
  };
  const limits = bounds.map(({ of, least, most }) => `${of} ${least === undefined ? `at most ${most}` : `at least ${least}`}`);
  return { ...figure, limits, ok: bounds.every(holds) };
};

export const median = (values: readonly number[]): number => {
  const sorted = [...values].sort((left, right) => left - right);
  const middle = Math.floor(sorted.length / 2);
  const upper = sorted[middle] ?? Number.NaN;
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? upper) + upper) / 2;
};

/** Milliseconds that `work` takes. */
export const timed = (work: () => void): number => {
  const began = performance.now();
  work();
  return performance.now() - began;
};

export const round = (value: number): number => Number(value.toPrecision(4));

export const against = (bench: string, times: { value: number[]; floor: number[] }): Figure => {
  const value = median(times.value);
  const floor = median(times.floor);
  return { bench, value: round(value), unit: 'ms', floor: round(floor), ratio: round(value / floor), runs: times.value.length };
};

export const alone = (bench: string, figure: { value: number; unit: string; runs: number; note?: string }): Figure => ({
  bench,
  floor: null,
  ratio: null,
  ...figure,
  value: round(figure.value),
});

export const print = (figure: Figure, json: boolean): void => {
  if (json) return console.log(JSON.stringify(figure));
  const ratio = figure.ratio === null ? '' : `  = ${figure.ratio} x floor of ${figure.floor} ${figure.unit}`;
  console.log(
    `${figure.bench.padEnd(18)} ${String(figure.value).padStart(9)} ${figure.unit}${ratio}  (${figure.runs} runs)${figure.peerRatio === undefined ? '' : `  = ${figure.peerRatio} x peer`}${figure.note ? ` ${figure.note}` : ''}${figure.ok === false ? `  LIMIT NOT KEPT: ${figure.limits?.join(', ')}` : ''}`,
  );
};
