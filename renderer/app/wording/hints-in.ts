import type { Silenced } from '../../../shared/wording/contract.ts';
import type { WordingFinding } from '../../../shared/wording/rules.ts';

export type WordingHint = { ruleId: string; phrase: string; count: number };

/** More would be read by nobody while typing. */
const most = 4;

/** Findings as lines to show: one per rule and phrase, in the order of the text, without those put aside. */
export const hintsIn = (text: string, findings: readonly WordingFinding[], silenced: readonly Silenced[]): WordingHint[] => {
  const hints = new Map<string, WordingHint>();
  for (const { ruleId, start, end } of findings) {
    const phrase = text.slice(start, end);
    if (silenced.some((one) => one.ruleId === ruleId && one.phrase === phrase)) continue;
    const key = `${ruleId} ${phrase}`;
    hints.set(key, { ruleId, phrase, count: (hints.get(key)?.count ?? 0) + 1 });
  }
  return [...hints.values()].slice(0, most);
};
