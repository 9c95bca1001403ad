import { compareText } from '../../kernel/compare-text.ts';
import { daysFrom, daysOfPeriod } from '../../damages/engine/calendar.ts';
import type { TreatmentEvent } from '../../doctors/model.ts';
import { finding, type Finding } from './finding.ts';

/** One stretch of treatment; a stay that still runs has no end. */
export type Treated = {
  readonly id: string;
  readonly kind: TreatmentEvent['kind'];
  readonly fromOn: string;
  readonly untilOn: string | null;
};

type Events = readonly Pick<TreatmentEvent, 'id' | 'kind' | 'fromOn' | 'untilOn'>[];

/** Bills are no treatment: they are what is checked against it. */
export const treatedOf = (events: Events): Treated[] =>
  events
    .flatMap(({ id, kind, fromOn, untilOn }) =>
      fromOn === null || kind === 'bill' ? [] : [{ id, kind, fromOn, untilOn: kind === 'stay' ? untilOn : (untilOn ?? fromOn) }],
    )
    .toSorted((a, b) => compareText(a.fromOn, b.fromOn) || compareText(a.id, b.id));

export const coversDay = ({ fromOn, untilOn }: Treated, on: string): boolean => fromOn <= on && (untilOn === null || on <= untilOn);

export const staysOf = (treated: readonly Treated[]): Treated[] => treated.filter(({ kind }) => kind === 'stay');

/** Two stays that share more than the day of a transfer: nobody lies in two beds. */
export const overlapFindings = (partyId: string, treated: readonly Treated[]): Finding[] => {
  const stays = staysOf(treated);
  return stays.flatMap((a, index) =>
    stays.slice(index + 1).flatMap((b) => {
      const end = a.untilOn === null ? b.untilOn : b.untilOn === null || a.untilOn < b.untilOn ? a.untilOn : b.untilOn;
      const days = end === null ? Infinity : daysFrom(b.fromOn, end);
      if (days < 1) return [];
      const facts = { fromOn: b.fromOn, untilOn: end ?? '', days: end === null ? 0 : daysOfPeriod(b.fromOn, end) };
      return [finding('stay.overlap', partyId, { treatmentIds: [a.id, b.id], facts })];
    }),
  );
};

/** Days in hospital, each day once, the first and the last counted; null while a stay still runs or none is known. */
export const daysInHospital = (treated: readonly Treated[]): number | null => {
  const stays = staysOf(treated);
  if (stays.length === 0 || stays.some(({ untilOn }) => untilOn === null)) return null;
  let total = 0;
  let last = '';
  for (const { fromOn, untilOn } of stays) {
    const end = untilOn ?? fromOn;
    if (end <= last) continue;
    total += daysOfPeriod(fromOn, end) - (fromOn <= last && last !== '' ? daysOfPeriod(fromOn, last) : 0);
    last = end;
  }
  return total;
};
