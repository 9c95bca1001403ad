import type { CaseId } from '../../../shared/kernel/ids.ts';
import { problem, type Problem } from '../../../shared/kernel/problem.ts';
import { err, ok, type Result } from '../../../shared/kernel/result.ts';
import { tidyText } from '../../../shared/kernel/text.ts';
import { stepEvent, type StepEventKind, type StepNumber } from '../../../shared/steps/model.ts';
import { canDecide, caseSteps, eventsOf, needsReason, stepOf } from '../../../shared/steps/rules.ts';
import type { CaseSnapshot, PartySnapshot } from '../../../shared/steps/snapshot.ts';
import { loadSnapshot } from '../case-snapshot.ts';
import { allowed } from '../people/allowed.ts';
import type { Session } from '../session.ts';
import { tidyNew } from '../tidy-values.ts';

type Input = { caseId: string; partyId: string | null; step: number; event: StepEventKind; reason: string; silentDays: number };

/** Starts, finishes, repeats, waives or reopens a step. Order is free; a reason is asked where the gate is not met. */
export const decideStep = (session: Session, input: Input): Result<void, Problem> => {
  const { caseId, event } = input;
  const right = allowed(session, 'step.decide', caseId);
  if (!right.ok) return right;
  const file = loadSnapshot(session.read, caseId);
  if (!file) return err(problem('not-found', 'caseId'));
  const place = placeOf(file, input);
  if (!place.ok) return place;
  const { step, party } = place.value;
  const partyId = party?.id ?? null;
  if (!canDecide(event, eventsOf(file, step, partyId))) return err(problem('wrong-state', 'event'));
  const { unmet } = stepOf(file, place.value, { silentDays: input.silentDays, now: session.clock.now().at });
  const reason = tidyText(input.reason);
  if (reason === '' && needsReason(event, unmet.length)) {
    return err(problem('reason-needed', 'reason', { unmet: unmet.map(({ code }) => code).join(' ') }));
  }
  const fields = tidyNew(stepEvent, { partyId: partyId as never, step, event, reason: reason || null }, '');
  if (!fields.ok) return fields;
  const stored = session.commit({
    kind: 'decide-step',
    caseId: caseId as CaseId,
    ops: [{ op: 'insert', entity: 'stepEvent', id: session.ids.next(), fields: fields.value }],
  });
  return stored.ok ? ok(undefined) : stored;
};

type Place = { step: StepNumber; party: PartySnapshot | null };

/** Steps 1 and 6 are decided for the case, 2 to 5 for one injured party of it. */
const placeOf = (file: CaseSnapshot, { step, partyId }: Input): Result<Place, Problem> => {
  if (caseSteps.includes(step)) {
    return partyId === null ? ok({ step: step as StepNumber, party: null }) : err(problem('invalid', 'partyId'));
  }
  if (partyId === null) return err(problem('required', 'partyId'));
  const party = file.parties.find(({ id }) => id === partyId);
  return party ? ok({ step: step as StepNumber, party }) : err(problem('not-found', 'partyId'));
};
