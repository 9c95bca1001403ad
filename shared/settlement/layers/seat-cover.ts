import { exact, exactRatio, shareOfFen } from '../../damages/engine/exact.ts';
import { uninsuredFen } from './exclusions.ts';
import type { Excess } from './excess.ts';
import type { Liability } from './liability.ts';
import { isInside, yuanFen, type Settling } from './parties.ts';

/**
 * 车上人员责任险: per seat `min(seat limit, (loss − other compulsory cover) × ratio) × (1 − deductible)`, for people inside.
 * Source: 2014 model clauses art. 38-48.
 */
export const paySeat = (excess: Excess, liability: Liability, settling: Settling): number => {
  const { input } = excess.victim;
  const { seat, id } = liability.vehicle.input;
  if (seat === undefined || input.inVehicle !== id || !isInside(input, liability.vehicle.input)) return 0;
  const limit = input.position === 'driver' ? seat.driverLimit : seat.passengerLimit;
  const owed = liability.amountFen - liability.personalFullFen;
  const out = uninsuredFen(excess, seat, { settling, path: `${liability.vehicle.path}.seat` });
  const insured = out === 0 ? owed : Math.min(owed, shareOfFen(excess.sharedFen - out, liability.ratio));
  const base = Math.min(yuanFen(limit), insured);
  return shareOfFen(base, exact(1).minus(exactRatio(seat.deductible ?? 0)));
};
