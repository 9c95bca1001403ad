import { contactLog } from '../../../shared/contacts/model.ts';
import { disclosure, type CardUsed } from '../../../shared/disclosures/model.ts';
import type { CaseId, ContactLogId, DisclosureId, Id, PartyId } from '../../../shared/kernel/ids.ts';
import { problem, type Problem } from '../../../shared/kernel/problem.ts';
import { err, ok, type Result } from '../../../shared/kernel/result.ts';
import { tidyText } from '../../../shared/kernel/text.ts';
import type { PaperNotice } from '../../../shared/papers/contract.ts';
import { paper, paperRequest } from '../../../shared/papers/model.ts';
import { isIn, latePapers, roundOf } from '../../../shared/papers/rules.ts';
import { partyOfCase } from '../party-of-case.ts';
import { allowed } from '../people/allowed.ts';
import type { DraftOperation, Session } from '../session.ts';
import { notInFuture, tidyNew } from '../tidy-values.ts';
import { cardNow } from '../wording-here.ts';
import { papersOf, requestsOf } from './paper-rows.ts';
import { placePapers, type Placed } from './place-papers.ts';

type Sent = { requestId: string; logId: string; round: number; lateCount: number };

/** Topic of the disclosure that a notice is, in `resources/wording/topics.json`. */
const topic = 'papersAndDeadlines';

/**
 * 一次性告知: names everything missing to one person. Request, states, contact log and disclosure are one change. Something new
 * in a later notice needs a reason and is counted. Source: Insurance Law, art. 22.
 */
export const notifyMissing = (session: Session, input: PaperNotice): Result<Sent, Problem> => {
  const right = allowed(session, 'paper.handle', input.caseId);
  if (!right.ok) return right;
  const party = partyOfCase(session, { caseId: input.caseId, partyId: input.partyId, field: 'partyId' });
  if (!party.ok) return party;
  const past = notInFuture(input.askedAt, session.clock.now().at, 'askedAt');
  if (!past.ok) return past;
  const found = placePapers(session, input);
  if (!found.ok) return found;
  const { placed, ops } = found.value;
  if (placed.some(isIn) || placed.some(({ state }) => !paper.states?.moves[state]?.includes('asked'))) {
    return err(problem('papers.already-in', 'papers'));
  }
  const earlier = { papers: papersOf(session.read, input.caseId), requests: requestsOf(session.read, input.caseId) };
  const lateCount = latePapers(placed, earlier).length;
  const reason = tidyText(input.reason);
  if (lateCount > 0 && reason === '') return err(problem('papers.late-without-reason', 'reason', { count: lateCount }));
  return send(session, input, { placed, ops, lateCount, reason, round: roundOf(placed, earlier) });
};

type Checked = { placed: readonly Placed[]; ops: readonly DraftOperation[]; lateCount: number; reason: string; round: number };

const send = (session: Session, input: PaperNotice, checked: Checked): Result<Sent, Problem> => {
  const { caseId } = input;
  const { placed, round, lateCount } = checked;
  const ids = { request: session.ids.next(), log: session.ids.next() as ContactLogId, disclosure: session.ids.next() as DisclosureId };
  const said = saidOperations(input, ids, input.words ? null : cardNow(session.read, topic));
  if (!said.ok) return said;
  const request = tidyNew(paperRequest, requestValues(input, ids, checked), '');
  if (!request.ok) return request;
  const stored = session.commit({
    kind: 'notify-missing-papers',
    caseId: caseId as CaseId,
    ops: [
      ...checked.ops,
      ...said.value,
      { op: 'insert', entity: 'paperRequest', id: ids.request, fields: request.value },
      ...placed.map((row) => asked(session, row, input.askedAt)),
    ],
  });
  return stored.ok ? ok({ requestId: ids.request, logId: ids.log, round, lateCount }) : stored;
};

type NewIds = { request: string; log: ContactLogId; disclosure: DisclosureId };

const requestValues = (input: PaperNotice, ids: NewIds, { placed, lateCount, reason, round }: Checked) => ({
  partyId: input.partyId as PartyId | null,
  logId: ids.log,
  disclosureId: ids.disclosure,
  paperIds: placed.map(({ id }) => id as Id<'paper'>),
  toWhom: input.toWhom,
  toName: input.toName,
  channel: input.channel,
  askedAt: input.askedAt,
  expectedOn: input.expectedOn,
  round,
  lateCount,
  reason,
});

const sentAsText: readonly string[] = ['chat', 'email', 'letter'];

/** The notice as the timeline and the ledger of disclosures see it. */
const saidOperations = (input: PaperNotice, ids: NewIds, card: CardUsed | null): Result<DraftOperation[], Problem> => {
  const { toWhom, toName, channel, askedAt, words, understood } = input;
  const partyId = input.partyId as PartyId | null;
  const step = partyId === null ? 1 : 4;
  const contact = { partyId, step, counterpart: toWhom, counterpartName: toName, channel, contactAt: askedAt, body: words };
  const log = tidyNew(contactLog, { ...contact, outcome: 'reached' }, '');
  if (!log.ok) return log;
  const telling = { partyId, logId: ids.log, topic, words, card, toldTo: toWhom, toldToName: toName, channel, toldAt: askedAt, understood };
  const told = tidyNew(disclosure, { ...telling, proof: sentAsText.includes(channel) ? 'sent-text' : 'none' }, '');
  if (!told.ok) return told;
  return ok([
    { op: 'insert', entity: 'contactLog', id: ids.log, fields: log.value },
    { op: 'insert', entity: 'disclosure', id: ids.disclosure, fields: told.value },
  ]);
};

/** The first asking is kept: the customer counts from there. */
const asked = (session: Session, row: Placed, askedAt: string): DraftOperation => ({
  op: 'transition',
  entity: 'paper',
  id: row.id,
  from: row.state,
  to: 'asked',
  facts: {
    askedAt,
    firstAskedAt: row.firstAskedAt ?? askedAt,
    askedTimes: (row.askedTimes ?? 0) + 1,
    movedById: session.person().id,
  },
});
