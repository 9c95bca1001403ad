import { attachment } from '../../../shared/attachments/model.ts';
import type { AttachmentId } from '../../../shared/kernel/ids.ts';
import { problem, type Problem } from '../../../shared/kernel/problem.ts';
import { err, ok, type Result } from '../../../shared/kernel/result.ts';
import { tidyText } from '../../../shared/kernel/text.ts';
import { offerAcceptance, type AcceptanceSigning } from '../../../shared/offers/acceptance-model.ts';
import { acceptanceSealText, acceptProblem } from '../../../shared/offers/acceptance-rules.ts';
import type { Offer, Understanding } from '../../../shared/offers/model.ts';
import type { Signature } from '../../../shared/statements/model.ts';
import { findRow } from '../../db/rows.ts';
import type { Session } from '../session.ts';
import { sha256 } from '../statement-operations.ts';
import { moveOp, type OfOffer } from './move-offer.ts';
import { composeAcceptance } from './preview-acceptance.ts';

type Input = OfOffer & {
  textHash: string;
  signing: AcceptanceSigning;
  signedBy: string | null;
  signature: Signature | null;
  attachmentId: string | null;
  explainedByName: string;
  understood: Understanding;
};

/** 签字确认: the text that was shown, signed and bound to this version by hashes. Afterwards another figure needs another version. */
export const acceptOffer = (session: Session, input: Input): Result<{ id: string }, Problem> => {
  const composed = composeAcceptance(session, input);
  if (!composed.ok) return composed;
  const { offer: row, text, textHash } = composed.value;
  if (textHash !== input.textHash) return err(problem('offer.text-changed'));
  const given = evidenceOf(input);
  const wrong = acceptProblem(given) ?? photoProblem(session, input.caseId, given.attachmentId);
  if (wrong) return err(wrong);
  const signedAt = session.clock.now().at;
  const sealed = { ...given, offerId: row.id as never, partyId: row.partyId, sheetHash: row.sheetHash, textHash, signedAt };
  const id = session.ids.next();
  const done = session.commit({
    kind: 'accept-offer',
    caseId: input.caseId,
    ops: [
      { op: 'insert', entity: offerAcceptance.name, id, fields: { ...sealed, text, seal: sha256(acceptanceSealText(sealed)) } },
      moveOp({ id: row.id, from: row.state, to: 'accepted', facts: acceptedFacts(row, input, signedAt) }),
    ],
  });
  return done.ok ? ok({ id }) : done;
};

/** Exactly the evidence that the way of signing asks for; nothing of the other way is kept. */
const evidenceOf = ({ signing, understood, ...given }: Input) => ({
  signing,
  understood,
  signedBy: blankToNull(given.signedBy),
  signature: signing === 'screen' ? given.signature : null,
  attachmentId: signing === 'paper' ? (given.attachmentId as AttachmentId | null) : null,
  explainedByName: blankToNull(given.explainedByName),
});

const acceptedFacts = (row: Offer, { understood, explainedByName }: Input, answeredAt: string) => ({
  answeredAt,
  understood,
  explainedByName: blankToNull(explainedByName) ?? row.explainedByName,
});

const photoProblem = ({ read }: Session, caseId: string, attachmentId: string | null): Problem | null => {
  const photo = attachmentId === null ? undefined : findRow(read, attachment, attachmentId);
  const there = attachmentId === null || (photo && photo.caseId === caseId && photo.voidReason === null);
  return there ? null : problem('not-found', 'attachmentId');
};

const blankToNull = (text: string | null): string | null => {
  const tidied = text === null ? '' : tidyText(text);
  return tidied === '' ? null : tidied;
};
