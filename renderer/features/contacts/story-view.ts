import type { CaseFile } from '../../../shared/cases/contract.ts';
import type { MediationRound } from '../../../shared/mediations/model.ts';
import { laneOf, timelineOf, type LaneName, type TimelineEntry } from './timeline-view.ts';

/** Something that happened beside a conversation: a word key with its facts, and where it belongs. */
export type Mark = {
  kind: 'mark';
  id: string;
  at: string;
  lane: LaneName;
  what: 'step' | 'offer' | 'reply' | 'advance' | 'escalation' | 'told' | 'promised' | 'complaint';
  /** State or event that names the words. */
  state: string;
  facts: { number?: number; fen?: number | null; text?: string | null };
  byPersonId: string | null;
};

export type Contact = { kind: 'contact'; id: string; at: string; lane: LaneName; entry: TimelineEntry; round: MediationRound | null };
type StoryLine = Contact | Mark;

type Row = { id: string; partyId?: string | null; voidReason: string | null; byPersonId: string | null };
type Say = Omit<Mark, 'kind' | 'id' | 'byPersonId'>;

const mark = (row: Row, say: Say): Mark => ({ kind: 'mark', id: `${row.id}:${say.state}`, byPersonId: row.byPersonId, ...say });

const stepMarks = (file: CaseFile): [Row, Mark][] =>
  file.stepEvents.map((row) => [
    row,
    mark(row, { at: row.at, lane: 'internal', what: 'step', state: row.event, facts: { number: row.step ?? 0, text: row.reason } }),
  ]);

/** What the party answered, also after the offer was paid or closed. */
const answerOf = ({ state, paidAt }: CaseFile['offers'][number]): string => {
  if (state === 'paid') return 'accepted';
  return state === 'closed' ? (paidAt === null ? 'refused' : 'accepted') : state;
};

const offerMarks = (file: CaseFile): [Row, Mark][] =>
  file.offers.flatMap((row) => {
    const facts = { number: row.version ?? 0, fen: row.amountFen };
    const put: [Row, Mark][] =
      row.putAt === null ? [] : [[row, mark(row, { at: row.putAt, lane: 'injured', what: 'offer', state: 'put', facts })]];
    if (row.answeredAt === null || ['draft', 'submitted', 'approved', 'put'].includes(row.state)) return put;
    const state = answerOf(row);
    const said = { ...facts, fen: state === 'accepted' ? row.amountFen : row.counterFen, text: row.reply };
    return [...put, [row, mark(row, { at: row.answeredAt, lane: 'injured', what: 'reply', state, facts: said })]];
  });

type Dated = { at: string | null; state: string; lane: LaneName; facts: Mark['facts'] };

const advanceMarks = (file: CaseFile): [Row, Mark][] =>
  file.advances.flatMap((row) => {
    const all: Dated[] = [
      { at: row.askedAt, state: 'asked', lane: 'internal', facts: { fen: row.amountFen } },
      {
        at: row.decidedAt,
        state: row.decidedFen === null ? 'not-yet' : 'approved',
        lane: 'internal',
        facts: { fen: row.decidedFen, text: row.toAdd },
      },
      { at: row.paidOn === null ? null : `${row.paidOn}T04:00:00.000Z`, state: 'paid', lane: 'injured', facts: { fen: row.decidedFen } },
    ];
    return all.flatMap(({ at, ...say }): [Row, Mark][] => (at === null ? [] : [[row, mark(row, { at, what: 'advance', ...say })]]));
  });

const escalationMarks = (file: CaseFile): [Row, Mark][] =>
  file.escalations.flatMap((row) => {
    const facts = { fen: row.decidedFen ?? row.amountFen, text: row.ask };
    const asked: [Row, Mark][] =
      row.submittedAt === null
        ? []
        : [[row, mark(row, { at: row.submittedAt, lane: 'internal', what: 'escalation', state: 'submitted', facts })]];
    if (row.decidedAt === null) return asked;
    // Asked again: what was decided before was that it came back.
    const state = row.state === 'told' ? 'decided' : row.state === 'submitted' ? 'returned' : row.state;
    return [
      ...asked,
      [row, mark(row, { at: row.decidedAt, lane: 'internal', what: 'escalation', state, facts: { ...facts, text: row.decisionReason } })],
    ];
  });

/** The logs of a complaint stand in the talks already; here is that it was one, and what was planned and reached. */
const complaintMarks = (file: CaseFile): [Row, Mark][] =>
  file.complaints.flatMap((row) => {
    const lane = laneOf(row.saidBy);
    const all = [
      { at: row.madeAt, state: 'received', facts: { text: row.topic } },
      { at: row.plannedAt, state: 'planned', facts: { text: row.plan } },
      { at: row.doneAt, state: 'done', facts: { text: row.outcome } },
    ];
    return all.flatMap(({ at, ...say }): [Row, Mark][] => (at === null ? [] : [[row, mark(row, { at, lane, what: 'complaint', ...say })]]));
  });

/** What was told or promised outside a recorded conversation, for example by letter. */
const looseMarks = (file: CaseFile): [Row, Mark][] => [
  ...file.disclosures
    .filter((row) => row.logId === null)
    .map((row): [Row, Mark] => [
      row,
      mark(row, { at: row.toldAt, lane: laneOf(row.toldTo), what: 'told', state: row.understood, facts: { text: row.topic } }),
    ]),
  ...file.promises
    .filter((row) => row.logId === null)
    .map((row): [Row, Mark] => [
      row,
      mark(row, { at: row.at, lane: 'internal', what: 'promised', state: row.state, facts: { text: row.what } }),
    ]),
];

/** The whole story for one injured party, newest first: conversations, and what was decided, offered and paid between them. */
export const storyOf = (file: CaseFile, partyId: string | null): StoryLine[] => {
  const roundByLog = new Map(file.rounds.filter((row) => row.voidReason === null).map((row) => [row.logId as string | null, row]));
  const contacts = timelineOf(file, partyId).map((entry): Contact => {
    const round = roundByLog.get(entry.log.id) ?? null;
    return { kind: 'contact', id: entry.log.id, at: entry.log.contactAt, lane: round === null ? entry.lane : 'mediation', entry, round };
  });
  const marks = [
    ...stepMarks(file),
    ...offerMarks(file),
    ...advanceMarks(file),
    ...escalationMarks(file),
    ...complaintMarks(file),
    ...looseMarks(file),
  ]
    .filter(([row]) => row.voidReason === null && (partyId === null || (row.partyId ?? null) === null || row.partyId === partyId))
    .map(([, one]) => one);
  return [...contacts, ...marks].toSorted((a, b) => b.at.localeCompare(a.at));
};

/** Moods over time of one lane, oldest first; without a lane the injured side's, which is the one a settlement hangs on. */
export const moodsOf = (story: readonly StoryLine[], lane: LaneName | 'all'): { id: string; at: string; mood: number }[] =>
  story
    .flatMap((line) => {
      const wanted = lane === 'all' ? line.lane === 'injured' || line.lane === 'mediation' : line.lane === lane;
      if (line.kind !== 'contact' || !wanted || line.entry.log.mood === null || line.entry.log.voidReason !== null) return [];
      return line.entry.correctedBy === null ? [{ id: line.id, at: line.at, mood: line.entry.log.mood }] : [];
    })
    .toReversed();
