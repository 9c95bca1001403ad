import { compareText } from '../../kernel/compare-text.ts';

/** One bar of the waterfall. `total` stands on the ground; the others hang from the sum before them. */
export type WaterfallStep = {
  readonly key: string;
  readonly label: string;
  readonly kind: 'start' | 'told' | 'untold' | 'end';
  /** The height: a sum, or what is taken off. */
  readonly fen: number;
  /** The sum that is left after this step. */
  readonly afterFen: number;
};

export type Deducted = { readonly key: string; readonly label: string; readonly fen: number; readonly told: boolean };

type Input = {
  readonly claimedFen: number;
  readonly agreedFen: number;
  readonly deducted: readonly Deducted[];
  readonly words: { readonly claimed: string; readonly agreed: string; readonly others: string; readonly unexplained: string };
  /** Most deductions with a bar of their own; the smallest share one. */
  readonly most?: number;
};

const gather = (deducted: readonly Deducted[], most: number, others: string): readonly Deducted[] => {
  const sorted = deducted.filter(({ fen }) => fen > 0).toSorted((a, b) => b.fen - a.fen || compareText(a.key, b.key));
  if (sorted.length <= most) return sorted;
  const rest = sorted.slice(most - 1);
  const fen = rest.reduce((sum, one) => sum + one.fen, 0);
  return [...sorted.slice(0, most - 1), { key: 'others', label: others, fen, told: rest.every((one) => one.told) }];
};

/**
 * From the sum that was claimed, one deduction after the other, to the sum that was agreed. What no deduction explains gets a bar of its
 * own, so that the picture always adds up.
 */
export const waterfallSteps = ({ claimedFen, agreedFen, deducted, words, most = 7 }: Input): WaterfallStep[] => {
  const named = gather(deducted, most, words.others);
  const unexplainedFen = claimedFen - agreedFen - named.reduce((sum, one) => sum + one.fen, 0);
  const all = unexplainedFen === 0 ? named : [...named, { key: 'unexplained', label: words.unexplained, fen: unexplainedFen, told: false }];
  const steps: WaterfallStep[] = [{ key: 'claimed', label: words.claimed, kind: 'start', fen: claimedFen, afterFen: claimedFen }];
  let left = claimedFen;
  for (const one of all) {
    left -= one.fen;
    steps.push({ key: one.key, label: one.label, kind: one.told ? 'told' : 'untold', fen: one.fen, afterFen: left });
  }
  return [...steps, { key: 'agreed', label: words.agreed, kind: 'end', fen: agreedFen, afterFen: agreedFen }];
};
