import type { Clash } from '../../../shared/sync/contract.ts';
import type { ResolutionChoice } from '../../../shared/sync/resolution.ts';

export type Conflict = {
  changeId: string;
  kind: string;
  caseId: string;
  reportNumber: string;
  at: string;
  state: 'conflict' | 'refused' | 'quarantined';
  code: string | null;
  fields: Clash[];
  names: Record<string, string>;
  choices: ResolutionChoice[];
};

/**
 * The ways out in the order of their number keys. For a refused change "theirs" would say the same as putting it aside; before
 * the handler has decided there is only the latter.
 */
export const waysOut = ({ state, choices }: Pick<Conflict, 'state' | 'choices'>): ResolutionChoice[] => {
  const order: ResolutionChoice[] = state === 'conflict' ? ['mine', 'theirs', 'third', 'discard'] : ['mine', 'third', 'discard'];
  // In a conflict, putting one's own change aside is what "theirs" does.
  return order.filter((one) => choices.includes(one) && !(state === 'conflict' && one === 'discard' && choices.includes('theirs')));
};

/** The fields a third value can be given for. */
export const thirdFields = (fields: readonly Clash[], isJson: (clash: Clash) => boolean): Clash[] =>
  fields.filter((clash) => clash.field !== null && !isJson(clash));
