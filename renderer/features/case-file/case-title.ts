import type { CaseFile } from '../../../shared/cases/contract.ts';
import { ageOn, chinaDateOf } from '../../../shared/kernel/dates.ts';
import { formatFen } from '../../../shared/kernel/money.ts';
import type { InjuredParty } from '../../../shared/parties/model.ts';

/** Age today, or null when the birth date is not known. */
export const ageOf = (party: InjuredParty, now: string): number | null =>
  party.bornOn === null ? null : ageOn(party.bornOn, chinaDateOf(now));

/** A cover limit in units of ten thousand yuan when it is a round sum, as people say it. */
export const limitInWords = (fen: number, language: 'zh' | 'en'): string => {
  const yuan = fen / 100;
  if (language === 'zh' && yuan % 10_000 === 0) return `${yuan / 10_000} 万`;
  return formatFen(fen).replace(/\.00$/, '');
};

export const partyOf = (file: CaseFile, partyId: string | null): InjuredParty | null =>
  file.parties.find((party) => party.id === partyId && party.voidReason === null) ?? null;
