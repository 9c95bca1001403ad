import type { FigureUse } from '../../damages/engine/ledger.ts';
import type { StandardsPack } from '../../damages/engine/standards-pack.ts';
import { timingWarnings, type TimingWarning } from '../timing.ts';
import type { LiveSettlement } from './live.ts';
import { overlayBasis, overlayPartyBasis } from './overlay.ts';
import { counting, type PartyRow, type SettlementRows } from './rows.ts';

/** What a reader of the sums must know about their ground: time that runs, and values nobody has verified. */
export type SettlementWarning =
  | (TimingWarning & { readonly partyId: string | null })
  | { readonly code: 'pack.newer-in-force'; readonly partyId: null; readonly used: string; readonly inForce: string }
  | { readonly code: 'figure.unverified'; readonly partyId: null; readonly figure: FigureUse }
  | { readonly code: 'basis.unverified'; readonly partyId: string | null; readonly field: string; readonly source: string };

export type WarningSite = {
  readonly today: string;
  readonly pack: StandardsPack;
  /** Version of the newest pack on this machine. */
  readonly inForce: string;
};

/** Years step down only where years are counted: with a grade or a death still to come. */
const birthThatCounts = (rows: SettlementRows, party: PartyRow): string | undefined => {
  const { gradedOn, diedOn } = overlayPartyBasis(rows.partyBases, party.id);
  return gradedOn === null && diedOn === null ? (party.bornOn ?? undefined) : undefined;
};

const timing = (rows: SettlementRows, { today, pack }: WarningSite): SettlementWarning[] => {
  const basis = overlayBasis(rows.bases);
  const expectedOn = basis.expectedOn ?? basis.settledOn ?? today;
  const { year, debateEndedOn } = basis.statistics ?? {};
  const statisticsYear = debateEndedOn === undefined ? year : undefined;
  const frame = { today, expectedOn, packIssuedOn: pack.issuedOn };
  const ofCase = timingWarnings({ ...frame, statisticsYear, bornOn: undefined });
  const ofParties = counting(rows.parties).flatMap((party) =>
    timingWarnings({ ...frame, packIssuedOn: today, statisticsYear: undefined, bornOn: birthThatCounts(rows, party) }).map(
      (warning): SettlementWarning => ({ ...warning, partyId: party.id }),
    ),
  );
  return [...ofCase.map((warning): SettlementWarning => ({ ...warning, partyId: null })), ...ofParties];
};

const unverifiedBasis = (rows: SettlementRows): SettlementWarning[] => {
  const rowsWithParty = [
    { partyId: null, sources: overlayBasis(rows.bases).sources },
    ...counting(rows.parties).map(({ id }) => ({ partyId: id, sources: overlayPartyBasis(rows.partyBases, id).sources })),
  ];
  return rowsWithParty.flatMap(({ partyId, sources }) =>
    Object.entries(sources ?? {}).flatMap(([field, { mark, source }]): SettlementWarning[] =>
      mark === 'U' ? [{ code: 'basis.unverified', partyId, field, source }] : [],
    ),
  );
};

/** Warnings of a case, in the order a reader goes through them. */
export const settlementWarnings = (rows: SettlementRows, live: LiveSettlement, site: WarningSite): SettlementWarning[] => {
  const figures = live.settlement?.standards.figures ?? [];
  const { pack, inForce } = site;
  return [
    ...timing(rows, site),
    ...(pack.version === inForce ? [] : [{ code: 'pack.newer-in-force' as const, partyId: null, used: pack.version, inForce }]),
    ...figures.flatMap((figure): SettlementWarning[] =>
      figure.mark === 'U' ? [{ code: 'figure.unverified', partyId: null, figure }] : [],
    ),
    ...unverifiedBasis(rows),
  ];
};
