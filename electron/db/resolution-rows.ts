import type { Resolution } from '../../shared/sync/pull-messages.ts';
import type { Reads, WriteDb } from './handles.ts';

/** What the handler did with an own change that waited in quarantine; kept beside its verdict. */
export const keepResolution = (db: WriteDb, deviceId: string, { mid, outcome, ver, at }: Resolution): void =>
  void db.run(
    `UPDATE verdicts SET facts = json_set(facts, '$.outcome', ?, '$.outcomeAt', ?), ver = coalesce(?, ver)
     WHERE device_id = ? AND mid = ? AND code = 'quarantined'`,
    outcome,
    at,
    ver,
    deviceId,
    mid,
  );

/** Own changes in quarantine whose end is not known here. */
export const openQuarantined = (db: Reads, deviceId: string): number[] =>
  db
    .all<{ mid: number }>(
      `SELECT mid FROM verdicts WHERE device_id = ? AND code = 'quarantined' AND json_extract(facts, '$.outcome') IS NULL ORDER BY mid LIMIT 1000`,
      deviceId,
    )
    .map(({ mid }) => mid);
