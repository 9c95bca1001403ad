import { figureRegion } from '../../damages/engine/figures.ts';
import type { StandardsPack } from '../../damages/engine/standards-pack.ts';
import type { Fact } from '../../facts/model.ts';
import type { ReviewRows } from '../checks/review-findings.ts';
import { treatedOf } from '../checks/stays.ts';
import { overlayBasis, overlayPartyBasis } from '../file/overlay.ts';
import { counting } from '../file/rows.ts';
import { caseSuggestions, type CaseHead } from './case-suggestions.ts';
import { drugsSuggestion } from './drugs-suggestion.ts';
import { partySuggestions, type PartyHead } from './party-suggestions.ts';
import type { Suggestion } from './suggestion.ts';

/** The rows a case file has anyway; more than the calculation needs, because people spoke of it elsewhere. */
export type SuggestionRows = Omit<ReviewRows, 'case' | 'parties' | 'periods' | 'diagnoses'> & {
  readonly case: ReviewRows['case'] & CaseHead;
  readonly parties: readonly (ReviewRows['parties'][number] & PartyHead)[];
  readonly facts: readonly Fact[];
};

/** Everything the file speaks for that the basis does not say yet; a person takes it over or leaves it. */
export const settlementSuggestions = (rows: SuggestionRows, site: { pack: StandardsPack; today: string }): Suggestion[] => {
  const basis = overlayBasis(rows.bases);
  const { forumRegion } = basis.statistics ?? {};
  const region = forumRegion === undefined ? null : figureRegion(forumRegion);
  return [
    ...caseSuggestions(rows.case, basis, site),
    ...counting(rows.parties).flatMap((party) =>
      drugsSuggestion(
        party,
        counting(rows.bills).filter(({ partyId }) => partyId === party.id),
        basis,
      ),
    ),
    ...counting(rows.parties).flatMap((party) =>
      partySuggestions(party, {
        basis: overlayPartyBasis(rows.partyBases, party.id),
        facts: rows.facts.filter(({ partyId }) => partyId === party.id),
        treated: treatedOf(counting(rows.treatments).filter(({ partyId }) => partyId === party.id)),
        items: counting(rows.items).filter(({ partyId }) => partyId === party.id),
        region,
        pack: site.pack,
      }),
    ),
  ];
};
