import { addMinutes } from '../kernel/dates.ts';
import { addWorkdays, toCallHours } from '../kernel/work-calendar.ts';
import type { CaseSnapshot, PartySnapshot } from '../steps/snapshot.ts';
import type { ClockView } from './view.ts';

const hour = 60;
const day = 24 * hour;

/** Company limits in minutes. Source: product.md, "Clocks" (defaults; they become settings with an owner). */
export const clockLimits = {
  firstCallback: { serious: 2 * hour, ordinary: 4 * hour },
  visit: day,
  progress: 3 * day,
  question: { plain: day, complex: 2 * day },
  escalationWorkdays: 1,
  decisionToTell: day,
} as const;

const calmSteps: readonly string[] = ['finished', 'waived'];

/** Every clock that runs for an open case, earliest due first. Calls are never due at night; visits and promises may be. */
export const runningClocks = (file: CaseSnapshot): ClockView[] =>
  file.open
    ? [...firstCallback(file), ...visits(file), ...progress(file), ...questions(file), ...promises(file), ...escalations(file)].sort(
        (a, b) => a.dueAt.localeCompare(b.dueAt),
      )
    : [];

type Running = Omit<ClockView, 'caseId' | 'dueAt' | 'basis' | 'waitingFor' | 'what' | 'refId' | 'partyId'> & Partial<ClockView>;

const clock = (file: CaseSnapshot, running: Running, dueAt: string): ClockView => ({
  caseId: file.caseId,
  partyId: null,
  basis: 'company',
  refId: null,
  waitingFor: 'us',
  what: null,
  ...running,
  dueAt,
});

const isDecided = (file: CaseSnapshot, step: number, partyId: string | null): boolean => {
  const own = file.events.filter((event) => event.step === step && event.partyId === partyId).sort((a, b) => a.at.localeCompare(b.at));
  return calmSteps.includes(own.at(-1)?.event ?? '');
};

/** 首次回访: ended by a contact of step 1 that reached the insured or the driver, or by finishing or waiving the step. */
const firstCallback = (file: CaseSnapshot): ClockView[] => {
  if (file.firstReachedAt !== null || isDecided(file, 1, null)) return [];
  const startedAt = file.reportedAt ?? file.madeAt;
  const minutes = clockLimits.firstCallback[file.severity ?? 'ordinary'];
  return [clock(file, { kind: 'first-callback', startedAt }, toCallHours(addMinutes(startedAt, minutes)))];
};

/** 到院查勘: per injured party from when the hospital was known; for the case as a whole while no party is entered. */
const visits = (file: CaseSnapshot): ClockView[] => {
  if (file.parties.length > 0) return file.parties.flatMap((party) => visit(file, party));
  if (file.hospital === null) return [];
  const startedAt = file.reportedAt ?? file.madeAt;
  return [clock(file, { kind: 'visit', startedAt }, addMinutes(startedAt, clockLimits.visit))];
};

const visit = (file: CaseSnapshot, party: PartySnapshot): ClockView[] => {
  const known = party.hospitalKnownAt ?? ((party.hospital ?? file.hospital) ? party.madeAt : null);
  if (known === null || party.visitedAt !== null || party.treatmentEnded || isDecided(file, 2, party.id)) return [];
  return [clock(file, { kind: 'visit', partyId: party.id, startedAt: known }, addMinutes(known, clockLimits.visit))];
};

const isTreated = (party: PartySnapshot): boolean => !party.treatmentEnded && party.offer !== 'accepted';

/** 进展告知: every three days to each side while somebody is in treatment, counted from the last contact that reached them. */
const progress = (file: CaseSnapshot): ClockView[] => {
  const treated = file.parties.filter(isTreated);
  const inTreatment = treated.length > 0 || file.parties.length === 0;
  const due = (at: string): string => toCallHours(addMinutes(at, clockLimits.progress));
  const insured =
    inTreatment && file.lastInsuredReachedAt !== null
      ? [clock(file, { kind: 'progress-insured', startedAt: file.lastInsuredReachedAt }, due(file.lastInsuredReachedAt))]
      : [];
  const injured = treated.flatMap(({ id, lastReachedAt }) =>
    lastReachedAt === null ? [] : [clock(file, { kind: 'progress-injured', partyId: id, startedAt: lastReachedAt }, due(lastReachedAt))],
  );
  return [...insured, ...injured];
};

const questions = (file: CaseSnapshot): ClockView[] =>
  file.questions.map(({ id, partyId, askedAt, complex, body }) =>
    clock(
      file,
      { kind: 'question', partyId, refId: id, startedAt: askedAt, what: body },
      toCallHours(addMinutes(askedAt, complex ? clockLimits.question.complex : clockLimits.question.plain)),
    ),
  );

const promises = (file: CaseSnapshot): ClockView[] =>
  file.promises.map(({ id, partyId, side, what, madeAt, dueAt, counterpart }) => {
    const them = counterpart ?? (partyId === null ? 'insured' : 'injured');
    const waitingFor = side === 'us' ? 'us' : them;
    return clock(file, { kind: 'promise', basis: 'promise', partyId, refId: id, waitingFor, startedAt: madeAt, what }, dueAt);
  });

/** 上报: a superior decides within one working day; then the decision is told within a day. */
const escalations = (file: CaseSnapshot): ClockView[] =>
  file.escalations.flatMap(({ id, partyId, state, ask, madeAt, submittedAt, decidedAt }) => {
    const common = { partyId, refId: id, what: ask };
    if (state === 'submitted') {
      const startedAt = submittedAt ?? madeAt;
      const due = addWorkdays(startedAt, clockLimits.escalationWorkdays).at;
      return [clock(file, { ...common, kind: 'escalation-decision', waitingFor: 'superior', startedAt }, due)];
    }
    if (!['approved', 'approved-less', 'refused'].includes(state)) return [];
    const startedAt = decidedAt ?? madeAt;
    const due = toCallHours(addMinutes(startedAt, clockLimits.decisionToTell));
    return [clock(file, { ...common, kind: 'decision-to-tell', startedAt }, due)];
  });
