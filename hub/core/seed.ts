import type { Role } from '../../shared/people/model.ts';
import type { AuthorityLimits } from '../../shared/sync/published.ts';
import { listPeople, saveBranch, saveRegion } from '../db/people-rows.ts';
import { publish, publishCompany } from './documents.ts';
import { enrol } from './people.ts';
import type { HubPorts } from './ports.ts';

export type SignIn = { loginName: string; password: string; name: string; role: Role };

/** 100,000 yuan for a handler, 1,000,000 for a supervisor, until the company publishes its own. */
const firstLimits: AuthorityLimits = { limitsFen: { surveyor: 0, handler: 10_000_000, supervisor: 100_000_000, admin: 0 } };

type Place = 'east' | 'west' | null;

/** Invented people: one per role, a second surveyor, and a handler in the other branch. */
const firstPeople: readonly { loginName: string; name: string; role: Role; place: Place }[] = [
  { loginName: 'surveyor', name: '李查勘', role: 'surveyor', place: 'east' },
  { loginName: 'surveyor2', name: '周查勘', role: 'surveyor', place: 'east' },
  { loginName: 'handler', name: '王理赔', role: 'handler', place: 'east' },
  { loginName: 'handler2', name: '孙理赔', role: 'handler', place: 'west' },
  { loginName: 'supervisor', name: '赵主管', role: 'supervisor', place: 'east' },
  { loginName: 'admin', name: '系统管理员', role: 'admin', place: null },
];

/**
 * Fills a hub without people: one region, two branches, one person per role. With `adminOnly` just somebody who can add the
 * others. Returns the sign-ins, whose passwords are kept nowhere else; nothing for a hub that has people.
 */
export const seedHub = async (ports: HubPorts, { adminOnly }: { adminOnly: boolean }): Promise<SignIn[]> => {
  if ((await ports.db.snapshot(listPeople)).length > 0) return [];
  const wanted = firstPeople.filter(({ role }) => !adminOnly || role === 'admin');
  const made = await Promise.all(
    wanted.map(async (person) => {
      const password = passwordFrom(ports.random.bytes(12));
      return { ...person, password, passwordHash: await ports.passwords.hash(password), personId: ports.ids.next() };
    }),
  );
  const places = { region: ports.ids.next(), east: ports.ids.next(), west: ports.ids.next() };
  return ports.db.transaction(async (tx) => {
    if ((await listPeople(tx)).length > 0) return [];
    const at = ports.clock.now();
    if (!adminOnly) {
      await saveRegion(tx, { id: places.region, name: '示范大区' });
      await saveBranch(tx, { id: places.east, regionId: places.region, name: '城东分公司' });
      await saveBranch(tx, { id: places.west, regionId: places.region, name: '城西分公司' });
    }
    for (const { place, passwordHash, personId, loginName, name, role } of made) {
      const branchId = place === null ? null : places[place];
      await enrol(tx, { person: { loginName, name, role, branchId }, passwordHash, personId, at });
    }
    await publish(tx, { kind: 'authority-limits', body: firstLimits, personId: null, at });
    await publishCompany(tx, { personId: null, at });
    return made.map(({ loginName, password, name, role }) => ({ loginName, password, name, role }));
  });
};

/** Letters and digits that are not mistaken for each other when copied from a screen. */
const alphabet = 'abcdefghjkmnpqrstuvwxyz23456789';

const passwordFrom = (bytes: Uint8Array): string => [...bytes].map((byte) => alphabet[byte % alphabet.length]).join('');
