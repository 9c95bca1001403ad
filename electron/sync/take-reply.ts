import type { z } from 'zod';
import type { CaseId } from '../../shared/kernel/ids.ts';
import { bucketOf } from '../../shared/sync/digest.ts';
import { emptyHead, follows, type CaseHead, type Entry } from '../../shared/sync/entry.ts';
import { exchanges } from '../../shared/sync/messages.ts';
import type { CasePage, CompareReply, EntriesReply, Evict, PlanReply } from '../../shared/sync/pull-messages.ts';
import type { DocumentsRequest } from '../../shared/sync/published.ts';
import type { PushReply } from '../../shared/sync/push-messages.ts';
import type { Sha256 } from '../../shared/sync/sha256.ts';
import { maxChangesPerPush } from '../../shared/sync/session-messages.ts';
import type { Verdict } from '../../shared/sync/verdict.ts';
import { opsTextOf } from '../../shared/sync/wire-change.ts';
import { unlistedCases, type CaseEntry } from '../db/case-entry-rows.ts';
import type { CaseUpdate } from '../db/receive-case.ts';
import { lastSurrendered, nextSurrendered, sortedAnswers } from '../db/surrender-rows.ts';
import { isLost, nextBatch } from '../db/sync-outbox.ts';
import { casesInDoubt, casesTakenIn, lostChanges } from '../db/lost-changes.ts';
import { documentVersions, unconfirmDocuments, unconfirmedKinds } from '../db/published-rows.ts';
import { keepState, readState } from '../db/sync-state.ts';
import type { Progress, Taken } from '../db/sync-store.ts';
import { lastVerdict, waitingChanges, type Verdict as KeptVerdict } from '../db/verdict-rows.ts';
import { activeDevice } from '../db/journal.ts';
import type { Outcome } from './machine.ts';
import type { SyncPorts } from './ports.ts';
import { takeDocuments } from './take-documents.ts';
import type { Asked } from './questions.ts';
import { firstPush, type Round } from './round.ts';
import { inWantedOrder } from './wanted-order.ts';

const cut: Outcome = { of: 'failed', code: 'cut' };

/** A reply of the right shape that belongs to the question. */
export type Checked = z.infer<(typeof exchanges)[Asked['what']]['reply']>;

export const checkedReply = (asked: Asked, reply: unknown): Checked | null => {
  const parsed = exchanges[asked.what].reply.safeParse(reply);
  if (!parsed.success) return null;
  return 'requestId' in parsed.data && parsed.data.requestId !== asked.requestId ? null : parsed.data;
};

/** Applies one reply whole, in one transaction, or not at all; says what the machine has to know. Source: SPEC [SY-45]. */
export const takeReply = (ports: SyncPorts, asked: Asked, { data, round }: { data: Checked; round: Round }): Outcome => {
  switch (asked.what) {
    case 'compare':
      return takeCompare(ports, data as CompareReply, { asked, round });
    case 'plan':
      return takePlan(ports, data as PlanReply, round);
    case 'entries':
      return takeEntries(ports, data as EntriesReply, round);
    case 'documents':
      return takeDocuments(ports, data as z.infer<typeof exchanges.documents.reply>, (asked.body as DocumentsRequest).have);
    case 'push':
      return takePush(ports, data as PushReply, { asked, round });
    case 'surrender':
      return takeSurrender(ports, data as PushReply, asked);
    case 'refresh':
      return takeRefresh(ports, data as z.infer<typeof exchanges.refresh.reply>);
  }
};

type Says = { epoch: string; ack: number; stable: number; hubNow: string };

/** The hub's clock is compared and shown; it decides nothing here. Source: SPEC [SY-3]. */
const progressOf = (ports: SyncPorts, { epoch, ack, stable, hubNow }: Says): Progress => ({
  epoch,
  ack,
  stable,
  hubAt: hubNow,
  skewMs: Date.parse(ports.clock.now().at) - Date.parse(hubNow),
});

