import { hubProblem, type HubProblem } from '../../shared/sync/hub-problems.ts';
import { err, ok, type Result } from '../../shared/kernel/result.ts';
import { activeDevicesOf, findDevice, listDevices, markRevoked } from '../db/device-rows.ts';
import { setMeta } from '../db/meta-rows.ts';
import { listBranches, listPeople, listRegions, saveBranch, saveRegion, type BranchRow, type RegionRow } from '../db/people-rows.ts';
import { endSessionsOfDevice } from '../db/session-rows.ts';
import type { SqlTx } from '../db/sql.ts';
import { publishCompany } from './documents.ts';
import type { Claims, HubPorts } from './ports.ts';
import { askingOf } from './reading.ts';

/** Runs an administrator's work in one transaction; anybody else is refused, whatever the token says. */
export const asAdmin = async <T>(
  ports: HubPorts,
  who: Claims,
  work: (tx: SqlTx, at: string) => Promise<Result<T, HubProblem>>,
): Promise<Result<T, HubProblem>> =>
  ports.db.transaction(async (tx) => {
    const at = ports.clock.now();
    const asking = await askingOf(tx, who, at);
    if (!asking.ok) return asking;
    return asking.value.standing.role === 'admin' ? work(tx, at) : err(hubProblem('forbidden'));
  });

/** The company as the administrator sees it. Sign-in names, never passwords. */
export const readCompany = (ports: HubPorts, who: Claims) =>
  asAdmin(ports, who, async (tx) =>
    ok({
      regions: await listRegions(tx),
      branches: await listBranches(tx),
      people: (await listPeople(tx)).map(({ passwordHash: _hash, active, ...person }) => ({ ...person, active: active === 1 })),
      devices: await listDevices(tx),
    }),
  );

export const keepRegion = (ports: HubPorts, who: Claims, region: RegionRow) =>
  asAdmin(ports, who, async (tx, at) => {
    await saveRegion(tx, region);
    await publishCompany(tx, { personId: who.personId, at });
    return ok({ id: region.id });
  });

/** A branch stays in its region: moving it would move people and cases without a trace. */
export const keepBranch = (ports: HubPorts, who: Claims, branch: BranchRow) =>
  asAdmin(ports, who, async (tx, at) => {
    const before = (await listBranches(tx)).find(({ id }) => id === branch.id);
    if (before && before.regionId !== branch.regionId) return err(hubProblem('wrong-state', { field: 'regionId' }));
    if (!(await listRegions(tx)).some(({ id }) => id === branch.regionId)) return err(hubProblem('not-found', { field: 'regionId' }));
    await saveBranch(tx, branch);
    await publishCompany(tx, { personId: who.personId, at });
    return ok({ id: branch.id });
  });

/** From now on the device hears `revoked`, surrenders what the hub lacks and destroys its key. Survives a fail-over before it is answered. */
export const revokeDevice = async (ports: HubPorts, who: Claims, deviceId: string): Promise<Result<{ deviceId: string }, HubProblem>> => {
  const done = await asAdmin(ports, who, async (tx, at) => {
    if (!(await findDevice(tx, deviceId))) return err(hubProblem('not-found'));
    await revoke(tx, deviceId, at);
    return ok({ deviceId });
  });
  if (done.ok) await ports.durability.settled();
  return done;
};

const revoke = async (tx: SqlTx, deviceId: string, at: string): Promise<void> => {
  await markRevoked(tx, deviceId, at);
  await endSessionsOfDevice(tx, deviceId, { at, code: 'revoked' });
};

/** Whoever has left the company keeps no device. */
export const revokeDevicesOf = async (tx: SqlTx, personId: string, at: string): Promise<void> => {
  for (const deviceId of await activeDevicesOf(tx, personId)) await revoke(tx, deviceId, at);
};

/** After a backup was put back: every device confirms all it holds, and sends again what the hub lost. Source: SPEC [SY-50]. */
export const beginEpoch = (ports: HubPorts, who: Claims) =>
  asAdmin(ports, who, async (tx) => {
    const epoch = ports.ids.next();
    await setMeta(tx, 'epoch', epoch);
    return ok({ epoch });
  });
