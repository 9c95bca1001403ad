import type { InjuredParty } from '../parties/model.ts';
import type { TreatmentEvent } from './model.ts';

type Stays = readonly Pick<TreatmentEvent, 'partyId' | 'kind' | 'fromOn' | 'untilOn' | 'voidReason'>[];
type Person = Pick<InjuredParty, 'id' | 'admittedOn' | 'dischargedOn'>;
export type StayDays = { admittedOn: string | null; dischargedOn: string | null };

/**
 * First day and last day in hospital: what the person's own fields say, else the stays of the treatment timeline, so that no
 * date is typed twice. A stay that still runs leaves the last day open.
 */
export const stayOf = ({ id, admittedOn, dischargedOn }: Person, treatments: Stays): StayDays => {
  const stays = treatments.filter(({ partyId, kind, voidReason }) => partyId === id && kind === 'stay' && voidReason === null);
  const first = stays.flatMap(({ fromOn }) => fromOn ?? []).toSorted()[0];
  const ends = stays.flatMap(({ untilOn }) => untilOn ?? []).toSorted();
  const last = ends.length === stays.length ? ends.at(-1) : undefined;
  return { admittedOn: admittedOn ?? first ?? null, dischargedOn: dischargedOn ?? last ?? null };
};