const takeCompare = (ports: SyncPorts, reply: CompareReply, { asked, round }: { asked: Asked; round: Round }): Outcome => {
  const unlisted = unlistedCases(ports.read).map(bucketOf);
  Object.assign(round, { buckets: [...new Set([...reply.buckets, ...unlisted])], wanted: [], total: 0, push: firstPush });
  round.staged.clear();
  const { resolutions } = reply;
  const same = reply.same && unlisted.length === 0;
  const isHeard = readState(ports.read, 'progress')?.epoch === reply.epoch;
  const released = isHeard ? (asked.released as readonly CaseId[]) : [];
  const taken: Taken = { progress: progressOf(ports, reply), resolutions, released, inbox: reply.inbox };
  ports.store.take(same ? { ...taken, confirmedBut: [] } : taken);
  // A number below the one here: a backup has taken the newer one away, and it may be given again.
  const before = documentVersions(ports.read);
  if (reply.documents.some(({ kind, version }) => version < (before[kind] ?? 0))) ports.store.keep(unconfirmDocuments);
  const ahead = reply.ack > (activeDevice(ports.read)?.lastMid ?? 0) || (same && hasLost(ports, reply));
  return { of: 'compare', same, documents: reply.documents.length > 0 || unconfirmedKinds(ports.read).length > 0, ahead };
};

/** Once per epoch, when every list is as the hub has it: did the hub lose what it had taken in of this file? Source: SPEC [SY-54]. */
const hasLost = ({ read, store }: SyncPorts, { epoch, behind }: CompareReply): boolean => {
  if (!behind && readState(read, 'confirmed')?.epoch === epoch) return false;
  if (lostChanges(read).length > 0) return true;
  store.keep((db) => keepState(db, 'confirmed', { epoch }));
  return false;
};

/** Nine tenths of what is here, or all of it, without a reason: never a wish to forget, always a reason to ask. Source: SPEC [SY-46]. */
const tripsBrake = (ports: SyncPorts, evict: readonly Evict[]): boolean => {
  const held = ports.read.get<{ n: number }>('SELECT count(*) AS n FROM case_heads')?.n ?? 0;
  const unexplained = evict.filter(({ reason }) => reason === 'unknown').length;
  if (unexplained === 0 || unexplained < held * 0.9) return false;
  return (readState(ports.read, 'evictOrder')?.count ?? 0) < unexplained;
};

/**
 * A hub that has fallen back may not know a case that this device is about to send again: what waits is pushed first, and the
 * pull after it decides. A case for which it once took in changes of this file is one it has lost: somebody who is no longer
 * entitled hears another reason. Whatever the reason, a case stays until what an earlier id of the file had brought there has gone
 * out again, if the hub may have lost it. Source: SPEC [SY-54].
 */
const toEvict = (ports: SyncPorts, said: readonly Evict[]): { evict: Evict[]; lost: CaseId[] } => {
  const waits = new Set<string>(waitingChanges(ports.read, ports.store.deviceId()).map(({ caseId }) => caseId));
  const unknown = said.filter(({ reason, caseId }) => reason === 'unknown' && !waits.has(caseId)).map(({ caseId }) => caseId);
  const known = said.filter(({ reason }) => reason !== 'unknown').map(({ caseId }) => caseId);
  const doubtful = casesInDoubt(ports.read, [...unknown, ...known]);
  const lost = [...new Set([...casesTakenIn(ports.read, unknown), ...doubtful])];
  const stays = new Set<string>([...waits, ...lost]);
  const goes = ({ reason, caseId }: Evict): boolean => (reason === 'unknown' ? !stays.has(caseId) : !doubtful.includes(caseId));
  return { evict: said.filter(goes), lost };
};

const takePlan = (ports: SyncPorts, reply: PlanReply, round: Round): Outcome => {
  // The buckets were compared in another history: what lies outside of them would be confirmed unseen. Source: SPEC [SY-50].
  if (readState(ports.read, 'progress')?.epoch !== reply.epoch) return cut;
  const { evict, lost } = toEvict(ports, reply.evict);
  if (tripsBrake(ports, evict)) return { of: 'plan', wanted: 0, brake: true, lost: false };
  if (lost.length > 0) ports.store.keep((db) => keepState(db, 'lostCases', { caseIds: lost }));
  const wanted = reply.want.map(([caseId]) => caseId);
  ports.store.take({ progress: progressOf(ports, reply), evict, confirmedBut: [...wanted, ...reply.evict.map(({ caseId }) => caseId)] });
  round.wanted = inWantedOrder(ports.read, reply.want);
  Object.assign(round, { total: round.wanted.length, pages: 0 });
  return { of: 'plan', wanted: round.wanted.length, brake: false, lost: lost.length > 0 };
};

