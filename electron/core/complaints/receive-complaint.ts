import { complaint } from '../../../shared/complaints/model.ts';
import type { CaseId } from '../../../shared/kernel/ids.ts';
import type { Problem } from '../../../shared/kernel/problem.ts';
import { ok, type Result } from '../../../shared/kernel/result.ts';
import type { FieldsOf } from '../../../shared/sync/entity.ts';
import { partyOfCase } from '../party-of-case.ts';
import { allowed } from '../people/allowed.ts';
import type { Session } from '../session.ts';
import { notInFuture, tidyNew } from '../tidy-values.ts';
import { complaintLog } from './complaint-log.ts';

type Input = { caseId: CaseId; values: Partial<FieldsOf<typeof complaint>>; draftKey: string | null };

/** 登记投诉: keeps who complained, how, about what and in which words. From `madeAt` its clocks run. */
export const receiveComplaint = (session: Session, { caseId, values, draftKey }: Input): Result<{ id: string }, Problem> => {
  const right = allowed(session, 'complaint.handle', caseId);
  if (!right.ok) return right;
  const tidied = tidyNew(complaint, { ...values, logId: null }, 'values');
  if (!tidied.ok) return tidied;
  const { partyId, channel, madeAt, body } = tidied.value;
  if (partyId) {
    const party = partyOfCase(session, { caseId, partyId, field: 'values.partyId' });
    if (!party.ok) return party;
  }
  const past = notInFuture(madeAt, session.clock.now().at, 'values.madeAt');
  if (!past.ok) return past;
  const [logId, id] = [session.ids.next(), session.ids.next()];
  const done = session.commit({
    kind: 'receive-complaint',
    caseId,
    ops: [
      complaintLog(logId, tidied.value, { channel, contactAt: madeAt, body }),
      { op: 'insert', entity: complaint.name, id, fields: { ...tidied.value, logId } },
    ],
    dropDraftKey: draftKey,
  });
  return done.ok ? ok({ id }) : done;
};
