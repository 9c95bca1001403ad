import { deductedAdvances } from '../../../shared/advances/rules.ts';
import type { CaseId } from '../../../shared/kernel/ids.ts';
import { problem, type Problem } from '../../../shared/kernel/problem.ts';
import { err, ok, type Result } from '../../../shared/kernel/result.ts';
import { sheetText } from '../../../shared/offers/acceptance-rules.ts';
import { amountOf, makeLumpSheet, makeSheet } from '../../../shared/offers/make-sheet.ts';
import { offer } from '../../../shared/offers/model.ts';
import { nextVersion } from '../../../shared/offers/rules.ts';
import type { OfferSheet } from '../../../shared/offers/sheet-model.ts';
import { injuredParty } from '../../../shared/parties/model.ts';
import type { Settlement, VictimResult } from '../../../shared/settlement/result.ts';
import { findRow } from '../../db/rows.ts';
import { allowed } from '../people/allowed.ts';
import type { DraftOperation, Session } from '../session.ts';
import { sha256 } from '../statement-operations.ts';
import { tidyReason } from '../tidy-values.ts';
import { advancesOfParty, deductionsOfCase, disclosuresOfCase, itemsOfParty, offersOfParty } from './offer-rows.ts';

type Input = { caseId: CaseId; partyId: string; explanation: string; lump: { reason: string } | null; id?: string };

/** A calculation made for an offer, with the operation that keeps it. */
export type CalculatedGround = {
  calculationId: string;
  operation: DraftOperation;
  settlement: Settlement;
  victim: VictimResult;
  ourVehicles: readonly string[];
};
type Calculate = (caseId: string, partyId: string) => Result<CalculatedGround, Problem>;
type Content = { sheet: OfferSheet; calculationId: string | null; ops: DraftOperation[] };

/**
 * Makes the next version of the party's offer. By default it rests on the case as it is computed now, which is kept with it in the same
 * change; one sum without layers is offered only with a reason, and says so.
 */
export const makeOffer = (session: Session, input: Input, calculate: Calculate): Result<{ id: string; version: number }, Problem> => {
  const { caseId } = input;
  const right = allowed(session, 'offer.make', caseId);
  if (!right.ok) return right;
  const made = offerOperations(session, input, calculate);
  if (!made.ok) return made;
  const { id, version, ops } = made.value;
  const done = session.commit({ kind: 'make-offer', caseId, ops });
  return done.ok ? ok({ id, version }) : done;
};

type Made = { id: string; version: number; ops: DraftOperation[] };

/** The operations of the next version and of what it rests on. Nothing is written here. */
export const offerOperations = (session: Session, input: Input, calculate: Calculate): Result<Made, Problem> => {
  const { caseId, partyId, explanation } = input;
  const party = findRow(session.read, injuredParty, partyId);
  if (!party || party.caseId !== caseId || party.voidReason !== null) return err(problem('not-found', 'partyId'));
  const version = nextVersion(itemsOfParty(session.read, partyId), offersOfParty(session.read, partyId));
  if (!version.ok) return version;
  const advancesFen = deductedAdvances(advancesOfParty(session.read, partyId), partyId);
  const content = contentOf(session, input, { advancesFen, calculate });
  if (!content.ok) return content;
  const { sheet, calculationId, ops } = content.value;
  const id = input.id ?? session.ids.next();
  const words = explanation.trim() === '' ? null : explanation;
  const head = { partyId, version: version.value, amountFen: amountOf(sheet), advancesFen, explanation: words };
  const fields = { ...head, calculationId, sheet, sheetHash: sha256(sheetText(sheet)) };
  return ok({ id, version: version.value, ops: [...ops, { op: 'insert', entity: offer.name, id, fields }] });
};

type Way = { advancesFen: number; calculate: Calculate };

const contentOf = (session: Session, { caseId, partyId, lump }: Input, { advancesFen, calculate }: Way): Result<Content, Problem> => {
  const rows = {
    items: itemsOfParty(session.read, partyId),
    deductions: deductionsOfCase(session.read, caseId),
    disclosures: disclosuresOfCase(session.read, caseId),
  };
  if (lump !== null) {
    const reason = tidyReason(lump.reason, 'lump.reason');
    return reason.ok ? ok({ sheet: makeLumpSheet(rows, { advancesFen, reason: reason.value }), calculationId: null, ops: [] }) : reason;
  }
  const ground = calculate(caseId, partyId);
  if (!ground.ok) return ground;
  const { calculationId, operation, ...calculated } = ground.value;
  return ok({ sheet: makeSheet({ ...rows, ...calculated }), calculationId, ops: [operation] });
};
