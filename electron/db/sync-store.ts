import type { CaseId, DeviceId } from '../../shared/kernel/ids.ts';
import type { DocumentKind, PublishedDocument } from '../../shared/sync/published.ts';
import type { Evict, Resolution } from '../../shared/sync/pull-messages.ts';
import type { SessionReply } from '../../shared/sync/session-messages.ts';
import { dropRefusedLeft, offerAgain } from './content-rows.ts';
import { keepResolution } from './resolution-rows.ts';
import type { ChangeDraft } from './change-draft.ts';
import { writeOne, type CommitPorts } from './commit.ts';
import type { Connection } from './connection.ts';
import { evictCase, forgetHandedOver, keepReleased, purgeSearch } from './evict-case.ts';
import type { Reads, WriteDb } from './handles.ts';
import { activeDevice } from './journal.ts';
import type { TouchedRow } from './projector.ts';
import { dropLostDocuments, keepDocument, keepRefused, unconfirmDocuments, type RefusedDocument } from './published-rows.ts';
import { rebuildCase, runProjectors, type Projection } from './rebuild.ts';
import { confirmHeads, receiveCase, type CaseUpdate } from './receive-case.ts';
import { renewDevice, type NewDevice } from './renew-device.ts';
import { slugsOf, type Slug } from './slugs.ts';
import { keepEarlier } from './surrender-rows.ts';
import { keepState, readState, type ProgressState } from './sync-state.ts';
import { dropVerdictsAbove, keepVerdicts, type Verdict } from './verdict-rows.ts';

/** What every reply says about this device; taken over in the same transaction as the rest of the reply. */
export type Progress = Omit<ProgressState, 'seenAt'>;

/** One reply, whole: nothing of it is ever applied in part. Source: SPEC [SY-45]. */
export type Taken = {
  progress: Progress | null;
  verdicts?: readonly Verdict[];
  /** A revoked device hands over all it has once more: what was said of it before does not count. */
  offerAll?: boolean;
  /** What was said of changes that had gone out under earlier ids of this file. */
  earlier?: readonly Verdict[];
  resolutions?: readonly Resolution[];
  updates?: readonly CaseUpdate[];
  evict?: readonly Evict[];
  /** The next page is already asked for: the last one brings this one to the disk, and a power cut before it costs pages, nothing else. */
  goesOn?: boolean;
  /** Every head but these was found equal. */
  confirmedBut?: readonly CaseId[];
  released?: readonly CaseId[];
  documents?: readonly PublishedDocument[];
  /** Documents that this app cannot use; the former ones stay. */
  refused?: readonly RefusedDocument[];
  /** Documents that were asked for as if none of their kind were here: the hub had fallen back. */
  anew?: readonly DocumentKind[];
  /** Changes of this machine that follow from the documents. */
  drafts?: (db: Reads) => ChangeDraft[];
  /** Changes of others that wait for this person's decision. */
  inbox?: number;
};

/** The sync's own door to the file: whole replies in, one transaction each. */
export type SyncStore = {
  take(reply: Taken): void;
  /** Goes on under a new device id with everything that waits. */
  renew(device: NewDevice): void;
  /** Tokens are used once: a new one replaces the old before anything else is sent. */
  keepSession(session: SessionReply): void;
  /** Writes state of the sync itself. */
  keep(work: (db: WriteDb) => void): void;
  deviceId(): DeviceId;
};

export const createSyncStore = (connection: Connection, ports: CommitPorts): SyncStore => ({
  take: (reply) => take(connection, ports, reply),
  renew: (device) => {
    const projection = projectionOf(ports);
    connection.transaction((db) => {
      for (const caseId of renewDevice(db, device, projection.now)) rebuildCase(db, caseId, projection);
    });
    ports.announce({ slugs: ['cases', 'sync'], caseId: null });
  },
  keepSession: ({ accessToken, refreshToken, leaseDays }) =>
    connection.transaction((db) => keepState(db, 'session', { accessToken, refreshToken, leaseDays })),
  keep: (work) => {
    connection.transaction(work);
    ports.announce({ slugs: ['sync'], caseId: null });
  },
  deviceId: () => deviceOf(connection.write).deviceId,
});

const projectionOf = ({ clock, projectors }: CommitPorts): Projection => ({ projectors, now: clock.now().at });

const deviceOf = (db: Reads): { deviceId: DeviceId } => {
  const device = activeDevice(db);
  if (!device) throw new Error('the file has no device');
  return device;
};

