import type { TFunction } from 'i18next';
import type { Problem } from '../../shared/kernel/problem.ts';

/** What a person reads for a problem: the reason and the next action. */
export const problemText = (t: TFunction, problem: Problem): string =>
  t(`problem.${problem.code}`, problem.facts as Record<string, string>);
