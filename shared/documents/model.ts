import { z } from 'zod';
import { defineEntity, type Stored } from '../sync/entity.ts';
import { field } from '../sync/field.ts';

/** The papers of steps 1 to 6, in the order of the menu. Source: product.md, list of papers. */
export const documentKinds = [
  'toldLedger',
  'callback',
  'notice',
  'privacy',
  'visit',
  'interview',
  'doctor',
  'missingPapers',
  'originals',
  'advance',
  'progress',
  'delay',
  'mediation',
  'itemReview',
  'calculationSheet',
  'partialPayment',
  'refusal',
  'costComparison',
  'escalation',
  'decision',
  'handOver',
  'closingReport',
] as const;
export type DocumentKind = (typeof documentKinds)[number];

/** 文书: one printed version of a paper. What was printed stays in the attachment file under `sha256`. */
export const printedDocument = defineEntity({
  name: 'document',
  table: 'documents',
  scope: 'case',
  fields: {
    partyId: field.refFixed<'injuredParty'>(),
    kind: field.choiceFixed(documentKinds),
    /** What a paper is about when a case can have several of its kind: the id of an escalation. */
    subjectId: field.textFixed(64),
    version: field.integerFixed(1, 9_999),
    /** SHA-256 of the content without version, check code and date: equal content keeps its version. */
    contentHash: field.requiredTextFixed(64),
    checkCode: field.requiredTextFixed(32),
    /** SHA-256 of the printed page as it was served. */
    sha256: field.requiredTextFixed(64),
    madeFor: field.textFixed(200),
    /** Disclosures that a paper for the customer quotes: they can be corrected, never taken back. */
    quotes: field.jsonFixed(z.array(z.string()).max(2_000)),
    /** Whether an ID number stands in it in full: seeing it again needs a reason too. */
    fullIdNumber: field.yesNoFixed(),
    /** Version of the company's wording it was printed with, 0 for the shipped one; null: printed before that was kept. */
    wordingVersion: field.integerFixed(),
  },
  states: null,
});
export type PrintedDocument = Stored<typeof printedDocument>;