const takeEntries = (ports: SyncPorts, reply: EntriesReply, round: Round): Outcome => {
  const pages = reply.cases.map((page) => readPage(ports, { page, round, epoch: reply.epoch }));
  if (pages.some((page) => page === null)) return cut;
  if (reply.cases.length + reply.evict.length === 0) return cut;
  const whole = pages.flatMap((page) => (page && !page.staged ? [page.update] : []));
  const gone = new Set<CaseId>([
    ...reply.evict.map(({ caseId }) => caseId),
    ...reply.cases.filter(({ complete }) => complete).map(({ caseId }) => caseId),
  ]);
  const wanted = round.wanted.filter(({ caseId }) => !gone.has(caseId));
  // Only what adds to the lists may wait for the sync of the last page: nothing here or at the hub is given up for it.
  const goesOn = wanted.length > 0 && reply.evict.length === 0 && whole.every(({ reset }) => !reset);
  // What is lost there is left to the next plan.
  ports.store.take({ progress: progressOf(ports, reply), updates: whole, evict: toEvict(ports, reply.evict).evict, goesOn });
  round.wanted = wanted;
  round.pages += 1;
  for (const page of pages) if (page) note(round, page);
  return { of: 'entries', left: round.wanted.length };
};

type Page = { update: CaseUpdate; staged: boolean };

/** One case of a page, if its chain follows from what is here; a reset that is not complete waits for the rest. */
const readPage = (ports: SyncPorts, { page, round, epoch }: { page: CasePage; round: Round; epoch: string }): Page | null => {
  const { caseId, mode, complete } = page;
  const wanted = round.wanted.find((one) => one.caseId === caseId);
  if (!wanted) return null;
  const { end, entries } = keptFrom(mode === 'reset' ? emptyHead : wanted.from, page.entries as Entry[], ports.sha256);
  if (end === null || (complete && (end.ver !== page.head[0] || end.hash !== page.head[1]))) return null;
  if (!complete && entries.length === 0) return null;
  const before = mode === 'append' ? round.staged.get(caseId) : undefined;
  const update: CaseUpdate = {
    head: { caseId, ...end, epoch },
    reset: mode === 'reset' || before !== undefined,
    entries: [...(before?.entries ?? []), ...entries],
  };
  return { update, staged: update.reset && !complete };
};

const note = (round: Round, { update, staged }: Page): void => {
  const { caseId, ver, hash } = update.head;
  if (staged) round.staged.set(caseId, update);
  else round.staged.delete(caseId);
  const at = round.wanted.findIndex((one) => one.caseId === caseId);
  if (at !== -1) round.wanted = round.wanted.map((one, index) => (index === at ? { ...one, from: { ver, hash } } : one));
};

/** The entries as they are kept, and where their chain ends: null when one of them does not follow from the one before it. */
const keptFrom = (from: CaseHead, entries: readonly Entry[], sha256: Sha256): { end: CaseHead | null; entries: CaseEntry[] } => {
  const kept: CaseEntry[] = [];
  let head = from;
  for (const entry of entries) {
    const { ver, hash, change, deviceId, byPersonId, receivedAt, flags } = entry;
    const opsText = opsTextOf(change);
    if (!follows(head, entry, { sha256, opsText })) return { end: null, entries: [] };
    head = { ver, hash };
    kept.push({ ver, hash, opsText, change: { ...change, deviceId, byPersonId }, derived: { receivedAt, flags } });
  }
  return { end: head, entries: kept };
};

