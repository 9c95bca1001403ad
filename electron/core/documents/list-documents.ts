import type { Addressee, DocumentLine, DocumentVersion } from '../../../shared/documents/contract.ts';
import { documentKinds, type DocumentKind, type PrintedDocument } from '../../../shared/documents/model.ts';
import type { Escalation } from '../../../shared/escalations/model.ts';
import type { InjuredParty } from '../../../shared/parties/model.ts';
import type { RequestComparison } from '../../../shared/scenarios/of-request.ts';
import type { Session } from '../session.ts';
import { paperByKind } from './all-papers.ts';
import { versionsOfCase } from './document-rows.ts';
import type { Paper } from './paper.ts';
import { gapOf, type Material, type Subject } from './render.tsx';

const none: Subject = { party: null, escalation: null };

/** Whose papers are listed, and the comparison each request rests on. */
type View = { party: InjuredParty | null; compared: (row: Escalation) => RequestComparison | null };

/** What papers of one kind there can be in this case, for the person in view. */
const subjectsOf = ({ scope }: Paper, { own }: Material, { party, compared }: View): Subject[] => {
  if (scope === 'case') return [none];
  if (scope === 'party') return [{ ...none, party }];
  if (scope === 'either') return party === null ? [none] : [{ ...none, party }, none];
  const all = own.escalations.map((escalation) => ({
    escalation,
    party: own.parties.find(({ id }) => id === escalation.partyId) ?? null,
    comparison: compared(escalation),
  }));
  return all.length === 0 ? [none] : all;
};

const addresseeOf = ({ readers }: Paper, { party }: Subject): Addressee => {
  if (readers === 'own') return 'own';
  return party === null ? 'insured' : 'injured';
};

/** 可打印的文书: every paper with its versions, or why it cannot be made yet. */
export const listDocuments = (session: Session, material: Material, view: View): DocumentLine[] => {
  const versions = versionsOfCase(session.read, material.own.case.id);
  return documentKinds.flatMap((kind) =>
    subjectsOf(paperByKind[kind], material, view).map((subject) => lineOf(kind, { material, subject, versions })),
  );
};

type Facts = { material: Material; subject: Subject; versions: readonly PrintedDocument[] };

const lineOf = (kind: DocumentKind, { material, subject, versions }: Facts): DocumentLine => {
  const paper = paperByKind[kind];
  const partyId = subject.party?.id ?? null;
  const subjectId = subject.escalation?.id ?? null;
  const own = versions.filter((row) => row.kind === kind && row.partyId === partyId && row.subjectId === subjectId);
  return {
    kind,
    partyId,
    subjectId,
    subject: subject.escalation?.ask ?? null,
    addressee: addresseeOf(paper, subject),
    gap: gapOf(kind, material, subject),
    mayShowIdNumber: paper.mayShowIdNumber === true && subject.party?.idNumber !== null && subject.party !== null,
    versions: own.map((row) => versionOf(row, material.own.people)),
  };
};

const versionOf = (row: PrintedDocument, people: Record<string, string>): DocumentVersion => ({
  id: row.id,
  version: row.version ?? 1,
  checkCode: row.checkCode,
  madeAt: row.at,
  byName: row.byPersonId === null ? null : (people[row.byPersonId] ?? null),
  madeFor: row.madeFor,
  fullIdNumber: row.fullIdNumber === true,
  wordingVersion: row.wordingVersion,
});
