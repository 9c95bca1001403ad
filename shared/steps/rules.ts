import { compareText } from '../kernel/compare-text.ts';
import { callbackGate, doctorGate, escalationGate, followGate, noPartyGate, reviewGate, visitGate } from './gates.ts';
import type { Gate, GateLimits } from './gates.ts';
import { stepNumbers, type StepEventKind, type StepNumber, type StepState } from './model.ts';
import type { CaseSnapshot, PartySnapshot, StepEventSnapshot } from './snapshot.ts';
import type { StepView } from './view.ts';

/** Steps that belong to the case as a whole; all others run per injured party. Source: product.md, "The objects". */
export const caseSteps: readonly number[] = [1, 6];

/** What each step rests on: if one of these is reopened later, the step asks to be looked at again. */
const restsOn: Record<StepNumber, readonly StepNumber[]> = { 1: [], 2: [1], 3: [2], 4: [2, 3], 5: [3, 4], 6: [5] };

/** All steps of a case: 1 and 6 once, 2 to 5 per injured party, or once with `visit.no-party` while there is none. */
export const stepsOf = (file: CaseSnapshot, limits: GateLimits): StepView[] => {
  const parties: readonly (PartySnapshot | null)[] = file.parties.length === 0 ? [null] : file.parties;
  return stepNumbers.flatMap((step) =>
    caseSteps.includes(step)
      ? [stepOf(file, { step, party: null }, limits)]
      : parties.map((party) => stepOf(file, { step, party }, limits)),
  );
};

type Place = { step: StepNumber; party: PartySnapshot | null };

/** One step of one party (or of the case) with its state, its gate and the reason of its last decision. */
export const stepOf = (file: CaseSnapshot, place: Place, limits: GateLimits): StepView => {
  const partyId = place.party?.id ?? null;
  const events = eventsOf(file, place.step, partyId);
  const gate = gateFor(file, place, limits);
  return {
    step: place.step,
    partyId,
    state: stateOf(file, place, events),
    percent: gate.percent,
    unmet: gate.unmet,
    round: 1 + events.filter(({ event }) => event === 'repeated').length,
    reason: events.at(-1)?.reason ?? null,
  };
};

const gateFor = (file: CaseSnapshot, { step, party }: Place, limits: GateLimits): Gate => {
  if (step === 1) return callbackGate(file);
  if (step === 6) return escalationGate(file);
  if (party === null) return noPartyGate;
  if (step === 2) return visitGate(party);
  if (step === 3) return doctorGate(party);
  return step === 4 ? followGate(party, limits) : reviewGate(party);
};

/** Decisions about a step in the order they were made. */
export const eventsOf = (file: CaseSnapshot, step: number, partyId: string | null): StepEventSnapshot[] =>
  file.events.filter((event) => event.step === step && event.partyId === partyId).sort((a, b) => compareText(a.at, b.at));

const stateOf = (file: CaseSnapshot, place: Place, events: readonly StepEventSnapshot[]): StepState => {
  const last = events.at(-1);
  if (!last) return hasBegun(file, place) ? 'working' : 'not-started';
  if (last.event !== 'finished' && last.event !== 'waived') return 'working';
  if (reopenedBelow(file, place, last.at)) return 'attention';
  return last.event === 'finished' ? 'done' : 'waived';
};

const reopenedBelow = (file: CaseSnapshot, { step, party }: Place, since: string): boolean => {
  const below = new Set<number>(allBelow(step));
  return file.events.some(
    (event) =>
      below.has(event.step) &&
      (event.partyId === null || party === null || event.partyId === party.id) &&
      event.event === 'reopened' &&
      event.at > since,
  );
};

const allBelow = (step: StepNumber): StepNumber[] => restsOn[step].flatMap((lower) => [lower, ...allBelow(lower)]);

/** Work that counts as a beginning although nobody pressed "start". */
const hasBegun = (file: CaseSnapshot, { step, party }: Place): boolean => {
  if (step === 1) return file.callbackLogs > 0;
  if (step === 6) return file.escalations.length > 0;
  if (party === null) return false;
  if ((party.logsByStep[step] ?? 0) > 0) return true;
  if (step === 2) return party.statementTopics > 0 || party.identityPhotos > 0 || party.injuryPhotos > 0;
  if (step === 3) return party.diagnosesCoded > 0 || party.estimates > 0;
  return step === 5 && (party.items > 0 || party.offer !== null);
};

const leastFirst: readonly StepState[] = ['attention', 'working', 'waived', 'done'];

/** The six dots of a case: per step the least advanced party that has begun decides. */
export const dotsOf = (steps: readonly StepView[]): StepState[] =>
  stepNumbers.map((step) => {
    const begun = steps.filter((view) => view.step === step).map(({ state }) => state);
    return leastFirst.find((state) => begun.includes(state)) ?? 'not-started';
  });

/** Whether a decision fits the decisions made before. */
export const canDecide = (event: StepEventKind, earlier: readonly StepEventSnapshot[]): boolean => {
  const last = earlier.at(-1)?.event ?? null;
  const closed = last === 'finished' || last === 'waived';
  if (event === 'started') return last === null;
  return event === 'repeated' || event === 'reopened' ? closed : !closed;
};

/** Whether a decision needs a reason: all but starting, and finishing when the gate is met. */
export const needsReason = (event: StepEventKind, unmet: number): boolean => (event === 'finished' ? unmet > 0 : event !== 'started');
