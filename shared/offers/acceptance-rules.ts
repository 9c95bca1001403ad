import { canonicalJson } from '../kernel/canonical-json.ts';
import { problem, type Problem } from '../kernel/problem.ts';
import type { Sha256 } from '../statements/rules.ts';
import type { OfferAcceptance } from './acceptance-model.ts';
import type { OfferSheet } from './sheet-model.ts';

/** What the hash of an offer's content is taken over: the order of keys is fixed here, not left to whoever stores it. */
export const sheetText = (sheet: OfferSheet): string => canonicalJson(sheet);

type Sealed = Omit<OfferAcceptance, 'id' | 'caseId' | 'at' | 'byPersonId' | 'rev' | 'voidReason' | 'text' | 'seal'>;

/** What the seal is the hash of: strokes copied under another text or another offer give another seal. */
export const acceptanceSealText = (row: Sealed): string => {
  const strokes = row.signature === null ? null : [row.signature.width, row.signature.height, row.signature.strokes];
  return JSON.stringify([
    row.offerId,
    row.partyId,
    row.sheetHash,
    row.textHash,
    row.signing,
    row.signedBy,
    strokes,
    row.attachmentId,
    row.explainedByName,
    row.understood,
    row.signedAt,
  ]);
};

/** Exactly the evidence that the way of signing asks for. */
export const isAcceptanceSigned = ({ signing, signature, attachmentId }: Pick<Sealed, 'signing' | 'signature' | 'attachmentId'>): boolean =>
  signing === 'screen' ? signature !== null : attachmentId !== null;

type Row = Sealed & Pick<OfferAcceptance, 'text' | 'seal'>;
type Of = { id: string; partyId: string | null; sheet: OfferSheet | null; sheetHash: string | null };

/** Why an acceptance does not hold for an offer; `null` when it does. */
export const unsoundAcceptance = (row: Row, of: Of, sha256: Sha256): 'offer' | 'sheet' | 'text' | 'seal' | 'signing' | null => {
  if (row.offerId !== of.id || row.partyId !== of.partyId) return 'offer';
  if (row.sheetHash !== of.sheetHash || (of.sheet !== null && sha256(sheetText(of.sheet)) !== of.sheetHash)) return 'sheet';
  if (sha256(row.text) !== row.textHash) return 'text';
  if (sha256(acceptanceSealText(row)) !== row.seal) return 'seal';
  return isAcceptanceSigned(row) ? null : 'signing';
};

type Given = Pick<Sealed, 'signing' | 'signature' | 'attachmentId' | 'understood' | 'explainedByName'>;

/** What an acceptance needs: the evidence of its way of signing, who explained, and nobody signs what they did not understand. */
export const acceptProblem = (given: Given): Problem | null => {
  if (!isAcceptanceSigned(given)) return problem('offer.unsigned', given.signing === 'screen' ? 'signature' : 'attachmentId');
  if ((given.explainedByName ?? '').trim() === '') return problem('required', 'explainedByName');
  return given.understood === 'no' ? problem('offer.not-understood', 'understood') : null;
};
