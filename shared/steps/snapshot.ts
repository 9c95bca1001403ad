import type { Counterpart } from '../contacts/model.ts';
import type { Severity } from '../cases/rules.ts';
import type { StepEventKind } from './model.ts';

/** What gates and clocks need to know about one injured party, already counted by the store. Times are instants (UTC). */
export type PartySnapshot = {
  id: string;
  madeAt: string;
  hospital: string | null;
  hospitalKnownAt: string | null;
  treatmentEnded: boolean;
  privacyNoticeGiven: boolean;
  noPhotoReason: boolean;
  identityPhotos: number;
  injuryPhotos: number;
  /** Different first-statement topics that the injured person or the family spoke to. */
  statementTopics: number;
  /** The first statement has been frozen. */
  statementFrozen: boolean;
  /** Diagnoses with an ICD-10 code, or stated to be not yet written. */
  diagnosesCoded: number;
  estimates: number;
  doubtsWithoutOwner: number;
  doubtsOpen: number;
  openPromises: number;
  /** First time somebody met the person in step 2. */
  visitedAt: string | null;
  /** Newest contact that reached the injured person or the family. */
  lastReachedAt: string | null;
  items: number;
  itemsOpen: number;
  /** Deductions without a disclosure that were not openly marked "not told before". */
  deductionsNotTied: number;
  /** State of the newest offer; a closed one counts as paid or as refused. */
  offer: string | null;
  /** Contacts recorded in each step, by step number. */
  logsByStep: Readonly<Record<number, number>>;
};

export type StepEventSnapshot = { partyId: string | null; step: number; event: StepEventKind; reason: string | null; at: string };

export type EscalationSnapshot = {
  id: string;
  partyId: string | null;
  state: string;
  ask: string;
  madeAt: string;
  submittedAt: string | null;
  decidedAt: string | null;
  /** When a superior refused it; stays after it was told. */
  refusedAt?: string | null;
  /** When the party heard the decision, by the log that was named. */
  toldAt?: string | null;
};

/** An advance that was asked for and is not decided yet. */
export type AdvanceSnapshot = { id: string; partyId: string | null; need: string | null; askedAt: string };

/** Offers in the order of their versions. */
export type OfferSnapshot = { id: string; partyId: string | null; state: string; answeredAt: string | null };

export type PaperSnapshot = {
  id: string;
  partyId: string | null;
  /** Its own name; null for one named by the wording list. */
  name: string | null;
  needed: boolean;
  state: string;
  receivedAt: string | null;
  /** Asked for more than once or handed in again after it was refused. */
  supplement: boolean;
};

/** A letter of partial payment or refusal: written down, and sent or not yet. */
export type DeterminationSnapshot = {
  id: string;
  partyId: string | null;
  outcome: string;
  reason: string;
  decidedAt: string;
  sentAt: string | null;
};

/** A score that somebody still has to look into. */
export type LowScoreSnapshot = { id: string; partyId: string | null; what: string; askedAt: string };

/** One entry per offer that was paid in full: the day of the last payment. */
export type PaymentSnapshot = { id: string; partyId: string | null; paidAt: string; satisfactionAskedAt: string | null };

export type ComplaintSnapshot = {
  id: string;
  partyId: string | null;
  body: string;
  madeAt: string;
  urgent: boolean;
  ownerName: string | null;
  contactedAt: string | null;
  planAt: string | null;
  doneAt: string | null;
};

export type QuestionSnapshot = { id: string; partyId: string | null; askedAt: string; complex: boolean; body: string };

export type PromiseSnapshot = {
  id: string;
  partyId: string | null;
  side: 'us' | 'them';
  what: string;
  madeAt: string;
  dueAt: string;
  /** With whom the promise was made, when a log says so. */
  counterpart: Counterpart | null;
};

/** A case as the gates and clocks see it: counts and newest times, never whole logs. Voided rows are left out. */
export type CaseSnapshot = {
  caseId: string;
  open: boolean;
  severity: Severity | null;
  madeAt: string;
  reportedAt: string | null;
  hospital: string | null;
  /** First contact of step 1 that reached the insured or the driver. */
  firstReachedAt: string | null;
  /** Newest contact that reached the insured or the driver. */
  lastInsuredReachedAt: string | null;
  /** Newest contact that reached anybody. */
  lastContactAt: string | null;
  callbackLogs: number;
  costsTold: boolean;
  papersListed: boolean;
  nextDatePromised: boolean;
  parties: readonly PartySnapshot[];
  events: readonly StepEventSnapshot[];
  escalations: readonly EscalationSnapshot[];
  questions: readonly QuestionSnapshot[];
  promises: readonly PromiseSnapshot[];
  advances?: readonly AdvanceSnapshot[];
  offers?: readonly OfferSnapshot[];
  /** Absent as long as the file keeps no such rows. */
  papers?: readonly PaperSnapshot[];
  payments?: readonly PaymentSnapshot[];
  determinations?: readonly DeterminationSnapshot[];
  /** Persons of whom a determinable part was paid ahead of the rest. */
  undisputedPaid?: readonly (string | null)[];
  lowScores?: readonly LowScoreSnapshot[];
  complaints?: readonly ComplaintSnapshot[];
};
