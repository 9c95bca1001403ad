import { describe, expect, it } from 'vitest';
import {
  NotDurableError,
  replicationDurability,
  replicationOf,
  type Replication,
  type ReplicationRow,
} from '../../../hub/db/durability.ts';
import { closeStores, freshPostgres } from '../support/stores.ts';

closeStores();

const row = (over: Partial<ReplicationRow> = {}): ReplicationRow => ({
  names: '',
  commit: 'on',
  fsync: 'on',
  written: '1000',
  standbys: '0',
  unread: '0',
  flushed: null,
  ...over,
});

/** A server whose standbys the test moves, and a clock that moves with every wait. */
const serverOf = (first: Replication) => {
  const state = { now: 0, replication: first, reads: 0 };
  const durability = replicationDurability({
    read: async () => {
      state.reads += 1;
      return state.replication;
    },
    nowMs: () => state.now,
    wait: async (ms) => {
      state.now += ms;
    },
  });
  return { state, durability };
};

describe('[SY-39] what the server says of its standbys', () => {
  it('is nothing to wait for without one, or with a synchronous one', () => {
    expect(replicationOf(row())).toEqual({ mode: 'alone' });
    expect(replicationOf(row({ names: 'FIRST 1 (a)', standbys: '1', flushed: '10' }))).toEqual({ mode: 'synchronous' });
  });

  it('is the position of the slowest where commits do not wait for it', () => {
    expect(replicationOf(row({ standbys: '2', flushed: '900' }))).toEqual({ mode: 'trailing', writtenAt: 1_000, standbyAt: 900 });
    const local = row({ names: 'a', commit: 'local', standbys: '1', flushed: '800' });
    expect(replicationOf(local)).toEqual({ mode: 'trailing', writtenAt: 1_000, standbyAt: 800 });
  });

  it('is nothing for certain where a position cannot be read', () => {
    expect(replicationOf(row({ standbys: '2', unread: '1', flushed: '900' }))).toMatchObject({ standbyAt: 0 });
  });

  it.each([{ fsync: 'off' }, { commit: 'off' }])('refuses a server that forgets commits: %o', (over) => {
    expect(() => replicationOf(row(over))).toThrow(NotDurableError);
  });
});

describe('[SY-39] stable', () => {
  it('is the last number executed while nothing trails, and the server is not asked each time', async () => {
    const { state, durability } = serverOf({ mode: 'alone' });
    expect(await durability.stable('d', 7)).toBe(7);
    expect(await durability.stable('d', 9)).toBe(9);
    await durability.settled();
    expect(state.reads).toBe(1);
  });

  it('follows the standbys, number by number, and never runs ahead of what was executed', async () => {
    const { state, durability } = serverOf({ mode: 'trailing', writtenAt: 100, standbyAt: 50 });
    expect(await durability.stable('d', 3)).toBe(0);
    state.replication = { mode: 'trailing', writtenAt: 200, standbyAt: 120 };
    expect(await durability.stable('d', 5)).toBe(3);
    state.replication = { mode: 'trailing', writtenAt: 300, standbyAt: 210 };
    expect(await durability.stable('d', 5)).toBe(5);
    expect(await durability.stable('d', 4)).toBe(4);
    expect(await durability.stable('other', 8)).toBe(0);
  });

  it('makes decisions about money wait for the standbys, and gives up when they stay behind', async () => {
    const { state, durability } = serverOf({ mode: 'trailing', writtenAt: 100, standbyAt: 50 });
    await expect(durability.settled()).rejects.toThrow('no standby');
    expect(state.now).toBeGreaterThanOrEqual(10_000);
    const waiting = durability.settled();
    state.replication = { mode: 'trailing', writtenAt: 400, standbyAt: 100 };
    await waiting;
    expect(await durability.stable('d', 1)).toBe(0);
  });
});

it('a real server without standbys is alone', async () => {
  const db = await freshPostgres();
  expect(await db.replication()).toEqual({ mode: 'alone' });
});
