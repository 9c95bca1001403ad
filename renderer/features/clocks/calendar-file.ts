import ical, { ICalAlarmType } from 'ical-generator';
import type { ClockKind } from '../../../shared/clocks/view.ts';

type Entry = { caseId: string; partyId: string | null; kind: ClockKind; refId: string | null; dueAt: string; reportNumber: string };
type Words = { title: string; eventOf: (entry: Entry) => string };

const remindBeforeSeconds = 30 * 60;

/**
 * 日历文件: one event per clock at its due time, with a reminder. Source: RFC 5545. A calendar lies outside the encrypted file
 * and is often shared, so an event says the report number and the kind of clock and nothing about people.
 */
export const calendarFileOf = (entries: readonly Entry[], { title, eventOf }: Words, now: string): string => {
  const calendar = ical({ name: title, prodId: { company: 'liubu', product: 'clocks' } });
  for (const entry of entries) {
    const { caseId, partyId, kind, refId, dueAt } = entry;
    const summary = eventOf(entry);
    const event = calendar.createEvent({
      // The same clock keeps its id, so that importing again moves an event instead of doubling it.
      id: `${[caseId, kind, partyId, refId].filter((part) => part !== null).join('-')}@liubu`,
      stamp: new Date(now),
      start: new Date(dueAt),
      end: new Date(Date.parse(dueAt) + 15 * 60_000),
      summary,
    });
    event.createAlarm({ type: ICalAlarmType.display, trigger: remindBeforeSeconds, description: summary });
  }
  return calendar.toString();
};
