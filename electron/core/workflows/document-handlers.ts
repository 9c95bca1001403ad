import type { CaseFile } from '../../../shared/cases/contract.ts';
import type { DocumentLine, Printed } from '../../../shared/documents/contract.ts';
import { printedDocument, type DocumentKind } from '../../../shared/documents/model.ts';
import { problem, type Problem } from '../../../shared/kernel/problem.ts';
import { err, ok, type Result } from '../../../shared/kernel/result.ts';
import type { Escalation } from '../../../shared/escalations/model.ts';
import type { Offer } from '../../../shared/offers/model.ts';
import type { InjuredParty } from '../../../shared/parties/model.ts';
import type { CalculationContent } from '../../../shared/settlement/file/calculated.ts';
import { findRow } from '../../db/rows.ts';
import { standingOffer } from '../documents/offer-source.ts';
import type { PrintShelf } from '../documents/print-shelf.ts';
import { contentFetcher, nowhere, type ContentFetcher } from '../content-fetcher.ts';
import type { Handlers } from '../handlers.ts';
import { wordingHere } from '../wording-here.ts';
import { revealIdNumber } from '../parties/reveal-id-number.ts';
import { visible } from '../people/allowed.ts';
import type { Session } from '../session.ts';
import { findCalculation } from '../settlement/calculation-rows.ts';
import type { RequestComparison } from '../../../shared/scenarios/of-request.ts';
import { comparisonOf } from './request-comparison.ts';
import { openCase } from './open-case.ts';

// The templates and React come in when the first paper is asked for: the app starts without them.
const listing = () => import('../documents/list-documents.ts');
const printing = () => import('../documents/print-document.ts');
const rendering = () => import('../documents/render.tsx');

/** The person as papers know them: from the part of the file that stands. */
const partyIn = (file: CaseFile, partyId: string | null): InjuredParty | null => file.parties.find(({ id }) => id === partyId) ?? null;

const list = async (
  session: Session,
  { caseId, partyId }: { caseId: string; partyId: string | null },
): Promise<Result<DocumentLine[], Problem>> => {
  const file = openCase(session, { caseId });
  if (!file.ok) return file;
  const [{ listDocuments }, { materialOf }] = await Promise.all([listing(), rendering()]);
  const material = materialOf(file.value, wordingHere(session.read));
  const compared = (row: Escalation): RequestComparison | null => comparisonOf(session, row);
  return ok(listDocuments(session, material, { party: partyIn(material.own, partyId), compared }));
};

export type PrintInput = {
  caseId: string;
  partyId: string | null;
  kind: DocumentKind;
  subjectId: string | null;
  reveal: { reason: string | null } | null;
};

/** Prints one paper from the file as it stands. */
export const print = async (session: Session, shelf: PrintShelf, input: PrintInput): Promise<Result<Printed, Problem>> => {
  const [{ printDocument }, { materialOf, mayShowIdNumber }] = await Promise.all([printing(), rendering()]);
  const file = openCase(session, input);
  if (!file.ok) return file;
  const material = materialOf(file.value, wordingHere(session.read));
  const party = partyIn(material.own, input.partyId);
  if (input.partyId !== null && party === null) return err(problem('not-found', 'partyId'));
  const escalation = material.own.escalations.find(({ id }) => id === input.subjectId) ?? null;
  if (input.subjectId !== null && escalation === null) return err(problem('not-found', 'subjectId'));
  if (input.reveal !== null && !mayShowIdNumber(input.kind)) return err(problem('invalid', 'reveal'));
  const shown = input.reveal === null ? ok(party) : revealed(session, party, { ...input, reason: input.reveal.reason });
  if (!shown.ok) return shown;
  const calculation = calculationOf(session, standingOffer({ file: material.own, party }));
  const fullIdNumber = input.reveal !== null && shown.value !== null && shown.value.idNumber !== null;
  return printDocument(session, shelf, {
    kind: input.kind,
    material,
    subject: { party: shown.value, escalation, calculation, comparison: escalation === null ? null : comparisonOf(session, escalation) },
    fullIdNumber,
  });
};

/** The calculation behind an offer; null for an offer of one sum. */
const calculationOf = (session: Session, offer: Offer | null): CalculationContent | null => {
  if (offer === null || offer.caseId === null || offer.calculationId === null) return null;
  const row = findCalculation(session.read, offer.caseId, offer.calculationId);
  return row === null ? null : ({ record: row.record, result: row.result } as unknown as CalculationContent);
};

type Look = { caseId: string; reason: string | null };

/** The person with the ID number in clear; the look is logged with its reason. */
const revealed = (session: Session, party: InjuredParty | null, { caseId, reason }: Look): Result<InjuredParty | null, Problem> => {
  if (party === null) return ok(null);
  const look = revealIdNumber(session, { caseId, partyId: party.id, reason });
  return look.ok ? ok({ ...party, idNumber: look.value.idNumber }) : look;
};

type Again = { caseId: string; documentId: string; reason: string | null };

/** An earlier version once more. One with an ID number in full is a look at it. */
export const printOldVersion = async (
  session: Session,
  shelf: PrintShelf,
  { fetcher = nowhere, ...input }: Again & { fetcher?: ContentFetcher },
): Promise<Result<Printed, Problem>> => {
  const seen = visible(session, input.caseId);
  if (!seen.ok) return seen;
  const row = findRow(session.read, printedDocument, input.documentId);
  if (!row || row.caseId !== input.caseId) return err(problem('not-found', 'documentId'));
  if (row.fullIdNumber === true && row.partyId !== null) {
    const look = revealIdNumber(session, { caseId: input.caseId, partyId: row.partyId, reason: input.reason });
    if (!look.ok) return look;
  }
  // A paper that another device printed lies at the hub until somebody wants to see it.
  if (!session.blobs.has(row.sha256)) {
    const fetched = await fetcher({ caseId: input.caseId, sha256: row.sha256 });
    if (!fetched.ok) return err(problem('attachment.not-here', 'documentId', { why: fetched.code }));
  }
  const { printAgain } = await printing();
  return printAgain(session, shelf, input);
};

export const documentsHandlers: Handlers<'documents'> = {
  list: ({ session }, input) => list(session, input),
  print: ({ core, session }, input) => print(session, core.prints, input),
  printAgain: ({ core, session }, input) => printOldVersion(session, core.prints, { ...input, fetcher: contentFetcher(core) }),
};
