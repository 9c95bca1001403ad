import { listPeople, saveBranch, saveRegion } from '../../../hub/db/people-rows.ts';
import { enrol } from '../../../hub/core/people.ts';
import { publish, publishCompany } from '../../../hub/core/documents.ts';
import { createHub } from '../../../hub/core/hub.ts';
import { prepareHub } from '../../../hub/core/prepare.ts';
import type { Claims, HubPorts } from '../../../hub/core/ports.ts';
import type { SqlDatabase } from '../../../hub/db/sql.ts';
import type { Role } from '../../../shared/people/model.ts';
import type { CaseScope } from '../../../shared/sync/entry.ts';

const start = Date.parse('2026-11-01T00:00:00.000Z');

/** Ids that look like the real ones and come in the same order every time. */
export const countedIds = (prefix = 1) => {
  let last = 0;
  return {
    next: (): string => {
      last += 1;
      const hex = (prefix * 1_000_000 + last).toString(16).padStart(12, '0');
      return `0190000${prefix % 10}-0000-7000-8000-${hex}`;
    },
  };
};

/** Hub time that moves only when the test says so. */
export const movedClock = () => {
  let now = start;
  return {
    now: () => new Date(now).toISOString(),
    move: (ms: number): void => {
      now += ms;
    },
  };
};

const names = {
  surveyor: ['surveyor', 'east'],
  surveyor2: ['surveyor', 'east'],
  surveyorWest: ['surveyor', 'west'],
  handler: ['handler', 'east'],
  handler2: ['handler', 'east'],
  handlerWest: ['handler', 'west'],
  supervisor: ['supervisor', 'east'],
  supervisor2: ['supervisor', 'east'],
  supervisorFar: ['supervisor', 'far'],
  admin: ['admin', null],
} as const satisfies Record<string, readonly [Role, 'east' | 'west' | 'far' | null]>;
export type Colleague = keyof typeof names;

/** A hub with a company: a region of two branches, another region of one; passwords are the sign-in names. */
export const createWorld = async (db: SqlDatabase, over: Partial<HubPorts> = {}) => {
  const clock = movedClock();
  const ids = countedIds();
  const announced: CaseScope[] = [];
  const logged: string[] = [];
  let secrets = 0;
  const ports: HubPorts = {
    db,
    clock,
    ids,
    random: {
      bytes: (length) => {
        secrets += 1;
        return new Uint8Array(length).map((_, index) => (secrets * 37 + index * 7) % 256);
      },
    },
    passwords: { hash: async (password) => `hash of ${password}`, verify: async (hash, password) => hash === `hash of ${password}` },
    tokens: {
      sign: async (claims) => JSON.stringify(claims).padEnd(16),
      read: async (token) => JSON.parse(token) as Claims,
    },
    durability: { stable: async (_, ack) => ack, settled: async () => undefined },
    announce: (scopes) => void announced.push(...scopes),
    log: (code) => void logged.push(code),
    ...over,
  };
  await prepareHub(ports, async () => 'server-1');
  const places = { region: ids.next(), farRegion: ids.next(), east: ids.next(), west: ids.next(), far: ids.next() };
  const people = Object.fromEntries(Object.keys(names).map((name) => [name, ids.next()])) as Record<Colleague, string>;
  await db.transaction(async (tx) => {
    const at = clock.now();
    await saveRegion(tx, { id: places.region, name: '大区' });
    await saveRegion(tx, { id: places.farRegion, name: '远区' });
    await saveBranch(tx, { id: places.east, regionId: places.region, name: '城东' });
    await saveBranch(tx, { id: places.west, regionId: places.region, name: '城西' });
    await saveBranch(tx, { id: places.far, regionId: places.farRegion, name: '远方' });
    for (const [name, [role, place]] of Object.entries(names)) {
      const branchId = place === null ? null : places[place];
      const personId = people[name as Colleague];
      await enrol(tx, { person: { loginName: name, name: `名 ${name}`, role, branchId }, passwordHash: `hash of ${name}`, personId, at });
    }
    await publish(tx, {
      kind: 'authority-limits',
      body: { limitsFen: { surveyor: 0, handler: 1_000_000, supervisor: 5_000_000, admin: 0 } },
      personId: null,
      at,
    });
    await publishCompany(tx, { personId: null, at });
  });
  clock.move(60_000);
  return {
    ports,
    hub: createHub(ports),
    clock,
    ids,
    places,
    people,
    announced,
    logged,
    countPeople: async () => (await db.snapshot(listPeople)).length,
  };
};
export type World = Awaited<ReturnType<typeof createWorld>>;
