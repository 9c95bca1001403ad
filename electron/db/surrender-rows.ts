import type { CaseId, DeviceId } from '../../shared/kernel/ids.ts';
import type { WireChange } from '../../shared/sync/wire-change.ts';
import { leaveQuarantined, retryRejected } from './content-rows.ts';
import type { Reads, WriteDb } from './handles.ts';
import { activeDevice, earlierOwn } from './journal.ts';
import { fitting, nextBatch } from './sync-outbox.ts';
import { keepState, readState } from './sync-state.ts';
import { lastVerdict, promisingCodes, type Verdict } from './verdict-rows.ts';

type Limits = { changes: number; bytes: number };

/**
 * What a revoked device hands over next: what waits under its present id; where it offers everything, then also what went out under
 * earlier ids of the file, which nobody else would ask about. Source: SPEC [SY-56].
 */
export const nextSurrendered = (db: Reads, deviceId: DeviceId, limits: Limits): WireChange[] => {
  const { changes } = nextBatch(db, deviceId, { ...limits, everything: true });
  return changes.length > 0 || !offersAll(db) ? changes : nextEarlier(db, deviceId, limits);
};

/** The last number under which something was handed over and answered. */
export const lastSurrendered = (db: Reads, deviceId: DeviceId): number => {
  const earlier = earlierTaken(db);
  return earlier > 0 ? lastMidOf(db) + earlier : lastVerdict(db, deviceId);
};

type Answers = { verdicts: readonly Verdict[]; asked: readonly Pick<WireChange, 'mid' | 'changeId'>[] };

/**
 * Answers to a revoked device, by what was asked: about changes under its present id, and about those of earlier ids. The number
 * alone does not tell: what was written while they were on their way has the number under which one of an earlier id went out.
 */
export const sortedAnswers = (db: Reads, deviceId: DeviceId, { verdicts, asked }: Answers): { own: Verdict[]; earlier: Verdict[] } => {
  const changeOf = new Map(asked.map(({ mid, changeId }) => [mid, changeId]));
  const isOwn = ({ mid }: Verdict): boolean =>
    db.get('SELECT 1 FROM journal WHERE device_id = ? AND mid = ? AND change_id = ?', deviceId, mid, changeOf.get(mid) ?? '') !== undefined;
  return { own: verdicts.filter(isOwn), earlier: verdicts.filter((one) => !isOwn(one)) };
};

/** What the hub has answered is not handed over again; the files of what waits for the handler still have to arrive. */
export const keepEarlier = (db: WriteDb, deviceId: DeviceId, verdicts: readonly Verdict[]): void => {
  const [progress, last, before] = [readState(db, 'progress'), lastMidOf(db), earlierTaken(db)];
  if (progress === null || !offersAll(db)) return;
  const rows = earlierOwn(db, deviceId, { after: before, limit: verdicts.length });
  const answered = rows.flatMap((row, at) => {
    const said = verdicts.find(({ mid }) => mid === last + before + at + 1);
    return said ? [{ row, said }] : [];
  });
  if (answered.length < verdicts.length) return;
  for (const { row, said } of answered)
    if (said.code === 'quarantined' && row.mid !== null) leaveQuarantined(db, { ...row, mid: row.mid, epoch: progress.epoch });
  const promised = answered.filter(({ said }) => promisingCodes.includes(said.code)).flatMap(({ row }) => row.caseId ?? []);
  retryRejected(db, [...new Set<CaseId>(promised)]);
  keepState(db, 'offered', { epoch: progress.epoch, earlier: before + answered.length });
};

/** Numbers of earlier ids are used at the hub: here they go on where those of the present id end. */
const nextEarlier = (db: Reads, deviceId: DeviceId, limits: Limits): WireChange[] => {
  const [last, after] = [lastMidOf(db), earlierTaken(db)];
  const rows = earlierOwn(db, deviceId, { after, limit: limits.changes });
  return fitting(
    rows.map((row, at) => ({ ...row, mid: last + after + at + 1 })),
    limits,
  );
};

const lastMidOf = (db: Reads): number => activeDevice(db)?.lastMid ?? 0;

const offersAll = (db: Reads): boolean => {
  const offered = readState(db, 'offered');
  return offered !== null && offered.epoch === readState(db, 'progress')?.epoch;
};

/** How many of them the hub has answered, as far as it still says so. */
const earlierTaken = (db: Reads): number => {
  if (!offersAll(db)) return 0;
  const executed = (readState(db, 'progress')?.ack ?? 0) - lastMidOf(db);
  return Math.min(readState(db, 'offered')?.earlier ?? 0, Math.max(0, executed));
};
