import { fenToYuan } from '../../damages/engine/exact.ts';
import { itemKeys } from '../../damages/engine/item-schemas.ts';
import { chinaDateOf } from '../../kernel/dates.ts';
import type { Bill } from '../bill-model.ts';
import type { CaseInput } from '../input/case-input.ts';
import type { PartyBasis } from '../model.ts';
import { advanceInputs } from './advance-input.ts';
import { headInput, type HeadInput, type Inputs } from './head-input.ts';
import { overlayBasis, overlayPartyBasis, type BasisValues } from './overlay.ts';
import type { HeadPlaces, Places, PartyPlaces } from './places.ts';
import { counting, groupedBy, type ItemRow, type PartyRow, type SettlementMode, type SettlementRows } from './rows.ts';

/**
 * The engine's case as the file has it. It is not checked yet: what is missing or impossible is left to the engine's own schema, whose
 * paths `places` lead back to fields. `clashing` are items that a second row of the same kind keeps out.
 */
export type Assembled = { readonly input: CaseInput; readonly places: Places; readonly clashing: readonly string[] };

const given = (values: Inputs): Inputs =>
  Object.fromEntries(Object.entries(values).filter(([, value]) => value !== null && value !== undefined));

/** A row without a rule as the engine reads it. */
export const otherInput = (row: ItemRow, mode: SettlementMode): Inputs => {
  const amountFen = mode === 'claimed' ? (row.claimedFen ?? row.allowedFen) : (row.allowedFen ?? row.claimedFen);
  return given({
    ...row.inputs,
    label: row.label ?? '',
    amount: amountFen === null ? null : fenToYuan(amountFen),
    claimed: row.claimedFen === null ? null : fenToYuan(row.claimedFen),
    evidence: row.evidence === null ? null : [row.evidence],
  });
};

type Heads = { items: Inputs; heads: Record<string, HeadPlaces>; others: string[]; clashing: string[] };

/** Rows of one person, already in their order. */
type Own = { readonly items: readonly ItemRow[]; readonly bills: readonly Bill[]; readonly bases: readonly PartyBasis[] };

const headsOf = (own: Own, mode: SettlementMode): Heads => {
  const items = groupedBy(own.items, ({ kind }) => kind);
  const bills = groupedBy(own.bills, ({ kind }) => kind);
  const found = itemKeys.flatMap((kind): [string, HeadInput][] => {
    const head = headInput({ kind, rows: items.get(kind) ?? [], bills: bills.get(kind) ?? [], mode });
    return head === null ? [] : [[kind, head]];
  });
  const others = (items.get('other') ?? []).filter((row) => row.claimedFen !== null || row.allowedFen !== null);
  return {
    items: {
      ...Object.fromEntries(found.map(([kind, head]) => [kind, head.input])),
      ...(others.length === 0 ? {} : { other: others.map((row) => otherInput(row, mode)) }),
    },
    heads: Object.fromEntries(found.map(([kind, head]) => [kind, head.places])),
    others: others.map(({ id }) => id),
    clashing: found.flatMap(([, head]) => head.clashing),
  };
};

const victimOf = (party: PartyRow, bases: readonly PartyBasis[], items: Inputs): Inputs => {
  const basis = overlayPartyBasis(bases, party.id);
  const { position, inVehicle, residence, treatmentEndedOn, gradedOn, diedOn } = basis;
  const { ratios, ratiosReason, lift, participation, statistics } = basis;
  return given({
    id: party.id,
    label: party.name,
    position,
    inVehicle,
    residence,
    treatmentEndedOn,
    gradedOn,
    diedOn,
    bornOn: party.bornOn,
    age: party.bornOn === null ? basis.age : null,
    admittedOn: party.admittedOn,
    ratios,
    ratiosReason,
    lift,
    participation,
    statistics,
    items,
  });
};

/** Everything of each person, found once: an accident may have hurt hundreds. */
const ownRows = (rows: SettlementRows): ((partyId: string) => Own) => {
  const items = groupedBy(counting(rows.items), ({ partyId }) => partyId);
  const bills = groupedBy(counting(rows.bills), ({ partyId }) => partyId);
  const bases = groupedBy(rows.partyBases, ({ partyId }) => partyId);
  return (partyId) => ({ items: items.get(partyId) ?? [], bills: bills.get(partyId) ?? [], bases: bases.get(partyId) ?? [] });
};

const caseLevel = (rows: SettlementRows, basis: BasisValues): Inputs => {
  const { filedOn, settledOn, ruleSet, statistics, conventions, note } = basis;
  const { accidentAt, accidentPlace, reportNumber } = rows.case;
  return given({
    schema: 'liubu-settle/1',
    caseRef: reportNumber,
    accident: given({ on: accidentAt === null ? null : chinaDateOf(accidentAt), place: accidentPlace }),
    note,
    filedOn,
    settledOn,
    ruleSet,
    statistics,
    conventions,
  });
};

/** Puts the case file into the engine's words. Pure: rows in any order give the same input. */
export const assembleCase = (rows: SettlementRows, mode: SettlementMode = 'review'): Assembled => {
  const basis = overlayBasis(rows.bases);
  const parties = counting(rows.parties);
  const ownOf = ownRows(rows);
  const found = parties.map((party) => {
    const own = ownOf(party.id);
    return { party, own, heads: headsOf(own, mode) };
  });
  const { advances, places } = advanceInputs(rows.advances, basis, new Set(parties.map(({ id }) => id)));
  const input = {
    ...caseLevel(rows, basis),
    vehicles: basis.vehicles ?? [],
    victims: found.map(({ party, own, heads }) => victimOf(party, own.bases, heads.items)),
    ...(advances.length === 0 ? {} : { advances }),
  };
  return {
    input: input as unknown as CaseInput,
    places: {
      caseId: rows.case.id,
      parties: found.map(({ party, heads }): PartyPlaces => ({ partyId: party.id, heads: heads.heads, others: heads.others })),
      advances: places,
    },
    clashing: found.flatMap(({ heads }) => heads.clashing),
  };
};