const takePush = (ports: SyncPorts, reply: PushReply, { asked: { changes }, round }: { asked: Asked; round: Round }): Outcome => {
  const deviceId = ports.store.deviceId();
  const before = lastVerdict(ports.read, deviceId);
  ports.store.take({ progress: progressOf(ports, reply), verdicts: verdictsOf(reply) });
  const moved = lastVerdict(ports.read, deviceId) !== before;
  if (moved) round.push = maxChangesPerPush;
  const { changes: next } = nextBatch(ports.read, deviceId, { changes: 1, bytes: 1 });
  // Numbers that came again with other content, or that the hub lost after this file had given them back, are never filled.
  const lost = reply.stopped === 'device-rewound' || isLost(ports.read, deviceId);
  const stuck = !moved && next[0]?.mid === changes[0]?.mid && reply.stopped !== 'epoch';
  if (stuck && !lost) return cut;
  return { of: 'push', sent: changes.length, more: next.length > 0, lost };
};

/** How long after its changes were in a revoked device waits for its files, in hub time. Source: SPEC [SY-58]. */
const longestDeliveryMs = 7 * 86_400_000;

/** Nothing is forgotten before it survives a fail-over at the hub: until then this device still holds it. Source: SPEC [SY-56]. */
const takeSurrender = (ports: SyncPorts, reply: PushReply, asked: Asked): Outcome => {
  const deviceId = ports.store.deviceId();
  const { own, earlier } = sortedAnswers(ports.read, deviceId, { verdicts: verdictsOf(reply), asked: asked.changes });
  ports.store.take({ progress: progressOf(ports, reply), verdicts: own, earlier, offerAll: isUnsure(ports, reply) });
  const more = nextSurrendered(ports.read, deviceId, { changes: 1, bytes: 1 }).length > 0;
  if (!more && reply.stable < lastSurrendered(ports.read, deviceId)) return { of: 'failed', code: 'hub.busy' };
  return { of: 'surrender', more, files: !more && waitsForFiles(ports, reply) };
};

/**
 * A hub put back to a backup may lack what it had taken in, under numbers that a copy of this file has used since; a revoked device
 * cannot compare lists. Unless it had found them all right in this epoch, it offers everything once more. Source: SPEC [SY-56].
 */
const isUnsure = ({ read }: SyncPorts, { epoch }: PushReply): boolean =>
  readState(read, 'confirmed')?.epoch !== epoch && readState(read, 'offered')?.epoch !== epoch;

/** The hub's time alone says when it is over: it passes only while the hub can be reached, so the files had their chance. */
const waitsForFiles = ({ read, store, hasUnsentFiles }: SyncPorts, { hubNow }: PushReply): boolean => {
  if (!hasUnsentFiles()) return false;
  const since = readState(read, 'delivering')?.since;
  if (since === undefined) store.keep((db) => keepState(db, 'delivering', { since: hubNow }));
  return since === undefined || Date.parse(hubNow) - Date.parse(since) < longestDeliveryMs;
};

const verdictsOf = ({ verdicts }: PushReply): KeptVerdict[] => verdicts.map(keptVerdict);

const keptVerdict = (said: Verdict): KeptVerdict => {
  const { mid, verdict: code } = said;
  if (said.verdict === 'accepted' || said.verdict === 'late') return { mid, code, ver: said.ver, facts: {} };
  if (said.verdict === 'conflict') return { mid, code, ver: null, facts: { fields: said.fields } };
  // The same change came before under another number: the hub has it, and the list of its case says where.
  if (said.verdict === 'refused' && said.code === 'row-exists' && said.facts['entity'] === 'change') {
    return { mid, code: 'accepted', ver: null, facts: {} };
  }
  if (said.verdict === 'refused') return { mid, code, ver: null, facts: { code: said.code, ...said.facts } };
  return { mid, code, ver: null, facts: { code: said.code } };
};

const takeRefresh = (ports: SyncPorts, reply: z.infer<typeof exchanges.refresh.reply>): Outcome => {
  const hub = readState(ports.read, 'hub');
  if (hub !== null && hub.hubId !== reply.hubId) return { of: 'refresh', foreign: true };
  ports.store.keepSession(reply);
  return { of: 'refresh', foreign: false };
};
