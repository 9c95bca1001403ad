import { hubProblem, type HubProblem } from '../../shared/sync/hub-problems.ts';
import { err, ok, type Result } from '../../shared/kernel/result.ts';
import type { Role } from '../../shared/people/model.ts';
import {
  addPerson,
  listBranches,
  lockPerson,
  moveStanding,
  personByLogin,
  savePerson,
  standingOf,
  type PersonRow,
} from '../db/people-rows.ts';
import { endSessionsOfPerson } from '../db/session-rows.ts';
import type { SqlTx } from '../db/sql.ts';
import { asAdmin, revokeDevicesOf } from './admin.ts';
import { publishCompany } from './documents.ts';
import type { Claims, HubPorts } from './ports.ts';

export type NewPerson = { loginName: string; name: string; role: Role; branchId: string | null; password: string };

/** Only the administrator belongs to no branch. */
const placeProblem = async (tx: SqlTx, { role, branchId }: { role: Role; branchId: string | null }): Promise<HubProblem | null> => {
  if (branchId === null) return role === 'admin' ? null : hubProblem('malformed', { field: 'branchId' });
  return (await listBranches(tx)).some(({ id }) => id === branchId) ? null : hubProblem('not-found', { field: 'branchId' });
};

/** Adds a person within an open transaction: for the administrator and for the first start of a hub. */
export const enrol = async (
  tx: SqlTx,
  { person, passwordHash, personId, at }: { person: Omit<NewPerson, 'password'>; passwordHash: string; personId: string; at: string },
): Promise<Result<{ id: string }, HubProblem>> => {
  const wrong = await placeProblem(tx, person);
  if (wrong) return err(wrong);
  if (await personByLogin(tx, person.loginName)) return err(hubProblem('taken', { field: 'loginName' }));
  const { loginName, name, role, branchId } = person;
  await addPerson(tx, { personId, loginName, name, role, branchId, active: 1, passwordHash, madeAt: at });
  await moveStanding(tx, personId, { at, next: (await standingOf(tx, personId)) ?? null });
  return ok({ id: personId });
};

export const addColleague = async (ports: HubPorts, who: Claims, person: NewPerson): Promise<Result<{ id: string }, HubProblem>> => {
  const passwordHash = await ports.passwords.hash(person.password);
  return asAdmin(ports, who, async (tx, at) => {
    const added = await enrol(tx, { person, passwordHash, personId: ports.ids.next(), at });
    if (added.ok) await publishCompany(tx, { personId: who.personId, at });
    return added;
  });
};

export type PersonEdit = {
  personId: string;
  name?: string | undefined;
  role?: Role | undefined;
  branchId?: string | null | undefined;
  active?: boolean | undefined;
  password?: string | undefined;
};

/** Changes a person. Where they stood before stays known, so that work made then is still taken in. */
export const changeColleague = async (ports: HubPorts, who: Claims, edit: PersonEdit): Promise<Result<{ id: string }, HubProblem>> => {
  const passwordHash = edit.password === undefined ? null : await ports.passwords.hash(edit.password);
  const done = await asAdmin(ports, who, async (tx, at) => {
    const before = await lockPerson(tx, edit.personId);
    if (!before) return err(hubProblem('not-found'));
    const after = edited(before, edit, passwordHash);
    const wrong = await placeProblem(tx, after);
    if (wrong) return err(wrong);
    if (before.personId === who.personId && (after.role !== 'admin' || after.active !== 1))
      return err(hubProblem('wrong-state', { field: 'role' }));
    await savePerson(tx, after);
    if (passwordHash !== null) await endSessionsOfPerson(tx, before.personId, { at, code: 'password-changed' });
    if (after.active !== before.active || after.role !== before.role || after.branchId !== before.branchId) {
      await moveStanding(tx, before.personId, { at, next: (await standingOf(tx, before.personId)) ?? null });
    }
    if (after.active === 0) await revokeDevicesOf(tx, before.personId, at);
    await publishCompany(tx, { personId: who.personId, at });
    return ok({ id: before.personId });
  });
  if (done.ok && edit.active === false) await ports.durability.settled();
  return done;
};

const edited = (before: PersonRow, edit: PersonEdit, passwordHash: string | null): PersonRow => ({
  ...before,
  name: edit.name ?? before.name,
  role: edit.role ?? before.role,
  branchId: edit.branchId === undefined ? before.branchId : edit.branchId,
  active: edit.active === undefined ? before.active : Number(edit.active),
  passwordHash: passwordHash ?? before.passwordHash,
});
