import type { AssessedItem } from '../damages/engine/assess.ts';
import type { Choice, FigureUse, Remark, SettleError } from '../damages/engine/ledger.ts';
import type { RuleSetChoice } from '../damages/engine/rule-sets.ts';
import type { StandardsPack } from '../damages/engine/standards-pack.ts';
import type { CaseInput } from './input/case-input.ts';
import type { Due, Surplus } from './layers/advances.ts';

/** Integer fen for machines and plain yuan for eyes, always together. */
export type Money = { readonly fen: number; readonly yuan: string };

export type ItemResult = AssessedItem & { readonly compulsory: Money; readonly excess: Money };

/** What one vehicle's side owes above compulsory cover, and who carries it. */
export type LiabilityResult = {
  readonly vehicle: string;
  readonly ratio: string;
  readonly amount: Money;
  readonly commercial: Money;
  readonly seat: Money;
  readonly person: Money;
  /** The own side's part of a driver's own loss: nobody owes it. */
  readonly self: Money;
  readonly working: string;
};

export type PaymentResult = {
  readonly payer: string;
  readonly layer: Due['layer'];
  readonly vehicle: string;
  readonly group: string | null;
  readonly due: Money;
  readonly alreadyPaid: Money;
  readonly refunds: readonly { readonly to: string; readonly amount: Money }[];
  readonly toVictim: Money;
};

export type VictimResult = {
  readonly id: string;
  readonly label: string;
  readonly items: readonly ItemResult[];
  readonly totals: Readonly<Record<'total' | AssessedItem['group'] | 'claimed', Money>>;
  readonly compulsory: readonly { readonly vehicle: string; readonly payer: string; readonly group: string; readonly amount: Money }[];
  readonly compulsoryTotal: Money;
  readonly excess: Money;
  readonly liabilities: readonly LiabilityResult[];
  readonly liableTotal: Money;
  /** What nobody else owes: own fault, or a driver's own side. */
  readonly ownShare: Money;
  readonly payments: readonly PaymentResult[];
  /** All that others owe before advances are netted. */
  readonly awarded: Money;
  readonly alreadyPaid: Money;
  readonly refunded: Money;
  readonly receives: Money;
  readonly surplus: readonly { readonly payer: string; readonly amount: Money }[];
};

export type PoolResult = {
  readonly vehicle: string;
  readonly group: string;
  readonly insured: boolean;
  readonly side: 'fault' | 'noFault';
  readonly limit: Money;
  readonly used: Money;
  readonly reserve: Money;
  readonly available: Money;
  readonly shares: readonly { readonly victim: string; readonly amount: Money }[];
  readonly left: Money;
  readonly mark: string;
  readonly source: string;
};

export type PayerResult = {
  readonly payer: string;
  readonly layer: Due['layer'];
  readonly vehicle: string;
  readonly total: Money;
  readonly alreadyPaid: Money;
  readonly refunds: Money;
  readonly toVictims: Money;
};

/** Everything needed to repeat the calculation later: the input and the figures it used. */
export type CalculationRecord = { readonly engine: string; readonly input: CaseInput; readonly pack: StandardsPack };

export type Settlement = {
  readonly schema: 'liubu-settle-result/1';
  readonly ok: true;
  readonly caseRef: string;
  readonly ruleSet: RuleSetChoice & { readonly instrument: string; readonly mark: string };
  readonly standards: {
    readonly pack: string;
    readonly version: string;
    readonly issuedOn: string;
    readonly figures: readonly FigureUse[];
  };
  readonly choices: readonly Choice[];
  readonly remarks: readonly Remark[];
  readonly victims: readonly VictimResult[];
  readonly pools: readonly PoolResult[];
  readonly payers: readonly PayerResult[];
  readonly recourse: readonly { readonly from: string; readonly to: string; readonly amount: Money; readonly reason: string }[];
  readonly summary: Readonly<
    Record<
      'loss' | 'compulsory' | 'commercial' | 'seat' | 'person' | 'ownShare' | 'alreadyPaid' | 'refunds' | 'receives' | 'surplus',
      Money
    >
  >;
  readonly record: CalculationRecord;
};

export type SettleFailure = { readonly schema: 'liubu-settle-result/1'; readonly ok: false; readonly errors: readonly SettleError[] };
export type { Due, Surplus };
