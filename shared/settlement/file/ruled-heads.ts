import type { AssessedItem } from '../../damages/engine/assess.ts';
import { hasRuleInputs } from '../../damages/engine/item-rules.ts';
import type { CaseInput } from '../input/case-input.ts';
import type { CalculationRecord } from '../result.ts';
import { assessInput } from '../settle.ts';

const byRule = (item: unknown): unknown => {
  if (typeof item !== 'object' || item === null || Array.isArray(item) || !hasRuleInputs(item)) return item;
  return Object.fromEntries(Object.entries(item).filter(([name]) => name !== 'amount'));
};

/**
 * What the rules alone give for one person's heads, from a stored calculation. A reviewed amount takes the place of the rule in a
 * calculation; a reader wants to see the rule's own working beside it. Pure: the same record always gives the same lines.
 */
export const ruledHeads = ({ input, pack }: CalculationRecord, victimId: string): readonly AssessedItem[] => {
  const victims = input.victims.map((victim) => ({
    ...victim,
    items: Object.fromEntries(Object.entries(victim.items).map(([key, item]) => [key, byRule(item)])),
  }));
  return assessInput({ ...input, victims } as CaseInput, pack).victims.find(({ id }) => id === victimId)?.items ?? [];
};
