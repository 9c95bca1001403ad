import { show, sumFen } from '../../damages/engine/exact.ts';
import type { StandardsPack } from '../../damages/engine/standards-pack.ts';
import type { Due } from './advances.ts';
import { payCommercial, type CommercialPayment } from './commercial.ts';
import { payCompulsory, type CompulsoryResult } from './compulsory.ts';
import { computeExcess, type Excess } from './excess.ts';
import { computeLiabilities, type Liability } from './liability.ts';
import { isInside, type Settling, type Vehicle, type Victim } from './parties.ts';
import { paySeat } from './seat-cover.ts';

/** One side's liability towards one person, divided among cover, person and the person himself. */
export type Carried = Liability & {
  readonly commercialFen: number;
  readonly seatFen: number;
  readonly personFen: number;
  readonly selfFen: number;
};

export type Owed = {
  readonly compulsory: CompulsoryResult;
  readonly byVictim: readonly { readonly victim: Victim; readonly excess: Excess; readonly carried: readonly Carried[] }[];
  readonly dues: readonly Due[];
};

/** The own side of a driver or rider owes nobody: what seat cover leaves stays with that person. */
const isOwnDriver = (victim: Victim, vehicle: Vehicle): boolean =>
  victim.input.position !== 'passenger' && isInside(victim.input, vehicle.input);

const carry = (
  liability: Liability,
  excess: Excess,
  { payments, settling }: { payments: readonly CommercialPayment[]; settling: Settling },
): Carried => {
  const { vehicle } = liability;
  const unit = new Set(
    settling.vehicles
      .filter(({ input }) => input.id === vehicle.input.id || input.tractor === vehicle.input.id)
      .map(({ input }) => input.id),
  );
  const commercialFen = sumFen(
    payments
      .filter((payment) => payment.victimId === excess.victim.input.id && unit.has(payment.vehicleId))
      .map((payment) => payment.amountFen),
  );
  const seatFen = paySeat(excess, liability, settling);
  const rest = liability.amountFen - commercialFen - seatFen;
  const own = isOwnDriver(excess.victim, vehicle);
  return { ...liability, commercialFen, seatFen, personFen: own ? 0 : rest, selfFen: own ? rest : 0 };
};

const due = (part: Pick<Due, 'victimId' | 'layer' | 'vehicleId' | 'dueFen'>, group: string | null = null): Due => {
  const holder = part.layer === 'uninsuredCompulsory' ? 'person' : part.layer;
  return { ...part, group, payer: `${holder}:${part.vehicleId}`, alreadyPaidFen: 0, refunds: [], toVictimFen: part.dueFen };
};

const compulsoryDues = (compulsory: CompulsoryResult): Due[] =>
  compulsory.pools.flatMap((pool) =>
    [...(compulsory.paid.get(pool.id) ?? [])].map(([victimId, amountFen]) =>
      due(
        { victimId, layer: pool.insured ? 'compulsory' : 'uninsuredCompulsory', vehicleId: pool.vehicle.input.id, dueFen: amountFen },
        pool.group,
      ),
    ),
  );

const excessDues = (victimId: string, carried: readonly Carried[], payments: readonly CommercialPayment[]): Due[] => [
  ...payments
    .filter((payment) => payment.victimId === victimId)
    .map((payment) => due({ victimId, layer: 'commercial', vehicleId: payment.vehicleId, dueFen: payment.amountFen })),
  ...carried.map((part) => due({ victimId, layer: 'seat', vehicleId: part.vehicle.input.id, dueFen: part.seatFen })),
  ...carried.map((part) => due({ victimId, layer: 'person', vehicleId: part.vehicle.input.id, dueFen: part.personFen })),
];

/** All layers before advances: compulsory cover, excess by ratio, commercial and seat cover, the person at fault. */
export const computeOwed = (settling: Settling, pack: StandardsPack): Owed => {
  const compulsory = payCompulsory(settling);
  const rated = settling.victims.map((victim) => {
    const excess = computeExcess(victim, compulsory, settling);
    return { victim, excess, liabilities: computeLiabilities(excess, settling, pack) };
  });
  const payments = settling.vehicles.flatMap((vehicle, index) => {
    const claims = rated.flatMap(({ excess, liabilities }) => {
      const liability = liabilities[index];
      return liability === undefined ? [] : [{ excess, liability }];
    });
    return payCommercial(vehicle, claims, settling);
  });
  const byVictim = rated.map(({ victim, excess, liabilities }) => ({
    victim,
    excess,
    carried: liabilities.map((liability) => carry(liability, excess, { payments, settling })),
  }));
  const dues = [
    ...compulsoryDues(compulsory),
    ...byVictim.flatMap(({ victim, carried }) => excessDues(victim.input.id, carried, payments)),
  ];
  return { compulsory, byVictim, dues: dues.filter((entry) => entry.dueFen > 0) };
};

/** The working of one liability as text, in yuan: `(412031.56 − 0.00) × 0.7`. */
export const liabilityWorking = (excess: Excess, carried: Carried): string =>
  `${(excess.sharedFen / 100).toFixed(2)} × ${show(carried.ratio)}${carried.personalFullFen === 0 ? '' : ` + ${(carried.personalFullFen / 100).toFixed(2)}`}`;
