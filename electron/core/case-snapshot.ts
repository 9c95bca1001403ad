import type { CaseSnapshot, PartySnapshot, StepEventSnapshot } from '../../shared/steps/snapshot.ts';
import type { Reads } from '../db/handles.ts';
import {
  advancesOf,
  caseHead,
  complaintsOf,
  countsByParty,
  determinationsOf,
  escalationsOf,
  logGroupsOf,
  lowScoresOf,
  offersOf,
  openPromisesOf,
  openQuestionsOf,
  papersOf,
  partiesOf,
  paymentsOf,
  stepEventsOf,
  undisputedPaidOf,
  toldAlready,
  type LogGroup,
  type PartyRow,
} from './case-snapshot-rows.ts';

/** Loads what gates, dots and clocks need of one case with a handful of indexed, counting queries; null for an unknown case. */
export const loadSnapshot = (db: Reads, caseId: string): CaseSnapshot | null => {
  const head = caseHead(db, caseId);
  if (!head) return null;
  const groups = logGroupsOf(db, caseId);
  const reached = groups.filter(({ outcome }) => outcome === 'reached');
  const insured = reached.filter(({ side }) => side === 'insured');
  const promises = openPromisesOf(db, caseId);
  const told = toldAlready(db, caseId);
  return {
    caseId,
    open: head.state === 'open',
    severity: head.severity,
    madeAt: head.at,
    reportedAt: head.reportedAt,
    hospital: head.hospital,
    firstReachedAt: earliest(insured.filter(({ step }) => step === 1)),
    lastInsuredReachedAt: latest(insured),
    lastContactAt: latest(reached),
    callbackLogs: sum(groups.filter(({ step }) => step === 1)),
    costsTold: told.costs === 1,
    papersListed: told.papers === 1,
    nextDatePromised: told.nextDate === 1,
    parties: loadParties(db, caseId, groups),
    events: stepEventsOf(db, caseId) as StepEventSnapshot[],
    escalations: escalationsOf(db, caseId),
    questions: openQuestionsOf(db, caseId).map((row) => ({ ...row, complex: row.complex === 1 })),
    promises,
    advances: advancesOf(db, caseId),
    offers: offersOf(db, caseId),
    papers: papersOf(db, caseId),
    payments: paymentsOf(db, caseId),
    determinations: determinationsOf(db, caseId),
    undisputedPaid: undisputedPaidOf(db, caseId),
    lowScores: lowScoresOf(db, caseId),
    complaints: complaintsOf(db, caseId),
  };
};

const sum = (groups: readonly LogGroup[]): number => groups.reduce((total, { n }) => total + n, 0);

const earliest = (groups: readonly LogGroup[]): string | null => groups.map(({ first }) => first).toSorted()[0] ?? null;

const latest = (groups: readonly LogGroup[]): string | null =>
  groups
    .map(({ last }) => last)
    .toSorted()
    .at(-1) ?? null;

const loadParties = (db: Reads, caseId: string, groups: readonly LogGroup[]): PartySnapshot[] => {
  const rows = partiesOf(db, caseId);
  if (rows.length === 0) return [];
  const counts = countsByParty(db, caseId);
  const countOf = (partyId: string, what: string): number => counts.get(`${partyId} ${what}`)?.n ?? 0;
  return rows.map((row) => ({
    ...identityOf(row),
    ...contactsOf(row, groups, rows.length === 1),
    privacyNoticeGiven:
      row.privacyNoticeGivenAt !== null || countOf(row.id, 'privacy') > 0 || (rows.length === 1 && countOf('null', 'privacy') > 0),
    identityPhotos: countOf(row.id, 'photo.identity'),
    injuryPhotos: countOf(row.id, 'photo.injury'),
    statementTopics: countOf(row.id, 'statement'),
    statementFrozen: countOf(row.id, 'statement.frozen') > 0,
    diagnosesCoded: countOf(row.id, 'diagnosis'),
    estimates: countOf(row.id, 'estimate'),
    doubtsOpen: countOf(row.id, 'doubt'),
    doubtsWithoutOwner: countOf(row.id, 'doubt.unowned'),
    openPromises: countOf(row.id, 'promise'),
    items: countOf(row.id, 'item'),
    itemsOpen: countOf(row.id, 'item.open'),
    deductionsNotTied: countOf(row.id, 'deduction.untied'),
    offer: counts.get(`${row.id} offer`)?.text ?? null,
  }));
};

const identityOf = (row: PartyRow) => ({
  id: row.id,
  madeAt: row.at,
  hospital: row.hospital,
  hospitalKnownAt: row.hospitalKnownAt,
  treatmentEnded: row.treatmentEnded === 1,
  noPhotoReason: row.noPhotoReason !== null && row.noPhotoReason !== '',
});

/** With one injured party, contacts with the injured side that name nobody are about that party. */
const contactsOf = (row: PartyRow, groups: readonly LogGroup[], alone: boolean) => {
  const own = groups.filter(({ partyId, side }) => partyId === row.id || (alone && partyId === null && side === 'injured'));
  const reached = own.filter(({ outcome, side }) => outcome === 'reached' && side === 'injured');
  const logsByStep: Record<number, number> = {};
  for (const { step, n } of own) if (step !== null) logsByStep[step] = (logsByStep[step] ?? 0) + n;
  return { visitedAt: earliest(reached.filter(({ step }) => step === 2)), lastReachedAt: latest(reached), logsByStep };
};
