import type { CaseId, DeviceId } from '../../shared/kernel/ids.ts';
import type { Role } from '../../shared/people/model.ts';
import type { Reads, WriteDb } from './handles.ts';

/** The hub this file belongs to and the person who signed in there; a file alone has none. */
export type HubState = {
  address: string;
  hubId: string;
  personId: string;
  personName: string;
  role: Role;
  connectedAt: string;
};

/** Secrets of the session; they lie in the encrypted file only and never in a log. */
export type SessionState = { accessToken: string; refreshToken: string; leaseDays: number };

/** What the last replies said: the hub's epoch, the last own number it executed, the last one that survives a fail-over. */
export type ProgressState = { epoch: string; ack: number; stable: number; hubAt: string; skewMs: number; seenAt: string };

/** Why the loop must not run as usual. A revoked device only hands over what the hub lacks. */
export type StopState = { reason: 'relogin' | 'foreign-hub' | 'mass-evict' | 'needs-update' | 'forgotten' | null; revoked: boolean };

/** Sending is held from this journal number on. */
export type HoldState = { fromSeq: number };

/**
 * `evictOrder`: the person confirmed that so many cases may go without a reason. `inbox`: changes of others that wait for this
 * person. `holdOriginals`: originals wait, for example on a metered connection; small pictures go on.
 */
type States = {
  hub: HubState;
  session: SessionState;
  progress: ProgressState;
  /** The epoch in which every list was found as the hub has it, and nothing of one's own was missing there. */
  confirmed: { epoch: string };
  /** Cases the hub no longer knows although it took in changes of this file for them. */
  lostCases: { caseIds: CaseId[] };
  /** In which epoch each earlier id of this file was left: what it had been told by then was certain there. */
  leftIn: Record<DeviceId, string>;
  /** In which epoch the list of a case was forgotten on which changes made here still rest. */
  letGo: Record<CaseId, string>;
  stop: StopState;
  hold: HoldState;
  evictOrder: { count: number };
  inbox: { count: number };
  holdOriginals: { at: string };
  /** The version of the app that has read the published documents. */
  readBy: { appVersion: string };
  /**
   * The epoch in which a revoked device has begun to hand over all it has, whatever the hub had said of it before. `earlier`: how
   * many changes of earlier ids of this file the hub has answered since.
   */
  offered: { epoch: string; earlier?: number };
  /** Since when, in hub time, a revoked device has handed over all its changes and waits for its files to arrive. */
  delivering: { since: string };
};

export const readState = <K extends keyof States>(db: Reads, key: K): States[K] | null => {
  const row = db.get<{ value: string }>('SELECT value FROM sync_state WHERE key = ?', key);
  return row ? (JSON.parse(row.value) as States[K]) : null;
};

export const keepState = <K extends keyof States>(db: WriteDb, key: K, value: States[K] | null): void => {
  if (value === null) {
    db.run('DELETE FROM sync_state WHERE key = ?', key);
    return;
  }
  db.run(
    'INSERT INTO sync_state (key, value) VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value',
    key,
    JSON.stringify(value),
  );
};
