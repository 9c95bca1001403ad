import type { DamageItem, Deduction } from '../damages/model.ts';
import type { CalculatedResult } from '../settlement/file/calculated.ts';
import type { VictimResult } from '../settlement/result.ts';
import { sheetDeduction, type Told } from './sheet-deduction.ts';
import type { OfferSheet, SheetLine, SheetPayer } from './sheet-model.ts';

type Rows = {
  items: readonly DamageItem[];
  deductions: readonly Deduction[];
  disclosures: readonly Told[];
};
type Ground = Rows & {
  settlement: Pick<CalculatedResult, 'ruleSet' | 'standards'>;
  victim: VictimResult;
  /** Vehicles that this company insures. */
  ourVehicles: readonly string[];
};

const sum = (amounts: readonly number[]): number => amounts.reduce((total, amount) => total + amount, 0);

const lineOf = (item: DamageItem, deductions: readonly Deduction[], disclosures: readonly Told[]): SheetLine => ({
  itemId: item.id,
  kind: item.kind,
  label: item.label,
  days: item.days,
  basis: item.basis,
  claimedFen: item.claimedFen,
  computedFen: item.computedFen,
  allowedFen: item.allowedFen ?? 0,
  deductions: deductions.filter(({ itemId }) => itemId === item.id).map((row) => sheetDeduction(row, disclosures)),
});

const insured: readonly SheetPayer['layer'][] = ['compulsory', 'commercial', 'seat'];

/** One entry per payer and layer, in the order of the engine: what falls into several sub-limits of one cover is one payment. */
const payersOf = ({ payments }: VictimResult, ourVehicles: readonly string[]): SheetPayer[] => {
  const groups = Map.groupBy(payments, ({ payer, layer }) => `${payer} ${layer}`);
  return [...groups.values()].flatMap((own) => {
    const [first] = own;
    if (first === undefined) return [];
    return [
      {
        payer: first.payer,
        layer: first.layer,
        vehicle: first.vehicle,
        ours: insured.includes(first.layer) && ourVehicles.includes(first.vehicle),
        dueFen: sum(own.map(({ due }) => due.fen)),
        alreadyPaidFen: sum(own.map(({ alreadyPaid }) => alreadyPaid.fen)),
        refundsFen: sum(own.flatMap(({ refunds }) => refunds.map(({ amount }) => amount.fen))),
        toPartyFen: sum(own.map(({ toVictim }) => toVictim.fen)),
      },
    ];
  });
};

const linesOf = ({ items, deductions, disclosures }: Rows) => {
  const lines = items.map((item) => lineOf(item, deductions, disclosures));
  return {
    lines,
    claimedFen: sum(lines.map(({ claimedFen, allowedFen }) => claimedFen ?? allowedFen)),
    allowedFen: sum(lines.map(({ allowedFen }) => allowedFen)),
    deductedFen: sum(lines.flatMap((line) => line.deductions.map(({ amountFen }) => amountFen))),
  };
};

/** The content of an offer from its calculation and the rows of the file. */
export const makeSheet = ({ settlement, victim, ourVehicles, ...rows }: Ground): OfferSheet => ({
  ...linesOf(rows),
  shares: victim.liabilities.map(({ vehicle, ratio }) => ({ vehicle, ratio })),
  payers: payersOf(victim, ourVehicles),
  ownShareFen: Math.max(0, victim.ownShare.fen),
  alreadyPaidFen: victim.alreadyPaid.fen,
  refundsFen: victim.refunded.fen,
  receivesFen: victim.receives.fen,
  surplusFen: sum(victim.surplus.map(({ amount }) => amount.fen)),
  ruleSet: settlement.ruleSet.id,
  packId: settlement.standards.pack,
  packVersion: settlement.standards.version,
  lumpReason: null,
});

/** 一次性总额: one sum for everything that was allowed, openly without layers of cover, with the reason why it is offered so. */
export const makeLumpSheet = (rows: Rows, { advancesFen, reason }: { advancesFen: number; reason: string }): OfferSheet => {
  const lines = linesOf(rows);
  const dueFen = lines.allowedFen;
  const alreadyPaidFen = Math.min(dueFen, advancesFen);
  const toPartyFen = dueFen - alreadyPaidFen;
  return {
    ...lines,
    shares: [],
    payers:
      dueFen === 0 ? [] : [{ payer: 'lump', layer: 'lump', vehicle: '', ours: true, dueFen, alreadyPaidFen, refundsFen: 0, toPartyFen }],
    ownShareFen: 0,
    alreadyPaidFen,
    refundsFen: 0,
    receivesFen: toPartyFen,
    surplusFen: advancesFen - alreadyPaidFen,
    ruleSet: '',
    packId: '',
    packVersion: '',
    lumpReason: reason,
  };
};

/** What all payers together owe the person: the figure of the offer. */
export const amountOf = ({ payers }: OfferSheet): number => sum(payers.map(({ dueFen }) => dueFen));
