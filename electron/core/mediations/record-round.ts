import { contactLog } from '../../../shared/contacts/model.ts';
import type { CaseId, ContactLogId } from '../../../shared/kernel/ids.ts';
import type { Problem } from '../../../shared/kernel/problem.ts';
import { err, ok, type Result } from '../../../shared/kernel/result.ts';
import { mediationRound } from '../../../shared/mediations/model.ts';
import { nextRound, roundProblem } from '../../../shared/mediations/rules.ts';
import { injuredParty } from '../../../shared/parties/model.ts';
import type { FieldsOf } from '../../../shared/sync/entity.ts';
import { findRow, selectRows } from '../../db/rows.ts';
import { partyOfCase } from '../party-of-case.ts';
import { allowed } from '../people/allowed.ts';
import type { Session } from '../session.ts';
import { notInFuture, tidyNew } from '../tidy-values.ts';

type Values = FieldsOf<typeof mediationRound>;
type Input = { caseId: CaseId; values: Partial<Values>; draftKey: string | null };

/**
 * 调解记录: saves one round. It is a contact with the injured side as well, so its log is made in the same change: nobody types
 * the meeting twice, and the case does not count as silent.
 */
export const recordRound = (session: Session, input: Input): Result<{ id: string; round: number }, Problem> => {
  const { caseId, draftKey } = input;
  const right = allowed(session, 'contact.record', caseId);
  if (!right.ok) return right;
  const checked = checkedRound(session, input);
  if (!checked.ok) return checked;
  // The log is with the person; the mediator stands in the round.
  const name = findRow(session.read, injuredParty, checked.value.partyId ?? '')?.name ?? null;
  const earlier = selectRows(session.read, mediationRound, 'case_id = ? AND party_id IS ?', [caseId, checked.value.partyId]);
  const [round, logId, id] = [nextRound(earlier), session.ids.next() as ContactLogId, session.ids.next()];
  const done = session.commit({
    kind: 'record-mediation',
    caseId,
    ops: [
      { op: 'insert', entity: contactLog.name, id: logId, fields: { ...logOf(checked.value), counterpartName: name } },
      { op: 'insert', entity: mediationRound.name, id, fields: { ...checked.value, round, logId } },
    ],
    dropDraftKey: draftKey,
  });
  return done.ok ? ok({ id, round }) : done;
};

const checkedRound = (session: Session, { caseId, values }: Input): Result<Values, Problem> => {
  const tidied = tidyNew(mediationRound, values, 'values');
  if (!tidied.ok) return tidied;
  const wrong = roundProblem(tidied.value);
  if (wrong) return err(wrong);
  const party = partyOfCase(session, { caseId, partyId: tidied.value.partyId, field: 'values.partyId' });
  if (!party.ok) return party;
  const past = notInFuture(tidied.value.heldAt, session.clock.now().at, 'values.heldAt');
  return past.ok ? tidied : past;
};

const logOf = ({ partyId, heldAt, place, note }: Values): Partial<FieldsOf<typeof contactLog>> => ({
  partyId,
  step: 4,
  counterpart: 'injured',
  channel: 'face',
  outcome: 'reached',
  contactAt: heldAt,
  place,
  body: note,
});
