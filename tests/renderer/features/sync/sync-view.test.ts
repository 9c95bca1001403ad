import { describe, expect, it } from 'vitest';
import { problem } from '../../../../shared/kernel/problem.ts';
import { atField } from '../../../../renderer/features/sync/sign-in-problem.ts';
import {
  isPicture,
  leaseDaysLeft,
  phaseKey,
  problemKey,
  sectionOf,
  sendingKey,
  sentFileOf,
  type SyncStatus,
} from '../../../../renderer/features/sync/sync-view.ts';

const status: SyncStatus = {
  mode: 'connected',
  hub: { address: 'https://hub.example', personName: '李查勘', role: 'surveyor', connectedAt: '2026-11-01T00:00:00.000Z' },
  phase: 'idle',
  problem: null,
  stop: null,
  revoked: false,
  restarts: { count: 0, lastAt: null },
  counts: { waiting: 0, accepted: 0, late: 0, conflict: 0, refused: 0, quarantined: 0 },
  unsettled: 0,
  inbox: 0,
  download: null,
  newer: 0,
  unindexed: 0,
  clashing: 0,
  held: false,
  lastContactAt: null,
  lease: null,
  clock: { skewMs: 0, warn: false },
  deviceId: 'd1',
};

describe('the words of the sync centre', () => {
  it('tell a hold from rest, and no network from a wait', () => {
    expect(phaseKey(status)).toBe('sync.phase.idle');
    expect(phaseKey({ ...status, held: true })).toBe('sync.phase.held');
    expect(phaseKey({ ...status, mode: 'signed-out' })).toBe('sync.phase.signedOut');
    expect(phaseKey({ ...status, counts: { ...status.counts, waiting: 2 } })).toBe('sync.phase.soon');
    expect(phaseKey({ ...status, phase: 'waiting', problem: 'offline' })).toBe('sync.phase.offline');
    expect(phaseKey({ ...status, phase: 'waiting', problem: 'hub.busy' })).toBe('sync.phase.waiting');
    expect(phaseKey({ ...status, phase: 'push' })).toBe('sync.phase.sending');
    expect(phaseKey({ ...status, phase: 'entries' })).toBe('sync.phase.fetching');
    expect(phaseKey({ ...status, phase: 'stopped' })).toBe('sync.phase.stopped');
  });

  it('have a sentence for what a later version may answer', () => {
    expect(problemKey('hub.busy')).toBe('sync.problem.hub-busy');
    expect(problemKey('something.new')).toBe('sync.problem.other');
  });

  it('count the days until the hub must have been reached, below zero once it is over', () => {
    const lease = { endsAt: '2026-11-10T12:00:00.000Z', over: false };
    expect(leaseDaysLeft(status, '2026-11-08T11:00:00.000Z')).toBeNull();
    expect(leaseDaysLeft({ ...status, lease }, '2026-11-08T11:00:00.000Z')).toBe(2);
    expect(leaseDaysLeft({ ...status, lease }, '2026-11-10T13:00:00.000Z')).toBe(-1);
  });

  it('open the list of changes for an address that names no section', () => {
    expect(sectionOf('delivery')).toBe('delivery');
    expect(sectionOf('nonsense')).toBe('changes');
    expect(sectionOf(undefined)).toBe('changes');
  });
});

describe('the lanes of files', () => {
  const rest = { waiting: 0, delivered: 3 };
  const content = { thumbnails: rest, originals: rest, originalsHeld: false, sending: null };

  it('say for themselves whether they send, wait, are held or rest', () => {
    expect(sendingKey(content, 'originals')).toBe('sync.lane.rest');
    expect(sendingKey({ ...content, originals: { ...rest, waiting: 2 } }, 'originals')).toBe('sync.lane.queued');
    expect(sendingKey({ ...content, originalsHeld: true }, 'originals')).toBe('sync.lane.held');
    expect(sendingKey({ ...content, originalsHeld: true }, 'thumbnails')).toBe('sync.lane.rest');
    const sending = { lane: 'thumbnail' as const, bytes: 10, sentBytes: 5 };
    expect(sendingKey({ ...content, sending }, 'thumbnails')).toBe('sync.lane.sending');
    expect(sendingKey({ ...content, sending }, 'originals')).toBe('sync.lane.rest');
  });
});

describe('a sign-in that did not work', () => {
  it('points at the field that can mend it', () => {
    expect(atField(problem('sync.offline')).field).toBe('address');
    expect(atField(problem('sync.foreign-hub', 'address')).field).toBe('address');
    expect(atField(problem('sync.login-wait')).field).toBe('password');
    expect(atField(problem('sync.other-person')).field).toBe('loginName');
  });

  it('stands above the button when no field can', () => {
    expect(atField(problem('sync.update-app')).field).toBeNull();
  });
});

it('shows what was sent as a picture where there is one, by its small picture first', () => {
  const photo = { sha256: 'a', thumbnailSha256: 'b', name: '现场.jpg', kind: 'photo' };
  expect(isPicture('attachment', photo)).toBe(true);
  expect(isPicture('attachment', { ...photo, kind: 'sound', thumbnailSha256: null })).toBe(false);
  expect(isPicture('contactLog', photo)).toBe(false);
  expect(sentFileOf(photo)).toEqual({ small: 'b', original: 'a', name: '现场.jpg' });
  expect(sentFileOf({ ...photo, thumbnailSha256: null })).toMatchObject({ small: null, original: 'a' });
});
