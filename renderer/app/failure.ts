import type { TFunction } from 'i18next';
import { problemText } from '../i18n/problem-text.ts';
import { bugReferenceOf, problemOf } from './api.ts';

export type Failure = { text: string; reference: string | null };

/** What to tell the person about anything that went wrong: a problem in words, a bug with its number, or a lost connection. */
export const failureOf = (t: TFunction, error: unknown): Failure => {
  const problem = problemOf(error);
  if (problem !== null) return { text: problemText(t, problem), reference: null };
  const reference = bugReferenceOf(error);
  return reference === null ? { text: t('common.state.noAnswer'), reference: null } : { text: t('common.state.bug'), reference };
};