const take = (connection: Connection, ports: CommitPorts, reply: Taken): void => {
  const write = reply.goesOn ? connection.transactionBefore : connection.transaction;
  const done = write((db) => takeIn(db, ports, reply));
  // Pages of an evicted case also stand in the log beside the file until it is emptied.
  if (done.evicted) connection.pragma('wal_checkpoint(TRUNCATE)');
  const slugs = new Set<Slug>([...slugsOf(done.touched), 'sync']);
  if (done.evicted) for (const slug of ['cases', 'clocks', 'search', 'drafts'] as const) slugs.add(slug);
  // Authority limits are read where people are asked for; of the others every screen says its version.
  if (reply.documents !== undefined) for (const slug of ['people', 'standards', 'clocks', 'wording'] as const) slugs.add(slug);
  ports.announce({ slugs: [...slugs].toSorted(), caseId: null });
};

type Done = { touched: TouchedRow[]; evicted: boolean };

const takeIn = (db: WriteDb, ports: CommitPorts, reply: Taken): Done => {
  const projection = projectionOf(ports);
  const { deviceId } = deviceOf(db);
  const again = new Set<CaseId>();
  if (reply.progress) for (const caseId of takeProgress(db, reply.progress, { deviceId, now: projection.now })) again.add(caseId);
  if (reply.progress && reply.offerAll) for (const caseId of offerAll(db, deviceId, reply.progress.epoch)) again.add(caseId);
  for (const caseId of keepVerdicts(db, { deviceId, verdicts: reply.verdicts ?? [], at: projection.now })) again.add(caseId);
  if (reply.earlier !== undefined && reply.earlier.length > 0) keepEarlier(db, deviceId, reply.earlier);
  for (const one of reply.resolutions ?? []) keepResolution(db, deviceId, one);
  for (const evict of reply.evict ?? []) {
    evictCase(db, evict, projection.now);
    again.delete(evict.caseId);
  }
  const touched = (reply.updates ?? []).flatMap((update) => receiveCase(db, update, projection));
  for (const caseId of again) touched.push(...rebuildCase(db, caseId, projection));
  if (reply.progress && reply.confirmedBut) confirmHeads(db, reply.confirmedBut, reply.progress.epoch);
  keepReleased(db, reply.released ?? []);
  if (reply.inbox !== undefined) keepState(db, 'inbox', { count: reply.inbox });
  dropLostDocuments(db, { anew: reply.anew ?? [], kept: kindsOf(reply.documents), refused: kindsOf(reply.refused) });
  for (const document of reply.documents ?? []) keepDocument(db, document, projection.now);
  for (const one of reply.refused ?? []) keepRefused(db, one, projection.now);
  for (const draft of reply.drafts?.(db) ?? []) touched.push(...writeOwn(db, ports, draft));
  return { touched, evicted: letGo(db, deviceId, (reply.evict ?? []).length > 0) };
};

const kindsOf = (documents: readonly { kind: DocumentKind }[] = []): DocumentKind[] => documents.map(({ kind }) => kind);

/** A change of this machine that the hub's documents bring about. */
const writeOwn = (db: WriteDb, ports: CommitPorts, draft: ChangeDraft): TouchedRow[] => {
  const { touched } = writeOne(db, { ports, by: null }, draft);
  runProjectors(db, { caseId: null, touched, ...projectionOf(ports) });
  return touched;
};

const letGo = (db: WriteDb, deviceId: DeviceId, evicted: boolean): boolean => {
  const progress = readState(db, 'progress');
  const forgotten = progress ? forgetHandedOver(db, deviceId, progress.stable) : 0;
  if (forgotten > 0) dropRefusedLeft(db);
  if (evicted) {
    purgeSearch(db);
    keepState(db, 'evictOrder', null);
  }
  return evicted || forgotten > 0;
};

const offerAll = (db: WriteDb, deviceId: DeviceId, epoch: string): CaseId[] => {
  keepState(db, 'offered', { epoch });
  return dropVerdictsAbove(db, deviceId, 0);
};

/**
 * A hub that speaks of a new epoch, or has executed less than it said before, has fallen back: what it said about numbers that
 * did not survive for certain no longer holds, even if it has executed as many again: they may be those of a copy of this file.
 * They wait again, and sending them a second time tells. Source: SPEC [SY-50], [SY-51].
 */
const takeProgress = (db: WriteDb, progress: Progress, { deviceId, now }: { deviceId: DeviceId; now: string }): CaseId[] => {
  const before = readState(db, 'progress');
  const fellBack = before !== null && (before.epoch !== progress.epoch || progress.ack < before.ack);
  keepState(db, 'progress', { ...progress, seenAt: now });
  if (before !== null && before.epoch !== progress.epoch) offerAgain(db, progress.epoch);
  if (fellBack) unconfirmDocuments(db);
  return dropVerdictsAbove(db, deviceId, fellBack ? Math.min(before.stable, progress.ack) : progress.ack);
};
