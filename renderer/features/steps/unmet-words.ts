import type { TFunction } from 'i18next';
import type { Unmet } from '../../../shared/steps/view.ts';

/** What is still missing, in words. */
export const unmetWords = (t: TFunction, unmet: Unmet): string =>
  unmet.code === 'follow.silent' && unmet.facts['days'] === undefined
    ? t('steps.gate.follow.never')
    : t(`steps.gate.${unmet.code}`, unmet.facts as Record<string, string>);
