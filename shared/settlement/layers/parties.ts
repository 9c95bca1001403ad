import type { AssessedItem } from '../../damages/engine/assess.ts';
import { fenOf } from '../../damages/engine/exact.ts';
import type { Ledger } from '../../damages/engine/ledger.ts';
import type { CaseInput, ConventionsInput, VictimInput } from '../input/case-input.ts';
import type { PoolGroup, VehicleInput } from '../input/vehicle-input.ts';

/** A vehicle of the case with its place in the file, which error paths need after sorting. */
export type Vehicle = { readonly input: VehicleInput; readonly path: string };
export type Victim = { readonly input: VictimInput; readonly path: string; readonly items: readonly AssessedItem[] };

/** What every layer reads. Vehicles and victims are sorted by id, so remainders do not depend on the order in the file. */
export type Settling = {
  readonly input: CaseInput;
  readonly conventions: ConventionsInput;
  readonly vehicles: readonly Vehicle[];
  readonly victims: readonly Victim[];
  readonly ledger: Ledger;
};

export const byId = <Entry extends { input: { id: string } }>(a: Entry, b: Entry): number => (a.input.id < b.input.id ? -1 : 1);

/** Sum of one group of a person's items. */
export const groupFen = (victim: Victim, group: AssessedItem['group']): number =>
  victim.items.reduce((sum, item) => (item.group === group ? sum + item.amountFen : sum), 0);

export const yuanFen = (amount: number | string | undefined): number => (amount === undefined ? 0 : fenOf(amount));

/** The unit a person sits in or rides: the own vehicle, and a trailer coupled to it. They are no third party to it (条例 art. 21). */
export const isInside = (victim: VictimInput, vehicle: VehicleInput): boolean => {
  if (victim.inVehicle === undefined) return false;
  return victim.inVehicle === vehicle.id || (vehicle.tractor !== undefined && victim.inVehicle === vehicle.tractor);
};

export const poolId = (vehicleId: string, group: PoolGroup): string => `${vehicleId}/${group}`;
