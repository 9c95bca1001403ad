import type { CaseFile } from '../../../shared/cases/contract.ts';
import type { TreatmentEvent, TreatmentKind } from '../../../shared/doctors/model.ts';
import { daysBetween, readTimeline, spansOf, type Span, type TimelineFinding } from '../../../shared/doctors/treatment-timeline.ts';
import { chinaDateOf } from '../../../shared/kernel/dates.ts';

export const treatmentsOf = (file: CaseFile, partyId: string): TreatmentEvent[] =>
  file.treatments
    .filter((event) => event.partyId === partyId && event.voidReason === null)
    .toSorted((a, b) => (a.fromOn ?? '').localeCompare(b.fromOn ?? '') || a.at.localeCompare(b.at));

/** One bar or point: `start` and `end` in percent of the width, `row` below another that lies at the same time. */
export type Placed = Span & { start: number; end: number; row: number };
export type Chart = {
  fromOn: string;
  untilOn: string;
  accident: number | null;
  lanes: { kind: TreatmentKind; rows: number; placed: Placed[] }[];
  gaps: { start: number; end: number; days: number }[];
  findings: readonly TimelineFinding[];
};

/** Stays lie above each other when they meet; a point needs a little room as well. */
const rowsOf = (spans: readonly Omit<Placed, 'row'>[]): Placed[] => {
  const ends: number[] = [];
  return spans.map((span) => {
    const free = ends.findIndex((end) => end <= span.start);
    const row = free === -1 ? ends.length : free;
    ends[row] = Math.max(span.end, span.start + 4);
    return { ...span, row };
  });
};

const laneKinds: readonly TreatmentKind[] = ['stay', 'operation', 'clinic', 'rehab', 'bill'];

/** Where everything stands on the timeline of one person; null while there is nothing to draw. */
export const chartOf = (file: CaseFile, partyId: string, today: string): Chart | null => {
  const events = treatmentsOf(file, partyId);
  const spans = spansOf(events, today);
  if (spans.length === 0) return null;
  const accidentOn = file.case.accidentAt === null ? null : chinaDateOf(file.case.accidentAt);
  const days = [...spans.flatMap(({ fromOn, untilOn }) => [fromOn, untilOn]), ...(accidentOn === null ? [] : [accidentOn])].toSorted();
  const fromOn = days[0] ?? today;
  const untilOn = days.at(-1) ?? today;
  const whole = Math.max(1, daysBetween(fromOn, untilOn) + 1);
  const at = (on: string): number => (daysBetween(fromOn, on) / whole) * 100;
  const findings = readTimeline(events, { accidentOn, today });
  return {
    fromOn,
    untilOn,
    accident: accidentOn === null ? null : at(accidentOn),
    lanes: laneKinds.flatMap((kind) => {
      const own = spans
        .filter((span) => span.kind === kind)
        .map((span) => ({ ...span, start: at(span.fromOn), end: at(span.untilOn) + 100 / whole }));
      const placed = rowsOf(own);
      return placed.length === 0 ? [] : [{ kind, rows: Math.max(...placed.map(({ row }) => row)) + 1, placed }];
    }),
    gaps: findings.flatMap((one) =>
      one.rule === 'T1' ? [{ start: at(one.fromOn), end: at(one.untilOn) + 100 / whole, days: one.days }] : [],
    ),
    findings,
  };
};
