import { attachment } from '../../../shared/attachments/model.ts';
import type { AttachmentId, CaseId } from '../../../shared/kernel/ids.ts';
import { problem, type Problem } from '../../../shared/kernel/problem.ts';
import { err, ok, type Result } from '../../../shared/kernel/result.ts';
import { tidyText } from '../../../shared/kernel/text.ts';
import { statement, type Signature, type Signing } from '../../../shared/statements/model.ts';
import { isSigned } from '../../../shared/statements/rules.ts';
import { findRow, selectRows } from '../../db/rows.ts';
import { allowed } from '../people/allowed.ts';
import type { Session } from '../session.ts';
import { statementOperations } from '../statement-operations.ts';
import { composeStatement } from './preview-statement.ts';

type Input = {
  caseId: string;
  partyId: string;
  textHash: string;
  signing: Signing;
  signedBy: string | null;
  signature: Signature | null;
  attachmentId: string | null;
  refusal: string | null;
};

/** 固定首次陈述: freezes the text that was shown, with how the person stood by it. It cannot be undone. */
export const freezeStatement = (session: Session, input: Input): Result<{ id: string }, Problem> => {
  const { caseId, partyId, textHash } = input;
  const right = allowed(session, 'fact.add', caseId);
  if (!right.ok) return right;
  const frozen = selectRows(session.read, statement, "case_id = ? AND party_id = ? AND state = 'frozen'", [caseId, partyId]);
  if (frozen.length > 0) return err(problem('statement.already-frozen'));
  const composed = composeStatement(session, { caseId, partyId });
  if (!composed.ok) return composed;
  if (composed.value.facts.length === 0) return err(problem('statement.nothing-said'));
  if (composed.value.textHash !== textHash) return err(problem('statement.text-changed'));
  const signed = signingOf(session, input);
  if (!signed.ok) return signed;
  const id = session.ids.next();
  const { text, facts } = composed.value;
  const ops = statementOperations(id, { partyId: composed.value.partyId, facts, text, frozenAt: session.clock.now().at, ...signed.value });
  const stored = session.commit({ kind: 'freeze-statement', caseId: caseId as CaseId, ops });
  return stored.ok ? ok({ id }) : stored;
};

/** Exactly the evidence that the way of signing asks for; nothing of the other two ways is kept. */
const signingOf = (session: Session, { caseId, signing, ...given }: Input) => {
  const refusal = signing === 'refused' ? blankToNull(given.refusal) : null;
  const signature = signing === 'screen' ? given.signature : null;
  const attachmentId = signing === 'paper' ? (given.attachmentId as AttachmentId | null) : null;
  const signed = { signing, signedBy: blankToNull(given.signedBy), signature, attachmentId, refusal };
  if (!isSigned(signed)) return err(problem('statement.unsigned', fieldOf[signing]));
  const photo = attachmentId === null ? undefined : findRow(session.read, attachment, attachmentId);
  const there = attachmentId === null || (photo && photo.caseId === caseId && photo.voidReason === null);
  return there ? ok(signed) : err(problem('not-found', 'attachmentId'));
};

const fieldOf: Record<Signing, string> = { screen: 'signature', paper: 'attachmentId', refused: 'refusal' };

const blankToNull = (text: string | null): string | null => {
  const tidied = text === null ? '' : tidyText(text);
  return tidied === '' ? null : tidied;
};
