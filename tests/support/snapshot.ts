import type { CaseSnapshot, PartySnapshot, StepEventSnapshot } from '../../shared/steps/snapshot.ts';

/** An injured party about whom nothing is known yet. */
export const partySnapshot = (changes: Partial<PartySnapshot> = {}): PartySnapshot => ({
  id: 'party-1',
  madeAt: '2026-03-02T01:00:00.000Z',
  hospital: null,
  hospitalKnownAt: null,
  treatmentEnded: false,
  privacyNoticeGiven: false,
  noPhotoReason: false,
  identityPhotos: 0,
  injuryPhotos: 0,
  statementTopics: 0,
  statementFrozen: false,
  diagnosesCoded: 0,
  estimates: 0,
  doubtsWithoutOwner: 0,
  doubtsOpen: 0,
  openPromises: 0,
  visitedAt: null,
  lastReachedAt: null,
  items: 0,
  itemsOpen: 0,
  deductionsNotTied: 0,
  offer: null,
  logsByStep: {},
  ...changes,
});

/** An open ordinary case reported on Monday 2026-03-02 at 10:00 Chinese time, with one injured party. */
export const caseSnapshot = (changes: Partial<CaseSnapshot> = {}): CaseSnapshot => ({
  caseId: 'case-1',
  open: true,
  severity: 'ordinary',
  madeAt: '2026-03-02T02:00:00.000Z',
  reportedAt: '2026-03-02T02:00:00.000Z',
  hospital: null,
  firstReachedAt: null,
  lastInsuredReachedAt: null,
  lastContactAt: null,
  callbackLogs: 0,
  costsTold: false,
  papersListed: false,
  nextDatePromised: false,
  parties: [partySnapshot()],
  events: [],
  escalations: [],
  questions: [],
  promises: [],
  ...changes,
});

/** A decision in short: `'3 finished party-1'`; without a party it is about the case. */
export const stepEventOf = (decision: string, at: string): StepEventSnapshot => {
  const [step, event, partyId = null] = decision.split(' ');
  return { partyId, step: Number(step), event: event as StepEventSnapshot['event'], reason: null, at };
};
