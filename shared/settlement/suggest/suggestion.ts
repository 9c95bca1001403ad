import type { BasisSource } from '../model.ts';

/** Why a value is proposed; the window has the words. */
export const suggestionReasons = [
  'case-vehicle',
  'case-place',
  'last-published-year',
  'out-of-court',
  'road-role',
  'motorcycle-is-motor',
  'said-household',
  'last-stay',
  'discharged',
  'disability-item',
  'said-dependants',
  'said-income',
  'days-in-hospital',
  'local-practice',
  'non-listed-lines',
] as const;
export type SuggestionReason = (typeof suggestionReasons)[number];

/**
 * A value the file speaks for. It is never used by itself: a person takes it over, and its sources are kept with it, so that what nobody
 * has verified stays marked.
 */
export type Suggestion = {
  readonly entity: 'calculationBasis' | 'partyBasis' | 'damageItem';
  readonly partyId: string | null;
  /** Kind of the item, for suggestions of inputs. */
  readonly kind: string | null;
  readonly field: string;
  readonly value: unknown;
  readonly reason: SuggestionReason;
  /** The figure to show when the value itself is too large to be shown. */
  readonly shown?: string;
  /** What is kept in `sources`, by path of the field. */
  readonly sources: Readonly<Record<string, BasisSource>>;
};

type Site = Pick<Suggestion, 'entity' | 'partyId' | 'field' | 'reason'> & { kind?: string };
type From = Omit<BasisSource, 'reason'>;

export const suggestion = ({ kind, ...site }: Site, value: unknown, from: From): Suggestion => ({
  ...site,
  kind: kind ?? null,
  value,
  sources: { [site.field]: { reason: site.reason, ...from } },
});
