import { compareText } from '../../../shared/kernel/compare-text.ts';
import type { CaseFile } from '../../../shared/cases/contract.ts';
import type { Case } from '../../../shared/cases/model.ts';
import type { ContactLog, Counterpart } from '../../../shared/contacts/model.ts';
import type { Disclosure } from '../../../shared/disclosures/model.ts';
import { stayOf } from '../../../shared/doctors/stay.ts';
import type { Escalation } from '../../../shared/escalations/model.ts';
import type { CalculationContent } from '../../../shared/settlement/file/calculated.ts';
import type { InjuredParty } from '../../../shared/parties/model.ts';
import type { RequestComparison } from '../../../shared/scenarios/of-request.ts';
import type { PaperWords } from './paper-words.ts';

/**
 * What a paper for the customer can reach. Doubts, drift, requests to superiors, remarks, deductions under review, moods and
 * free notes are not in it, so that no template can print them by mistake.
 */
export type CustomerFile = Pick<
  CaseFile,
  | 'parties'
  | 'facts'
  | 'questions'
  | 'disclosures'
  | 'promises'
  | 'offers'
  | 'determinations'
  | 'papers'
  | 'paperRequests'
  | 'statements'
  | 'rounds'
  | 'people'
> & {
  case: Case;
  logs: (Omit<ContactLog, 'body' | 'mood' | 'correctionReason'> & { body: null; mood: null; correctionReason: null })[];
};

/** What a paper is made from: the file, the person it is about (null: the insured side), and the request it is about. */
export type Source<F> = {
  file: F;
  says: PaperWords;
  party: InjuredParty | null;
  escalation: Escalation | null;
  /** The calculation of the person's newest offer, when it rests on one. */
  calculation?: CalculationContent | null;
  /** The comparison the request rests on, computed from the case as it stands. */
  comparison?: RequestComparison | null;
};
export type CustomerSource = Source<CustomerFile>;
export type OwnSource = Source<CaseFile>;

/** Facts outside the first statement that the person may read; what we think of them stays with us. */
const plainFacts = [
  'papersExpectedOn',
  'nextContactOn',
  'treatmentState',
  'dischargeOn',
  'mediationWish',
  'accidentCourse',
  'accidentPlaceTime',
];

type Row = { voidReason: string | null };
const stands = <R extends Row>(rows: readonly R[]): R[] => rows.filter(({ voidReason }) => voidReason === null);

/** The file without voided rows; admission and discharge that only the treatment timeline knows stand with the person. */
export const standingFile = (file: CaseFile): CaseFile => ({
  ...file,
  parties: stands(file.parties).map((party) => ({ ...party, ...stayOf(party, file.treatments) })),
  facts: stands(file.facts),
  logs: stands(file.logs),
  questions: stands(file.questions),
  disclosures: stands(file.disclosures),
  promises: stands(file.promises),
  diagnoses: stands(file.diagnoses),
  estimates: stands(file.estimates),
  marks: stands(file.marks),
  treatments: stands(file.treatments),
  doubts: stands(file.doubts),
  items: stands(file.items),
  deductions: stands(file.deductions),
  offers: stands(file.offers),
  acceptances: stands(file.acceptances),
  talks: stands(file.talks),
  payments: stands(file.payments),
  satisfactions: stands(file.satisfactions),
  determinations: stands(file.determinations),
  escalations: stands(file.escalations),
  remarks: stands(file.remarks),
  attachments: stands(file.attachments),
  papers: stands(file.papers),
  paperRequests: stands(file.paperRequests),
  statements: stands(file.statements),
  drifts: stands(file.drifts),
  advances: stands(file.advances),
  rounds: stands(file.rounds),
});

/** The part of the file that the customer may read. */
export const customerFile = (file: CaseFile, says: PaperWords): CustomerFile => ({
  case: { ...file.case, hopes: null, worries: null, closingReason: null },
  parties: file.parties,
  facts: file.facts.filter(
    ({ topic, source }) => source !== 'seen' && (says.factOf(topic)?.firstStatement === true || plainFacts.includes(topic)),
  ),
  logs: file.logs
    .filter(({ counterpart }) => counterpart !== 'superior')
    .map((log) => ({ ...log, body: null, mood: null, correctionReason: null })),
  questions: file.questions,
  disclosures: file.disclosures,
  promises: file.promises,
  offers: file.offers.filter(({ state }) => state !== 'draft' && state !== 'submitted'),
  determinations: file.determinations,
  papers: file.papers,
  paperRequests: file.paperRequests,
  statements: file.statements.filter(({ state }) => state === 'frozen'),
  rounds: file.rounds.map((row) => ({ ...row, note: null })),
  people: file.people,
});

const sides: Record<'insured' | 'injured', readonly Counterpart[]> = {
  insured: ['insured', 'driver'],
  injured: ['injured', 'family', 'lawyer'],
};

type Side = { party: InjuredParty | null };

/** Whether something between us and a person belongs to the side of this paper. */
export const isWith = ({ party }: Side, whom: Counterpart, partyId: string | null): boolean =>
  party === null ? sides.insured.includes(whom) : sides.injured.includes(whom) && (partyId === null || partyId === party.id);

/** What this side was told, in the order of time. */
export const toldTo = ({ file, party }: { file: Pick<CaseFile, 'disclosures'> } & Side): Disclosure[] =>
  file.disclosures
    .filter(({ toldTo: whom, partyId }) => isWith({ party }, whom, partyId))
    .toSorted((a, b) => compareText(a.toldAt, b.toldAt) || compareText(a.at, b.at) || compareText(a.id, b.id));

/** What stands of it: later corrections take the place of what they correct, and a repeated topic counts as last told. */
export const standingTold = (source: Parameters<typeof toldTo>[0]): Disclosure[] => {
  const corrected = new Set<string>(source.file.disclosures.flatMap(({ correctsDisclosureId }) => correctsDisclosureId ?? []));
  const latest = new Map<string, Disclosure>();
  for (const one of toldTo(source)) if (!corrected.has(one.id)) latest.set(one.topic, one);
  return [...latest.values()];
};

type LogRow = Pick<ContactLog, 'id' | 'counterpart' | 'partyId' | 'contactAt' | 'outcome' | 'correctsLogId' | 'step'>;

/** Contacts with this side that no later one corrects, oldest first. */
export const logsWith = <L extends LogRow>({ file, party }: { file: { logs: readonly L[] } } & Side): L[] =>
  uncorrected(file.logs).filter((log) => isWith({ party }, log.counterpart, log.partyId));

export const uncorrected = <L extends LogRow>(logs: readonly L[]): L[] => {
  const corrected = new Set<string>(logs.flatMap(({ correctsLogId }) => correctsLogId ?? []));
  return logs.filter(({ id }) => !corrected.has(id)).toSorted((a, b) => compareText(a.contactAt, b.contactAt));
};

/** Rows about the person of the paper, or about the whole case. */
export const about = <R extends { partyId: string | null }>({ party }: Side, rows: readonly R[]): R[] =>
  rows.filter(({ partyId }) => partyId === null || party === null || partyId === party.id);
