import type { ContactInput } from '../../../shared/contacts/contract.ts';
import { contactLog } from '../../../shared/contacts/model.ts';
import type { CaseId } from '../../../shared/kernel/ids.ts';
import { idSchema } from '../../../shared/kernel/ids.ts';
import { problem, type Problem } from '../../../shared/kernel/problem.ts';
import { err, ok, type Result } from '../../../shared/kernel/result.ts';
import { findRow } from '../../db/rows.ts';
import { factOperations } from '../fact-operations.ts';
import { partyOfCase } from '../party-of-case.ts';
import { allowed } from '../people/allowed.ts';
import type { DraftOperation, Session } from '../session.ts';
import { notInFuture, tidyNew } from '../tidy-values.ts';
import { disclosureOperations, promiseOperations, questionOperations, type LogFields } from './said-in-contact.ts';

/**
 * 联络记录: saves a contact with everything said in it as one change: all of it or nothing. The same `logId` a second time is
 * the same Save pressed twice and records nothing more.
 */
export const recordContact = (session: Session, input: ContactInput): Result<{ id: string }, Problem> => {
  const { caseId, logId } = input;
  const right = allowed(session, 'contact.record', caseId);
  if (!right.ok) return right;
  if (!idSchema<'contactLog'>().safeParse(logId).success) return err(problem('invalid', 'logId'));
  const known = findRow(session.read, contactLog, logId);
  if (known) return known.caseId === caseId ? ok({ id: logId }) : err(problem('invalid', 'logId'));
  const log = checkedLog(session, input);
  if (!log.ok) return log;
  const said = saidOperations(session, input, log.value);
  if (!said.ok) return said;
  const stored = session.commit({
    kind: 'record-contact',
    caseId: caseId as CaseId,
    ops: [{ op: 'insert', entity: 'contactLog', id: logId, fields: log.value }, ...said.value],
    dropDraftKey: input.draftKey,
  });
  return stored.ok ? ok({ id: logId }) : stored;
};

const checkedLog = (session: Session, { caseId, log, disclosures, questions }: ContactInput): Result<LogFields, Problem> => {
  const tidied = tidyNew(contactLog, log, 'log');
  if (!tidied.ok) return tidied;
  const fields = tidied.value;
  const party = partyOfCase(session, { caseId, partyId: fields.partyId, field: 'log.partyId' });
  if (!party.ok) return party;
  const past = notInFuture(fields.contactAt, session.clock.now().at, 'log.contactAt');
  if (!past.ok) return past;
  if (fields.outcome === 'unanswered' && disclosures.length > 0) return err(problem('wrong-state', 'disclosures'));
  if (fields.outcome === 'unanswered' && questions.length > 0) return err(problem('wrong-state', 'questions'));
  return fields.correctsLogId ? checkedCorrection(session, caseId, fields) : ok(fields);
};

/** A correction is a new log that points at the old one and says why. */
const checkedCorrection = (session: Session, caseId: string, fields: LogFields): Result<LogFields, Problem> => {
  const corrected = findRow(session.read, contactLog, fields.correctsLogId ?? '');
  if (!corrected || corrected.caseId !== caseId) return err(problem('not-found', 'log.correctsLogId'));
  return fields.correctionReason ? ok(fields) : err(problem('reason-needed', 'log.correctionReason'));
};

const saidOperations = (session: Session, input: ContactInput, log: LogFields): Result<DraftOperation[], Problem> => {
  const occasion = { caseId: input.caseId, logId: input.logId, log };
  const partyId = log.partyId ?? null;
  const parts = [
    disclosureOperations(session, input.disclosures, occasion),
    promiseOperations(session, input.promises, occasion),
    questionOperations(session, input.questions, occasion),
    factOperations(session, input.facts, { partyId, saidAt: log.contactAt, logId: input.logId }),
  ];
  const failed = parts.find((part) => !part.ok);
  return failed && !failed.ok ? failed : ok(parts.flatMap((part) => (part.ok ? part.value : [])));
};
