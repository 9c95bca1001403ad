import damages from '../../../resources/locales/zh-CN/damages.json' with { type: 'json' };
import offers from '../../../resources/locales/zh-CN/offers.json' with { type: 'json' };
import { caseEntity } from '../../../shared/cases/model.ts';
import { problem, type Problem } from '../../../shared/kernel/problem.ts';
import { err, ok, type Result } from '../../../shared/kernel/result.ts';
import { acceptanceText, type AcceptanceWords } from '../../../shared/offers/acceptance-text.ts';
import type { Offer } from '../../../shared/offers/model.ts';
import { moveProblem } from '../../../shared/offers/rules.ts';
import { injuredParty } from '../../../shared/parties/model.ts';
import { findRow } from '../../db/rows.ts';
import type { Session } from '../session.ts';
import { sha256 } from '../statement-operations.ts';
import { offerAtHand, type OfOffer } from './move-offer.ts';

const kinds: Readonly<Record<string, string>> = damages.kind;
const layers: Readonly<Record<string, string>> = offers.layer;

/** The words of the document are Chinese whatever the screen shows. */
const words: AcceptanceWords = { kind: (kind) => kinds[kind] ?? kind, layer: (layer) => layers[layer] ?? layer };

export type Composed = { offer: Offer; text: string; textHash: string };

/** The text that would be signed now for an offer that can be accepted. */
export const composeAcceptance = (session: Session, input: OfOffer): Result<Composed, Problem> => {
  const found = offerAtHand(session, input);
  if (!found.ok) return found;
  const wrong = moveProblem(found.value, 'accepted');
  if (wrong) return err(wrong);
  const theCase = findRow(session.read, caseEntity, input.caseId);
  const party = findRow(session.read, injuredParty, found.value.partyId ?? '');
  if (!theCase || !party) return err(problem('not-found', 'partyId'));
  const text = acceptanceText({ reportNumber: theCase.reportNumber, partyName: party.name, offer: found.value }, words);
  return ok({ offer: found.value, text, textHash: sha256(text) });
};

export const previewAcceptance = (session: Session, input: OfOffer): Result<{ text: string; textHash: string }, Problem> => {
  const composed = composeAcceptance(session, input);
  return composed.ok ? ok({ text: composed.value.text, textHash: composed.value.textHash }) : composed;
};
