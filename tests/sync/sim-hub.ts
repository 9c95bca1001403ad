import { createHash } from 'node:crypto';
import { publishDocument, revokeDevice } from '../../hub/core/admin.ts';
import { createHub, type Hub } from '../../hub/core/hub.ts';
import { changeColleague } from '../../hub/core/people.ts';
import type { Claims, HubPorts } from '../../hub/core/ports.ts';
import { prepareHub } from '../../hub/core/prepare.ts';
import { decideQuarantine, listQuarantined } from '../../hub/core/quarantine.ts';
import { openMemory, type MemoryDatabase } from '../../hub/db/memory.ts';
import type { SqlDatabase, SqlTx } from '../../hub/db/sql.ts';
import { protocolVersion } from '../../shared/sync/protocol-version.ts';
import type { CaseScope } from '../../shared/sync/entry.ts';
import { createWorld, type Colleague } from '../hub/support/world.ts';
import type { Coverage } from './coverage.ts';
import type { Dice } from './dice.ts';
import type { EventQueue } from './event-queue.ts';
import type { Planted } from './planted.ts';

const requestId = '01910000-0000-7000-8000-00000000ffff';

/** The node was killed between two statements; whatever was not committed is gone, and nobody gets an answer. */
export class HubKilled extends Error {}

export const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

export type Company = { people: Record<Colleague, string>; branchOf: Record<string, string>; image: Uint8Array };

/** A hub with its people, made once; every seed begins from a copy of it. */
export const makeCompany = async (): Promise<Company> => {
  const db = openMemory();
  const world = await createWorld(db);
  const branches = await db.snapshot((reads) =>
    reads.query<{ id: string; branch: string | null }>('SELECT person_id AS id, branch_id AS branch FROM people'),
  );
  const branchOf = Object.fromEntries(branches.map(({ id, branch }) => [id, branch ?? '']));
  return { people: world.people, branchOf, image: db.serialize() };
};

type Parts = {
  company: Company;
  queue: EventQueue;
  dice: Dice;
  coverage: Coverage;
  planted: Planted;
  announced: (scopes: readonly CaseScope[]) => void;
};

/** The real hub over a store in memory, with a standby that lags behind and nodes that can be killed at any statement. */
export const createSimHub = ({ company, queue, dice, coverage, planted, announced }: Parts) => {
  const state = { db: openMemory(company.image), standby: company.image, stable: new Map<string, number>(), killIn: 0, ids: 0, server: 1 };
  const clock = { now: () => new Date(queue.now()).toISOString() };
  const replicate = async (): Promise<void> => {
    state.standby = state.db.serialize();
    const rows = await state.db.snapshot((reads) =>
      reads.query<{ id: string; mid: number }>('SELECT device_id AS id, last_mid AS mid FROM devices'),
    );
    state.stable = new Map(rows.map(({ id, mid }) => [id, mid]));
  };
  const ports = (): HubPorts => ({
    db: killable(state.db, state),
    clock,
    ids: {
      next: () => {
        state.ids += 1;
        return `01910000-0000-7000-8000-${state.ids.toString(16).padStart(12, '0')}`;
      },
    },
    random: { bytes: (length) => Uint8Array.from({ length }, () => dice.below(256)) },
    passwords: { hash: async (password) => `hash of ${password}`, verify: async (hash, password) => hash === `hash of ${password}` },
    tokens: {
      sign: async (claims) => JSON.stringify({ ...claims, until: queue.now() + 600_000 }),
      read: async (token) => {
        const { until, ...claims } = JSON.parse(token) as Claims & { until: number };
        return until < queue.now() ? null : claims;
      },
    },
    durability: {
      stable: async (deviceId, ack) => (planted.hub === 'stable-at-ack' ? ack : Math.min(ack, state.stable.get(deviceId) ?? 0)),
      settled: async () => (planted.hub === 'revocation-not-replicated' ? undefined : replicate()),
    },
    announce: announced,
    log: () => undefined,
  });
  const nodes = (): Hub[] => [createHub(ports()), createHub(ports())];
  let running = nodes();
  const adminClaims = (): Claims => ({ personId: company.people.admin, deviceId: '', sessionId: '' });
  return {
    /** Any node may answer any question. */
    node: (): Hub => {
      const index = dice.below(running.length);
      if (index > 0) coverage.add('second-node');
      return running[index]!;
    },
    ports,
    query: <Row>(sql: string, ...params: string[]): Promise<Row[]> => state.db.snapshot((reads) => reads.query<Row>(sql, ...params)),
    write: (sql: string, ...params: (string | number)[]): Promise<number> => state.db.transaction((tx) => tx.run(sql, ...params)),
    replicate,
    killSoon: () => {
      state.killIn = 1 + dice.below(25);
    },
    spare: () => {
      state.killIn = 0;
    },
    restart: () => {
      running = nodes();
      coverage.add('hub-restarted');
    },
    /** The standby takes over: what it had not received is lost, and another epoch begins. */
    failOver: async (): Promise<void> => {
      state.killIn = 0;
      state.db = openMemory(state.standby);
      state.server += 1;
      running = nodes();
      await prepareHub(ports(), `server-${planted.hub === 'same-epoch' ? 1 : state.server}`);
      await replicate();
      coverage.add('fail-over');
    },
    revoke: (deviceId: string) => revokeDevice(ports(), adminClaims(), deviceId),
    move: (personId: string, branchId: string) => changeColleague(ports(), adminClaims(), { personId, branchId }),
    publishLimits: (handler: number) =>
      publishDocument(ports(), adminClaims(), {
        kind: 'authority-limits',
        body: { limitsFen: { surveyor: 0, handler, supervisor: 100_000_000, admin: 0 } },
      }),
    quarantined: (personId: string) =>
      listQuarantined(ports(), { ...adminClaims(), personId }, { protocol: protocolVersion, requestId: requestId as never }),
    decide: (personId: string, id: string, outcome: 'taken' | 'dropped') =>
      decideQuarantine(
        ports(),
        { ...adminClaims(), personId },
        {
          protocol: protocolVersion,
          requestId: requestId as never,
          id: id as never,
          outcome,
          reason: outcome === 'dropped' ? '不采用' : null,
        },
      ),
  };
};

export type SimHub = ReturnType<typeof createSimHub>;

const killable = (db: MemoryDatabase, state: { killIn: number }): SqlDatabase => {
  const mayDie = (): void => {
    if (state.killIn === 0) return;
    state.killIn -= 1;
    if (state.killIn === 0) throw new HubKilled('killed');
  };
  const guarded = (tx: SqlTx): SqlTx => ({
    query: async (sql, ...params) => {
      mayDie();
      return tx.query(sql, ...params);
    },
    run: async (sql, ...params) => {
      mayDie();
      return tx.run(sql, ...params);
    },
    insertMany: async (table, rows, onConflict) => {
      mayDie();
      return tx.insertMany(table, rows, onConflict);
    },
  });
  return {
    transaction: async (work) => {
      const value = await db.transaction((tx) => work(guarded(tx)));
      // Killed after the commit and before the answer: the cruellest moment.
      mayDie();
      return value;
    },
    snapshot: (work) => db.snapshot((reads) => work(guarded(reads as SqlTx))),
    close: () => db.close(),
  };
};
