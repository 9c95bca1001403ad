import { createHash } from 'node:crypto';
import { revokeDevice } from '../../hub/core/admin.ts';
import { createHub, type Hub } from '../../hub/core/hub.ts';
import { changeColleague } from '../../hub/core/people.ts';
import type { Claims, HubPorts } from '../../hub/core/ports.ts';
import { prepareHub } from '../../hub/core/prepare.ts';
import { publishDocument } from '../../hub/core/publish-document.ts';
import { decideQuarantine, listQuarantined } from '../../hub/core/quarantine.ts';
import { openMemory, type MemoryDatabase } from '../../hub/db/memory.ts';
import { standingOf } from '../../hub/db/people-rows.ts';
import type { SqlDatabase, SqlTx } from '../../hub/db/sql.ts';
import { visibleHeadsIn, visibleTo } from '../../hub/db/visible-rows.ts';
import { bucketCount } from '../../shared/sync/digest.ts';
import { protocolVersion } from '../../shared/sync/protocol-version.ts';
import type { CaseScope } from '../../shared/sync/entry.ts';
import { createWorld, type Colleague, type World } from '../hub/support/world.ts';
import type { Coverage } from './coverage.ts';
import type { Dice } from './dice.ts';
import type { EventQueue } from './event-queue.ts';
import type { Planted } from './planted.ts';
import { rehashing } from './rehashing.ts';
import { createFileDesk } from './sim-file-desk.ts';

const requestId = '01910000-0000-7000-8000-00000000ffff';

/** The node was killed between two statements; whatever was not committed is gone, and nobody gets an answer. */
export class HubKilled extends Error {}

export const sha256Of = (content: string | Uint8Array): string => createHash('sha256').update(content).digest('hex');
export const sha256 = (text: string): string => sha256Of(text);

/** `desks`: devices at which the administrator and the handler sit when the run itself acts for them. */
export type Company = {
  people: Record<Colleague, string>;
  branchOf: Record<string, string>;
  desks: Record<'admin' | 'handler', Claims>;
  image: Uint8Array;
};

/** A hub with its people, made once; every seed begins from a copy of it. */
export const makeCompany = async (): Promise<Company> => {
  const db = openMemory();
  const world = await createWorld(db);
  const branches = await db.snapshot((reads) =>
    reads.query<{ id: string; branch: string | null }>('SELECT person_id AS id, branch_id AS branch FROM people'),
  );
  const branchOf = Object.fromEntries(branches.map(({ id, branch }) => [id, branch ?? '']));
  const desks = { admin: await deskOf(world, 'admin'), handler: await deskOf(world, 'handler') };
  return { people: world.people, branchOf, desks, image: db.serialize() };
};

