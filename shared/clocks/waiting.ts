import { compareText } from '../kernel/compare-text.ts';
import { z } from 'zod';
import type { ContactLog } from '../contacts/model.ts';
import { clockViewSchema, type ClockView } from './view.ts';

/** 在等谁: whom the case waits for, since when and under which clock; one per injured party, and one for the case itself. */
export const waitingSchema = z.object({
  partyId: z.string().nullable(),
  clock: clockViewSchema,
  /** The person last spoken to on that side, so that the sentence can name somebody. */
  name: z.string().nullable(),
});
export type Waiting = z.infer<typeof waitingSchema>;

/** Clocks of one injured party together with those of the whole case, the next one first. */
export const clocksOfParty = (clocks: readonly ClockView[], partyId: string | null): ClockView[] =>
  clocks.filter((clock) => clock.partyId === null || clock.partyId === partyId).toSorted((a, b) => compareText(a.dueAt, b.dueAt));

type Log = Pick<ContactLog, 'counterpart' | 'counterpartName' | 'contactAt' | 'voidReason'>;

const nameOf = (logs: readonly Log[], { waitingFor }: ClockView): string | null =>
  logs
    .filter((log) => log.counterpart === waitingFor && log.voidReason === null && log.counterpartName !== null)
    .toSorted((a, b) => compareText(b.contactAt, a.contactAt))[0]?.counterpartName ?? null;

/** The sentence's facts for the case itself and for each of its injured parties; who waits under no clock is left out. */
export const waitingOf = (clocks: readonly ClockView[], logs: readonly Log[], partyIds: readonly string[]): Waiting[] =>
  [null, ...partyIds].flatMap((partyId) => {
    const [clock] = clocksOfParty(clocks, partyId);
    return clock === undefined ? [] : [{ partyId, clock, name: nameOf(logs, clock) }];
  });
