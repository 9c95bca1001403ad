import type { CaseFile } from '../../../../shared/cases/contract.ts';
import type { DamageKind } from '../../../../shared/damages/model.ts';

/** A kind of loss this injury usually brings, and why it is offered. */
export type UsualItem = { readonly kind: DamageKind; readonly why: 'always' | 'stay' | 'nursing' | 'grade' | 'death' | 'device' };

type Signs = { readonly admitted: boolean; readonly graded: boolean; readonly died: boolean };

const offered: readonly (UsualItem & { readonly when: (signs: Signs) => boolean })[] = [
  { kind: 'medical', why: 'always', when: () => true },
  { kind: 'hospitalMeals', why: 'stay', when: ({ admitted }) => admitted },
  { kind: 'nutrition', why: 'stay', when: ({ admitted }) => admitted },
  { kind: 'nursing', why: 'nursing', when: ({ admitted }) => admitted },
  { kind: 'lostIncome', why: 'always', when: () => true },
  { kind: 'transport', why: 'always', when: () => true },
  { kind: 'disabilityCompensation', why: 'grade', when: ({ graded, died }) => graded && !died },
  { kind: 'deathCompensation', why: 'death', when: ({ died }) => died },
  { kind: 'funeral', why: 'death', when: ({ died }) => died },
  { kind: 'dependantsLiving', why: 'grade', when: ({ graded, died }) => graded || died },
  { kind: 'mentalDistress', why: 'grade', when: ({ graded, died }) => graded || died },
  { kind: 'appraisalFee', why: 'grade', when: ({ graded }) => graded },
];

/** What to begin with when nothing was entered yet: from the stay, the grade and the outcome on file. */
export const usualItems = (file: CaseFile, partyId: string, basis: { gradedOn: string | null; diedOn: string | null }): UsualItem[] => {
  const party = file.parties.find(({ id }) => id === partyId);
  const stayed = file.treatments.some((event) => event.partyId === partyId && event.voidReason === null);
  const signs = { admitted: (party?.admittedOn ?? null) !== null || stayed, graded: basis.gradedOn !== null, died: basis.diedOn !== null };
  return offered.filter(({ when }) => when(signs)).map(({ kind, why }) => ({ kind, why }));
};
