import { contactLog } from '../../../shared/contacts/model.ts';
import type { CorrectionInput } from '../../../shared/disclosures/contract.ts';
import { disclosure, type Disclosure } from '../../../shared/disclosures/model.ts';
import type { CaseId, ContactLogId, DisclosureId } from '../../../shared/kernel/ids.ts';
import { problem, type Problem } from '../../../shared/kernel/problem.ts';
import { err, ok, type Result } from '../../../shared/kernel/result.ts';
import { findRow } from '../../db/rows.ts';
import { allowed } from '../people/allowed.ts';
import type { Session } from '../session.ts';
import { notInFuture, tidyNew, tidyReason } from '../tidy-values.ts';
import { cardNow } from '../wording-here.ts';
import { correctionOf } from './ledger-rows.ts';

/**
 * 更正告知: the same topic told once more to put an earlier telling right. The earlier one stays as it was, because somebody
 * was told so and a deduction or a letter may quote it. It was a contact, so it is logged as one.
 */
export const correctDisclosure = (session: Session, input: CorrectionInput): Result<{ id: string }, Problem> => {
  const { caseId, disclosureId, values } = input;
  const right = allowed(session, 'contact.record', caseId);
  if (!right.ok) return right;
  const wrong = correctable(session, caseId, disclosureId);
  if (!wrong.ok) return wrong;
  const reason = tidyReason(input.reason);
  if (!reason.ok) return reason;
  const { toldTo, toldToName, channel, toldAt } = values;
  const past = notInFuture(toldAt, session.clock.now().at, 'values.toldAt');
  if (!past.ok) return past;
  const { partyId, topic } = wrong.value;
  const logId = session.ids.next() as ContactLogId;
  const card = values.words ? null : cardNow(session.read, topic);
  const said = tidyNew(
    disclosure,
    { ...values, card, partyId, topic, logId, correctsDisclosureId: wrong.value.id as DisclosureId },
    'values',
  );
  if (!said.ok) return said;
  const log = { partyId, step: stepOf(session, wrong.value), counterpart: toldTo, counterpartName: toldToName, channel };
  const logged = tidyNew(contactLog, { ...log, outcome: 'reached', contactAt: toldAt, body: reason.value }, 'values');
  if (!logged.ok) return logged;
  const id = session.ids.next();
  const stored = session.commit({
    kind: 'correct-disclosure',
    caseId: caseId as CaseId,
    ops: [
      { op: 'insert', entity: 'contactLog', id: logId, fields: logged.value },
      { op: 'insert', entity: 'disclosure', id, fields: said.value },
    ],
  });
  return stored.ok ? ok({ id }) : stored;
};

/** Only what stands and was not corrected before: a chain has one end. */
const correctable = ({ read }: Session, caseId: string, disclosureId: string): Result<Disclosure, Problem> => {
  const row = findRow(read, disclosure, disclosureId);
  if (!row || row.caseId !== caseId) return err(problem('not-found', 'disclosureId'));
  if (row.voidReason !== null || correctionOf(read, caseId, disclosureId) !== undefined) return err(problem('wrong-state', 'disclosureId'));
  return ok(row);
};

const stepOf = ({ read }: Session, { logId }: Disclosure): number | null =>
  logId === null ? null : (findRow(read, contactLog, logId)?.step ?? null);
