import { compareText } from '../kernel/compare-text.ts';
import { addMinutes } from '../kernel/dates.ts';
import { isAgreed } from '../offers/rules.ts';
import type { CaseSnapshot, PartySnapshot } from '../steps/snapshot.ts';
import { complaintClocks, letterClocks, offerClocks, paperClocks, paymentClocks, refusalClocks } from './settling-clocks.ts';
import { builtInRules, type ClockRules } from './limits.ts';
import { after, afterWorkdays, day, hour, inCallHours, tick, type Ticking } from './running.ts';
import type { ClockView } from './view.ts';

const calmSteps: readonly string[] = ['finished', 'waived'];

/** Every clock that runs for an open case, earliest due first. Calls are never due at night; visits and promises may be. */
export const runningClocks = (file: CaseSnapshot, rules: readonly ClockRules[] = [builtInRules]): ClockView[] => {
  if (!file.open) return [];
  const ticking: Ticking = { file, rules };
  const parts = [firstCallback, papersList, visits, recaps, progress, questions, promises, escalations, advances];
  const settling = [paperClocks, offerClocks, refusalClocks, letterClocks, paymentClocks, complaintClocks];
  return [...parts, ...settling].flatMap((part) => part(ticking)).sort((a, b) => compareText(a.dueAt, b.dueAt));
};

const isDecided = (file: CaseSnapshot, step: number, partyId: string | null): boolean => {
  const own = file.events.filter((event) => event.step === step && event.partyId === partyId).sort((a, b) => compareText(a.at, b.at));
  return calmSteps.includes(own.at(-1)?.event ?? '');
};

/** 首次回访: ended by a contact of step 1 that reached the insured or the driver, or by finishing or waiving the step. */
const firstCallback = (ticking: Ticking): ClockView[] => {
  const { file } = ticking;
  if (file.firstReachedAt !== null || isDecided(file, 1, null)) return [];
  const startedAt = file.reportedAt ?? file.madeAt;
  return [
    tick(ticking, { kind: 'first-callback', startedAt }, (limits, from) =>
      inCallHours(from, (file.severity === 'serious' ? limits.callbackSeriousHours : limits.callbackOrdinaryHours) * hour, limits),
    ),
  ];
};

/**
 * 一次性告知: once somebody was reached, the papers needed are named, all at once. Source: Insurance Law art. 22; Compulsory
 * Insurance Regulations art. 28 (one day).
 */
const papersList = (ticking: Ticking): ClockView[] => {
  const { file } = ticking;
  if (file.firstReachedAt === null || file.papersListed || isDecided(file, 1, null)) return [];
  return [
    tick(ticking, { kind: 'papers-list', startedAt: file.firstReachedAt }, (limits, from) => after(from, limits.papersListDays * day)),
  ];
};

/** 到院查勘: per injured party from when the hospital was known; for the case as a whole while no party is entered. */
const visits = (ticking: Ticking): ClockView[] => {
  const { file } = ticking;
  if (file.parties.length > 0) return file.parties.flatMap((party) => visit(ticking, party));
  if (file.hospital === null) return [];
  const startedAt = file.reportedAt ?? file.madeAt;
  return [tick(ticking, { kind: 'visit', startedAt }, (limits, from) => after(from, limits.visitHours * hour))];
};

const visit = (ticking: Ticking, party: PartySnapshot): ClockView[] => {
  const { file } = ticking;
  const known = party.hospitalKnownAt ?? ((party.hospital ?? file.hospital) ? party.madeAt : null);
  if (known === null || party.visitedAt !== null || party.treatmentEnded || isDecided(file, 2, party.id)) return [];
  return [tick(ticking, { kind: 'visit', partyId: party.id, startedAt: known }, (limits, from) => after(from, limits.visitHours * hour))];
};

/** 回顾: what was seen and said in the visit is told again within a day; ended by any later contact that reached that side. */
const recaps = (ticking: Ticking): ClockView[] =>
  ticking.file.parties
    .filter(isTreated)
    .flatMap(({ id, visitedAt, lastReachedAt }) =>
      visitedAt === null || (lastReachedAt !== null && lastReachedAt > visitedAt)
        ? []
        : [
            tick(ticking, { kind: 'visit-recap', partyId: id, startedAt: visitedAt }, (limits, from) =>
              inCallHours(from, limits.recapHours * hour, limits),
            ),
          ],
    );

const isTreated = (party: PartySnapshot): boolean => !party.treatmentEnded && !isAgreed(party.offer);

/** 进展告知: every few days to each side while somebody is in treatment, counted from the last contact that reached them. */
const progress = (ticking: Ticking): ClockView[] => {
  const { file } = ticking;
  const treated = file.parties.filter(isTreated);
  const inTreatment = treated.length > 0 || file.parties.length === 0;
  const told = (kind: 'progress-insured' | 'progress-injured', startedAt: string, partyId: string | null): ClockView =>
    tick(ticking, { kind, partyId, startedAt }, (limits, from) => inCallHours(from, limits.progressDays * day, limits));
  const insured = inTreatment && file.lastInsuredReachedAt !== null ? [told('progress-insured', file.lastInsuredReachedAt, null)] : [];
  const injured = treated.flatMap(({ id, lastReachedAt }) => (lastReachedAt === null ? [] : [told('progress-injured', lastReachedAt, id)]));
  return [...insured, ...injured];
};

const questions = (ticking: Ticking): ClockView[] =>
  ticking.file.questions.map(({ id, partyId, askedAt, complex, body }) =>
    tick(ticking, { kind: 'question', partyId, refId: id, startedAt: askedAt, what: body }, (limits, from) => ({
      ...inCallHours(from, (complex ? limits.questionComplexHours : limits.questionPlainHours) * hour, limits),
      warnAt: addMinutes(from, limits.questionReminderHours * hour),
    })),
  );

const promises = (ticking: Ticking): ClockView[] =>
  ticking.file.promises.map(({ id, partyId, side, what, madeAt, dueAt, counterpart }) => {
    const them = counterpart ?? (partyId === null ? 'insured' : 'injured');
    const waitingFor = side === 'us' ? 'us' : them;
    return tick(ticking, { kind: 'promise', partyId, refId: id, waitingFor, startedAt: madeAt, what }, () => ({ at: dueAt }));
  });

/** 上报: a superior decides within working days; then the decision is told within a day. */
const escalations = (ticking: Ticking): ClockView[] =>
  ticking.file.escalations.flatMap(({ id, partyId, state, ask, madeAt, submittedAt, decidedAt }) => {
    const common = { partyId, refId: id, what: ask };
    if (state === 'submitted') {
      const start = { ...common, kind: 'escalation-decision', waitingFor: 'superior', startedAt: submittedAt ?? madeAt } as const;
      return [tick(ticking, start, (limits, from) => afterWorkdays(from, limits.escalationWorkdays))];
    }
    if (!['approved', 'approved-less', 'refused'].includes(state)) return [];
    return [
      tick(ticking, { ...common, kind: 'decision-to-tell', startedAt: decidedAt ?? madeAt }, (limits, from) =>
        inCallHours(from, limits.decisionToTellHours * hour, limits),
      ),
    ];
  });

/** 垫付: treatment waits for the money, so an asked advance is decided, or answered with what to add, within working days. */
const advances = (ticking: Ticking): ClockView[] =>
  (ticking.file.advances ?? []).map(({ id, partyId, need, askedAt }) =>
    tick(
      ticking,
      { kind: 'advance-decision', partyId, refId: id, waitingFor: 'superior', startedAt: askedAt, what: need },
      (limits, from) => afterWorkdays(from, limits.advanceWorkdays),
    ),
  );
