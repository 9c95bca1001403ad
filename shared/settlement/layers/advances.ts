import type { AdvanceInput } from '../input/case-input.ts';
import { yuanFen, type Settling } from './parties.ts';
import { recordRefundOrder, recordSurplus } from './recorded-choices.ts';

export type Layer = 'compulsory' | 'uninsuredCompulsory' | 'commercial' | 'seat' | 'person';

/** What one payer owes one person from one layer, and where that money goes. */
export type Due = {
  readonly victimId: string;
  readonly layer: Layer;
  readonly vehicleId: string;
  readonly payer: string;
  /** Sub-limit for compulsory cover, else null. */
  readonly group: string | null;
  readonly dueFen: number;
  readonly alreadyPaidFen: number;
  readonly refunds: readonly { readonly to: string; readonly amountFen: number }[];
  readonly toVictimFen: number;
};

export type Surplus = { readonly victimId: string; readonly payer: string; readonly amountFen: number; readonly path: string };

type Open = { due: Due; leftFen: number; ownFen: number; refunds: Map<string, number> };
type Step = 'person' | 'commercial' | 'seat' | 'compulsory';
type Way = { readonly step: Step; readonly anyGroup?: boolean };

export const payerOf = (advance: AdvanceInput): string => {
  if (advance.by === 'fund') return advance.label === undefined ? 'fund' : `fund:${advance.label}`;
  if (advance.by === 'other') return `other:${advance.label ?? ''}`;
  return `${advance.by}:${advance.vehicle ?? ''}`;
};

const inStep = (due: Due, step: Step, group: string | undefined): boolean => {
  if (step === 'person') return due.layer === 'person' || due.layer === 'uninsuredCompulsory';
  if (step === 'compulsory') return due.layer === 'compulsory' && (group === undefined || due.group === group || group === 'outside');
  return due.layer === step;
};

/** Settlement.md §3.7: the payer's own debt first, then the insurers of that side, commercial before compulsory unless asked otherwise. */
const stepsFor = (advance: AdvanceInput, settling: Settling): Way[] => {
  if (advance.refundFrom !== undefined) return advance.refundFrom.map((step) => ({ step }));
  const insurers: { step: Step }[] = [{ step: 'commercial' }, { step: 'seat' }];
  const covers =
    settling.conventions.refundOrder === 'compulsoryFirst'
      ? [{ step: 'compulsory' as const }, ...insurers]
      : [...insurers, { step: 'compulsory' as const }];
  if (advance.by === 'person') return [{ step: 'person' }, ...covers];
  if (advance.by === 'fund' || advance.by === 'other') return [...insurers, { step: 'person' }, { step: 'compulsory' }];
  const own: { step: Step } = { step: advance.by };
  return [own, ...insurers.filter(({ step }) => step !== advance.by), { step: 'compulsory', anyGroup: true }];
};

/** By convention a surplus is taken out of the other heads as well, instead of being handed back. */
const waysFor = (advance: AdvanceInput, settling: Settling): Way[] => {
  const ways = stepsFor(advance, settling);
  return settling.conventions.surplusAdvance === 'deducted' ? [...ways, { step: 'compulsory', anyGroup: true }] : ways;
};

const isOwn = (open: Open, advance: AdvanceInput): boolean => {
  if (open.due.vehicleId !== advance.vehicle) return false;
  if (advance.by === 'person') return open.due.layer === 'person' || open.due.layer === 'uninsuredCompulsory';
  return open.due.layer === advance.by;
};

/** The vehicles whose covers may refund this payer: the own side; the fund and third parties may be refunded by every side. */
const sideOf = (advance: AdvanceInput, settling: Settling): ReadonlySet<string> => {
  if (advance.by === 'fund' || advance.by === 'other') return new Set(settling.vehicles.map((vehicle) => vehicle.input.id));
  const own = settling.vehicles.find((vehicle) => vehicle.input.id === advance.vehicle);
  const tractor = own?.input.tractor ?? advance.vehicle;
  return new Set(settling.vehicles.filter(({ input }) => input.id === tractor || input.tractor === tractor).map(({ input }) => input.id));
};

const settleAdvance = (advance: AdvanceInput, opens: readonly Open[], settling: Settling): number => {
  let leftFen = yuanFen(advance.amount);
  const side = sideOf(advance, settling);
  for (const { step, anyGroup } of waysFor(advance, settling)) {
    const group = anyGroup === true ? undefined : advance.group;
    for (const open of opens) {
      if (leftFen === 0) return 0;
      if (!side.has(open.due.vehicleId) || !inStep(open.due, step, group)) continue;
      const amountFen = Math.min(open.leftFen, leftFen);
      if (amountFen === 0) continue;
      open.leftFen -= amountFen;
      leftFen -= amountFen;
      if (isOwn(open, advance)) open.ownFen += amountFen;
      else {
        open.refunds.set(payerOf(advance), (open.refunds.get(payerOf(advance)) ?? 0) + amountFen);
        recordRefundOrder(advance, settling);
      }
    }
  }
  return leftFen;
};

const rank = (advance: AdvanceInput): number => ['compulsory', 'commercial', 'seat', 'person', 'other', 'fund'].indexOf(advance.by);

/** Insurers first, then people, then others; equal ones by payer, group and amount, so the order of the file does not matter. */
const compareAdvances = (a: AdvanceInput, b: AdvanceInput): number => {
  const key = (advance: AdvanceInput): string =>
    `${rank(advance)} ${payerOf(advance)} ${advance.group ?? ''} ${String(yuanFen(advance.amount)).padStart(14, '0')}`;
  return key(a) < key(b) ? -1 : 1;
};

/** Nets every advance by its payer and item group, refunds it out of what is owed, and reports what was paid too much. */
export const netAdvances = (dues: readonly Due[], settling: Settling): { dues: Due[]; surplus: Surplus[] } => {
  const opens: Open[] = dues.map((due) => ({ due, leftFen: due.dueFen, ownFen: 0, refunds: new Map() }));
  const surplus: Surplus[] = [];
  const advances = (settling.input.advances ?? []).map((advance, index) => ({ advance, path: `advances[${index}]` }));
  for (const { advance, path } of [...advances].sort((a, b) => compareAdvances(a.advance, b.advance))) {
    if (advance.inClaim === false) {
      settling.ledger.note('advance-not-in-claim', path, { payer: payerOf(advance) });
      continue;
    }
    const amountFen = settleAdvance(
      advance,
      opens.filter((open) => open.due.victimId === advance.victim),
      settling,
    );
    if (amountFen === 0) continue;
    recordSurplus(settling);
    surplus.push({ victimId: advance.victim, payer: payerOf(advance), amountFen, path });
    settling.ledger.note('overpaid', path, { payer: payerOf(advance), amountFen });
  }
  return {
    dues: opens.map(({ due, leftFen, ownFen, refunds }) => ({
      ...due,
      alreadyPaidFen: ownFen,
      refunds: [...refunds].map(([to, amountFen]) => ({ to, amountFen })),
      toVictimFen: leftFen,
    })),
    surplus,
  };
};
