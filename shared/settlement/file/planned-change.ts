import type { SettleError } from '../../damages/engine/ledger.ts';
import type { ItemRow, SettlementRows } from './rows.ts';

type Values = Record<string, unknown>;

/** One row that a file would make, change or hide. `party` is the id of a person, or `victim:<id>` of one the file brings along. */
export type PlannedChange = {
  readonly action: 'insert' | 'set' | 'void';
  readonly entity: 'case' | 'injuredParty' | 'calculationBasis' | 'partyBasis' | 'damageItem' | 'bill';
  readonly id: string | null;
  readonly party: string | null;
  readonly kind: string | null;
  readonly fields: Values;
  readonly before: Values;
};

/** Items of the case with their decision: a decided one is never changed by a file. */
export type ImportRows = Omit<SettlementRows, 'items'> & { readonly items: readonly (ItemRow & { readonly decision: string })[] };

export type ImportPlan = {
  readonly changes: readonly PlannedChange[];
  /** Why the file cannot be taken over as it is; empty: it can. */
  readonly errors: readonly SettleError[];
};