const deskOf = async ({ hub, ids }: World, name: Colleague): Promise<Claims> => {
  const device = { deviceId: ids.next() as never, machine: 'desk', appVersion: '1' };
  const session = await hub.login({ protocol: protocolVersion, loginName: name, password: name, device }, 'sim');
  const claims = session.ok ? await hub.authenticate(session.value.accessToken) : session;
  if (!claims.ok) throw new Error(`no desk: ${claims.error.code}`);
  return claims.value;
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
  // A killed node may still be in the middle of a question: its data is let go at the end of the run, not before.
  const former: MemoryDatabase[] = [];
  const clock = { now: () => new Date(queue.now()).toISOString() };
  const replicate = async (): Promise<void> => {
    state.standby = state.db.serialize();
    const rows = await state.db.snapshot((reads) =>
      reads.query<{ id: string; mid: number }>('SELECT device_id AS id, last_mid AS mid FROM devices'),
    );
    state.stable = new Map(rows.map(({ id, mid }) => [id, mid]));
  };
  const ports = (): HubPorts => ({
    db: killable(planted.hub === 'hash-skips-derived' ? rehashing(state.db) : state.db, state),
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
  const takeOver = async (): Promise<void> => {
    state.killIn = 0;
    former.push(state.db);
    state.db = openMemory(state.standby);
    state.server += 1;
    running = nodes();
    await prepareHub(ports(), async () => `server-${planted.hub === 'same-epoch' ? 1 : state.server}`);
    await replicate();
  };
  const { admin, handler } = company.desks;
  return {
    /** Any node may answer any question. */
    node: (): Hub => {
      const index = dice.below(running.length);
      if (index > 0) coverage.add('second-node');
      return running[index]!;
    },
    ports,
    desk: createFileDesk(ports, planted.hub),
    close: async (): Promise<void> => {
      for (const db of [...former, state.db]) await db.close();
    },
    /** Which of the servers that followed each other speaks now. */
    server: (): number => state.server,
    /** A backup, as it could be put back later. */
    image: (): Uint8Array => state.db.serialize(),
    /** What was lost is lost; another epoch begins. */
    restore: async (image: Uint8Array): Promise<void> => {
      state.standby = image;
      await takeOver();
    },
    /** Every change the hub has where a person finds it: in a list, in the inbox, or answered so that its maker keeps it. */
    changesKept: async (): Promise<Set<string>> => {
      const rows = await state.db.snapshot((reads) =>
        reads.query<{ id: string }>(
          `SELECT change_id AS id FROM entries UNION SELECT change_id FROM quarantine
           UNION SELECT change_id FROM verdicts WHERE verdict IN ('conflict', 'refused')`,
        ),
      );
      return new Set(rows.map(({ id }) => id));
    },
    /** Case and version of everything a person may see now. */
    visibleTo: (personId: string): Promise<[string, number][]> =>
      state.db.snapshot(async (reads) => {
        const standing = await standingOf(reads, personId);
        if (!standing) return [];
        const visible = await visibleTo(reads, standing, clock.now());
        const buckets = Array.from({ length: bucketCount }, (_, bucket) => bucket);
        const heads = await visibleHeadsIn(reads, visible, buckets);
        return heads.map(({ caseId, ver }): [string, number] => [caseId, ver]).toSorted(([a], [b]) => (a < b ? -1 : 1));
      }),
    /** All that makes the hub what it is, without when somebody was last seen. */
    state: async (): Promise<string> => {
      const tables = [
        'SELECT * FROM entries ORDER BY case_id, ver',
        'SELECT * FROM case_heads ORDER BY case_id',
        'SELECT * FROM case_rows ORDER BY case_id, entity, row_id',
        'SELECT * FROM case_scopes ORDER BY case_id, ver',
        'SELECT * FROM verdicts ORDER BY device_id, mid',
        'SELECT * FROM quarantine ORDER BY quarantine_id',
        'SELECT device_id, case_id, mid FROM releases ORDER BY device_id, case_id',
        'SELECT device_id, person_id, last_mid, revoked_at FROM devices ORDER BY device_id',
      ];
      return state.db.snapshot(async (reads) => {
        const rows: unknown[] = [];
        for (const sql of tables) rows.push(await reads.query(sql));
        return JSON.stringify(rows);
      });
    },
    query: <Row>(sql: string, ...params: string[]): Promise<Row[]> => state.db.snapshot((reads) => reads.query<Row>(sql, ...params)),
    write: (sql: string, ...params: (string | number)[]): Promise<number> => state.db.transaction((tx) => tx.run(sql, ...params)),
    replicate,
    killSoon: () => {
      state.killIn = 1 + dice.below(25);
    },
    killIn: (statements: number) => {
      state.killIn = statements;
    },
    killLeft: (): number => state.killIn,
    spare: () => {
      state.killIn = 0;
    },
    restart: () => {
      running = nodes();
      coverage.add('hub-restarted');
    },
    /** The standby takes over: what it had not received is lost, and another epoch begins. */
    failOver: async (): Promise<void> => {
      await takeOver();
      coverage.add('fail-over');
    },
    revoke: (deviceId: string) => revokeDevice(ports(), admin, deviceId),
    move: (personId: string, branchId: string) => changeColleague(ports(), admin, { personId, branchId }),
    publishLimits: (handler: number) =>
      publishDocument(ports(), admin, {
        kind: 'authority-limits',
        body: { limitsFen: { surveyor: 0, handler, supervisor: 100_000_000, admin: 0 } },
      }),
    quarantined: () => listQuarantined(ports(), handler, { protocol: protocolVersion, requestId: requestId as never }),
    decide: (id: string, outcome: 'taken' | 'dropped') =>
      decideQuarantine(ports(), handler, {
        protocol: protocolVersion,
        requestId: requestId as never,
        id: id as never,
        outcome,
        reason: outcome === 'dropped' ? '不采用' : null,
      }),
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
    later: async (sql, ...params) => {
      mayDie();
      return tx.later(sql, ...params);
    },
    sendOff: async () => {
      mayDie();
      return tx.sendOff();
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
    look: (sql, ...params) => {
      mayDie();
      return db.look(sql, ...params);
    },
    close: () => db.close(),
  };
};
