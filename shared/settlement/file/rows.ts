import type { Advance } from '../../advances/model.ts';
import type { Case } from '../../cases/model.ts';
import type { DamageItem } from '../../damages/model.ts';
import type { InjuredParty } from '../../parties/model.ts';
import type { Bill } from '../bill-model.ts';
import type { CalculationBasis, PartyBasis } from '../model.ts';

/** What the assembly reads of an item; a window may hand in rows that are still being typed. */
export type ItemRow = Pick<
  DamageItem,
  'id' | 'partyId' | 'kind' | 'label' | 'claimedFen' | 'allowedFen' | 'inputs' | 'evidence' | 'voidReason' | 'at'
>;
export type PartyRow = Pick<InjuredParty, 'id' | 'name' | 'bornOn' | 'admittedOn' | 'voidReason' | 'at'>;
export type CaseRow = Pick<Case, 'id' | 'reportNumber' | 'accidentAt' | 'accidentPlace'>;
export type AdvanceRow = Pick<
  Advance,
  'id' | 'partyId' | 'basis' | 'itemGroup' | 'decidedFen' | 'inClaim' | 'state' | 'payee' | 'voidReason' | 'at'
>;

/** Plain rows of one case, hidden ones included: everything the money of the case depends on beside the standards pack. */
export type SettlementRows = {
  readonly case: CaseRow;
  readonly parties: readonly PartyRow[];
  readonly items: readonly ItemRow[];
  readonly advances: readonly AdvanceRow[];
  readonly bases: readonly CalculationBasis[];
  readonly partyBases: readonly PartyBasis[];
  readonly bills: readonly Bill[];
};

/** How an item's amount is taken: as reviewed so far, by its rule alone, or as claimed. */
export const settlementModes = ['review', 'computed', 'claimed'] as const;
export type SettlementMode = (typeof settlementModes)[number];

type Made = { readonly at: string; readonly id: string };

/** Instants and ids are plain ASCII, so that comparing them as they stand is their order in time. */
const byTime = (a: Made, b: Made): number => {
  if (a.at !== b.at) return a.at < b.at ? -1 : 1;
  if (a.id === b.id) return 0;
  return a.id < b.id ? -1 : 1;
};

/** Rows that count, in the order they were made, whatever order they came in. */
export const counting = <Row extends { at: string; id: string; voidReason: string | null }>(rows: readonly Row[]): Row[] =>
  rows.filter(({ voidReason }) => voidReason === null).toSorted(byTime);

/** Rows by a key, in their order. */
export const groupedBy = <Row>(rows: readonly Row[], keyOf: (row: Row) => string | null): ReadonlyMap<string | null, Row[]> => {
  const groups = new Map<string | null, Row[]>();
  for (const row of rows) {
    const key = keyOf(row);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [row]);
    else group.push(row);
  }
  return groups;
};
