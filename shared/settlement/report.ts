import { fenToYuan, show } from '../damages/engine/exact.ts';
import type { Due, Surplus } from './layers/advances.ts';
import { liabilityWorking, type Carried, type Owed } from './layers/owed.ts';
import type { Settling } from './layers/parties.ts';
import type { ItemResult, LiabilityResult, Money, PayerResult, PaymentResult, PoolResult, Settlement, VictimResult } from './result.ts';

export const money = (fen: number): Money => ({ fen, yuan: fenToYuan(fen) });

type Netted = { readonly dues: readonly Due[]; readonly surplus: readonly Surplus[] };
type Settled = Owed['byVictim'][number];

const sumOf = <Entry>(entries: readonly Entry[], pick: (entry: Entry) => number): number =>
  entries.reduce((sum, entry) => sum + pick(entry), 0);

const liabilityResult = (settled: Settled, carried: Carried): LiabilityResult => ({
  vehicle: carried.vehicle.input.id,
  ratio: show(carried.ratio),
  amount: money(carried.amountFen),
  commercial: money(carried.commercialFen),
  seat: money(carried.seatFen),
  person: money(carried.personFen),
  self: money(carried.selfFen),
  working: liabilityWorking(settled.excess, carried),
});

const paymentResult = (due: Due): PaymentResult => ({
  payer: due.payer,
  layer: due.layer,
  vehicle: due.vehicleId,
  group: due.group,
  due: money(due.dueFen),
  alreadyPaid: money(due.alreadyPaidFen),
  refunds: due.refunds.map((refund) => ({ to: refund.to, amount: money(refund.amountFen) })),
  toVictim: money(due.toVictimFen),
});

const totalsOf = (settled: Settled): VictimResult['totals'] => {
  const { victim } = settled;
  const sums = { medical: 0, deathDisability: 0, property: 0, outside: 0, personal: 0, personalFull: 0 };
  for (const item of victim.items) sums[item.group] += item.amountFen;
  return {
    total: money(sumOf(victim.items, (item) => item.amountFen)),
    medical: money(sums.medical),
    deathDisability: money(sums.deathDisability),
    property: money(sums.property),
    outside: money(sums.outside),
    personal: money(sums.personal),
    personalFull: money(sums.personalFull),
    claimed: money(sumOf(victim.items, (item) => item.claimedFen ?? item.amountFen)),
  };
};

const itemResults = (settled: Settled): ItemResult[] =>
  settled.excess.splits.map(({ item, compulsoryFen, excessFen }) => ({
    ...item,
    compulsory: money(compulsoryFen),
    excess: money(excessFen),
  }));

const victimResult = (settled: Settled, netted: Netted): VictimResult => {
  const { victim, excess, carried } = settled;
  const own = netted.dues.filter((due) => due.victimId === victim.input.id);
  const fromPools = own.filter((due) => due.group !== null);
  const awardedFen = sumOf(own, (due) => due.dueFen);
  return {
    id: victim.input.id,
    label: victim.input.label ?? victim.input.id,
    items: itemResults(settled),
    totals: totalsOf(settled),
    compulsory: fromPools.map((due) => ({ vehicle: due.vehicleId, payer: due.payer, group: due.group ?? '', amount: money(due.dueFen) })),
    compulsoryTotal: money(excess.compulsoryFen),
    excess: money(excess.sharedFen + excess.personalFullFen),
    liabilities: carried.map((part) => liabilityResult(settled, part)),
    liableTotal: money(sumOf(carried, (part) => part.amountFen)),
    ownShare: money(sumOf(victim.items, (item) => item.amountFen) - awardedFen),
    payments: own.map(paymentResult),
    awarded: money(awardedFen),
    alreadyPaid: money(sumOf(own, (due) => due.alreadyPaidFen)),
    refunded: money(sumOf(own, (due) => sumOf(due.refunds, (refund) => refund.amountFen))),
    receives: money(sumOf(own, (due) => due.toVictimFen)),
    surplus: netted.surplus
      .filter((entry) => entry.victimId === victim.input.id)
      .map((entry) => ({ payer: entry.payer, amount: money(entry.amountFen) })),
  };
};

const poolResults = (owed: Owed): PoolResult[] =>
  owed.compulsory.pools.map((pool) => {
    const shares = [...(owed.compulsory.paid.get(pool.id) ?? [])];
    return {
      vehicle: pool.vehicle.input.id,
      group: pool.group,
      insured: pool.insured,
      side: pool.side,
      limit: money(pool.limitFen),
      used: money(pool.usedFen),
      reserve: money(pool.reserveFen),
      available: money(pool.availableFen),
      shares: shares.map(([victim, amountFen]) => ({ victim, amount: money(amountFen) })),
      left: money(pool.availableFen - sumOf(shares, ([, amountFen]) => amountFen)),
      mark: pool.mark,
      source: pool.source,
    };
  });

const payerResults = (dues: readonly Due[]): PayerResult[] => {
  const keys = [...new Set(dues.map((due) => `${due.payer}|${due.layer}`))];
  return keys.map((key) => {
    const own = dues.filter((due) => `${due.payer}|${due.layer}` === key);
    const [first] = own;
    return {
      payer: first?.payer ?? '',
      layer: first?.layer ?? 'person',
      vehicle: first?.vehicleId ?? '',
      total: money(sumOf(own, (due) => due.dueFen)),
      alreadyPaid: money(sumOf(own, (due) => due.alreadyPaidFen)),
      refunds: money(sumOf(own, (due) => sumOf(due.refunds, (refund) => refund.amountFen))),
      toVictims: money(sumOf(own, (due) => due.toVictimFen)),
    };
  });
};

const summaryOf = (victims: readonly VictimResult[], netted: Netted): Settlement['summary'] => {
  const layer = (names: readonly Due['layer'][]): Money =>
    money(
      sumOf(
        netted.dues.filter((due) => names.includes(due.layer)),
        (due) => due.dueFen,
      ),
    );
  const over = (pick: (victim: VictimResult) => Money): Money => money(sumOf(victims, (victim) => pick(victim).fen));
  return {
    loss: over((victim) => victim.totals.total),
    compulsory: layer(['compulsory', 'uninsuredCompulsory']),
    commercial: layer(['commercial']),
    seat: layer(['seat']),
    person: layer(['person']),
    ownShare: over((victim) => victim.ownShare),
    alreadyPaid: over((victim) => victim.alreadyPaid),
    refunds: over((victim) => victim.refunded),
    receives: over((victim) => victim.receives),
    surplus: money(sumOf(netted.surplus, (entry) => entry.amountFen)),
  };
};

/** The figures a person or a machine reads, in the order of the file. */
export const reportOf = (
  settling: Settling,
  owed: Owed,
  netted: Netted,
): Pick<Settlement, 'victims' | 'pools' | 'payers' | 'recourse' | 'summary'> => {
  const inFileOrder = settling.input.victims.flatMap((victim) => owed.byVictim.filter((settled) => settled.victim.input.id === victim.id));
  const victims = inFileOrder.map((settled) => victimResult(settled, netted));
  return {
    victims,
    pools: poolResults(owed),
    payers: payerResults(netted.dues),
    recourse: owed.compulsory.recourse.map((entry) => ({
      from: entry.from,
      to: entry.to,
      amount: money(entry.amountFen),
      reason: entry.reason,
    })),
    summary: summaryOf(victims, netted),
  };
};
