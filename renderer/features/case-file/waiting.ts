import type { CaseFile } from '../../../shared/cases/contract.ts';
import type { ClockView } from '../../../shared/clocks/view.ts';

/** The facts of the sentence that leads the page: whom we wait for, since when, under which clock. */
export type Waiting = { clock: ClockView; name: string | null; days: number; overdue: boolean };

const dayMs = 86_400_000;

/** Clocks of one injured party together with those of the whole case, the next one first. */
export const clocksOf = (file: CaseFile, partyId: string | null): ClockView[] =>
  file.clocks.filter((clock) => clock.partyId === null || clock.partyId === partyId).toSorted((a, b) => a.dueAt.localeCompare(b.dueAt));

/** The name we last spoke to on that side, so that the sentence can name a person instead of a role. */
const nameOf = (file: CaseFile, clock: ClockView): string | null =>
  file.logs
    .filter((log) => log.counterpart === clock.waitingFor && log.voidReason === null && log.counterpartName !== null)
    .toSorted((a, b) => b.contactAt.localeCompare(a.contactAt))[0]?.counterpartName ?? null;

export const waitingOf = (file: CaseFile, partyId: string | null, now: string): Waiting | null => {
  const [clock] = clocksOf(file, partyId);
  if (clock === undefined) return null;
  const days = Math.max(0, Math.floor((Date.parse(now) - Date.parse(clock.startedAt)) / dayMs));
  return { clock, name: nameOf(file, clock), days, overdue: clock.dueAt < now };
};

/** When the person was last reached, or null. */
export const lastContactAt = (file: CaseFile): string | null =>
  file.logs
    .filter((log) => log.outcome === 'reached' && log.voidReason === null)
    .map((log) => log.contactAt)
    .toSorted()
    .at(-1) ?? null;
