import { setTimeout as wait } from 'node:timers/promises';
import { MemoryLocker, type Lock, type Locker } from '@tus/server';
import type pg from 'pg';

const tryEveryMs = 50;

/**
 * One writer per upload, over all nodes of the hub. Within a node a newer request asks the older one to let go, because a
 * device that comes back knows more than a connection that hangs; between nodes the lock of the database decides.
 */
export const clusterLocker = (pool: Pick<pg.Pool, 'connect'>): Locker => {
  const within = new MemoryLocker();
  return {
    newLock: (id) => {
      const here = within.newLock(id);
      let client: pg.PoolClient | undefined;
      const release = async (): Promise<void> => {
        const held = client;
        client = undefined;
        if (!held) return;
        // A connection that cannot unlock is closed, which unlocks.
        const broken = await held.query('SELECT pg_advisory_unlock(hashtextextended($1, 0))', [id]).then(
          () => undefined,
          (fault: Error) => fault,
        );
        held.release(broken);
      };
      return {
        lock: async (signal, cancel) => {
          await here.lock(signal, cancel);
          try {
            client = await pool.connect();
            await acquire(client, id, signal);
          } catch (error) {
            await release();
            await here.unlock();
            throw error;
          }
        },
        unlock: async () => {
          await release();
          await here.unlock();
        },
      } satisfies Lock;
    },
  };
};

const acquire = async (client: pg.PoolClient, id: string, signal: AbortSignal): Promise<void> => {
  for (;;) {
    const { rows } = await client.query<{ got: boolean }>('SELECT pg_try_advisory_lock(hashtextextended($1, 0)) AS got', [id]);
    if (rows[0]?.got) return;
    await wait(tryEveryMs, undefined, { signal });
  }
};
