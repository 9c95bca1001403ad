import type { TFunction } from 'i18next';
import { chinaDateOf } from '../../../shared/kernel/dates.ts';
import type { Why } from '../../../shared/offers/compare.ts';
import type { Format } from '../../i18n/format.ts';

/** One reason why a line changed, as a sentence. */
export const whyInWords = (t: TFunction, format: Format, why: Why): string => {
  const key = `offers.compare.reason.${why.code}`;
  switch (why.code) {
    case 'new':
    case 'gone':
      return t(key);
    case 'claimed':
    case 'computed':
    case 'allowed':
      return t(key, { from: format.amount(why.fromFen), to: format.amount(why.toFen) });
    case 'days':
    case 'basis':
      return t(key, { from: why.from ?? t('offers.compare.none'), to: why.to ?? t('offers.compare.none') });
    case 'deduction-added':
      return t(key, {
        amount: format.amount(why.amountFen),
        reason: why.reason,
        told: why.toldAt === null ? t('offers.sheet.notTold') : t('offers.sheet.told', { on: chinaDateOf(why.toldAt) }),
      });
    case 'deduction-removed':
      return t(key, { amount: format.amount(why.amountFen), reason: why.reason });
    case 'deduction-changed':
      return t(key, { from: format.amount(why.fromFen), to: format.amount(why.toFen), reason: why.reason });
    case 'told-since':
      return t(key, { reason: why.reason, on: chinaDateOf(why.toldAt) });
  }
};
