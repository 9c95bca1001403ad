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

const byTime = (a: { at: string; id: string }, b: { at: string; id: string }): number =>
  a.at.localeCompare(b.at) || a.id.localeCompare(b.id);

/** Rows that count, in the order they were made, whatever order they came in. */
export const counting = <Row extends { at: string; id: string; voidReason: string | null }>(rows: readonly Row[]): Row[] =>
  rows.filter(({ voidReason }) => voidReason === null).toSorted(byTime);
