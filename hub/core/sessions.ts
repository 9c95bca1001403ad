import { hubProblem, type HubProblem } from '../../shared/sync/hub-problems.ts';
import { err, ok, type Result } from '../../shared/kernel/result.ts';
import type { LoginRequest, RefreshRequest, SessionReply } from '../../shared/sync/session-messages.ts';
import { addDevice, findDevice, lockDevice, touchDevice, type DeviceRow } from '../db/device-rows.ts';
import { metaOf } from '../db/meta-rows.ts';
import { findPerson, personByLogin, type PersonRow } from '../db/people-rows.ts';
import { addSession, endSession, endSessionsOfDevice, lockSession, rotateSession } from '../db/session-rows.ts';
import type { SqlTx } from '../db/sql.ts';
import { clearTries, countTry, loginKeys } from './login-attempts.ts';
import type { HubPorts } from './ports.ts';
import { readRefresh, writeRefresh } from './refresh-token.ts';
import { sha256 } from './sha256.ts';

export const accessSeconds = 600;
/** Days a device may work without the hub. Source: SPEC [SY-57]. */
const leaseDays = 14;
/** How long the token before the current one is taken once more: its reply may have been lost. Source: SPEC [SY-55]. */
const graceMs = 120_000;

/** Hash of no password: an unknown name takes as long as a wrong password. */
const nobodysHash = '$argon2id$v=19$m=19456,t=2,p=1$l2QzvIa2nb87xXWf74dBgg$jJUM0+wM1J+TBtdrwr0AbSrblnHq6ZAZogWIZ45BDgU';

/** Signs a person in on a device, which is theirs from then on. */
export const login = async (ports: HubPorts, request: LoginRequest, address: string): Promise<Result<SessionReply, HubProblem>> => {
  const keys = loginKeys(request.loginName, address);
  const wait = await countTry(ports, keys);
  if (wait > 0) return err(hubProblem('login.wait', { seconds: wait }));
  const person = await ports.db.snapshot((reads) => personByLogin(reads, request.loginName));
  const right = await ports.passwords.verify(person?.passwordHash ?? nobodysHash, request.password);
  if (!right || person?.active !== 1) return err(hubProblem('login.wrong'));
  await clearTries(ports, keys);
  return ports.db.transaction(async (tx) => {
    const device = await deviceFor(tx, ports, { request, person });
    return device.ok ? ok(await begin(tx, ports, { person, device: device.value })) : device;
  });
};

type Joining = { request: LoginRequest; person: PersonRow };

const deviceFor = async (tx: SqlTx, { clock }: HubPorts, { request, person }: Joining): Promise<Result<DeviceRow, HubProblem>> => {
  const { deviceId, machine, appVersion } = request.device;
  const at = clock.now();
  if (!(await lockDevice(tx, deviceId)))
    await addDevice(tx, { deviceId, personId: person.personId, machine, appVersion, registeredAt: at });
  const device = await findDevice(tx, deviceId);
  // A revoked device may sign in once more: every question is answered `revoked`, but it can hand over. Source: SPEC [SY-56].
  if (!device || device.personId !== person.personId) return err(hubProblem('device.other-person'));
  await touchDevice(tx, deviceId, { at, appVersion });
  return ok(device);
};

const begin = async (tx: SqlTx, ports: HubPorts, { person, device }: { person: PersonRow; device: DeviceRow }): Promise<SessionReply> => {
  const at = ports.clock.now();
  await endSessionsOfDevice(tx, device.deviceId, { at, code: 'signed-in-again' });
  const sessionId = ports.ids.next();
  const secret = ports.random.bytes(32);
  const refreshToken = writeRefresh(sessionId, secret);
  await addSession(tx, { sessionId, deviceId: device.deviceId, personId: person.personId, currentHash: sha256(refreshToken), at });
  return sessionReply(tx, ports, { person, device, sessionId, refreshToken });
};

type Given = { person: PersonRow; device: DeviceRow; sessionId: string; refreshToken: string };

const sessionReply = async (tx: SqlTx, ports: HubPorts, { person, device, sessionId, refreshToken }: Given): Promise<SessionReply> => {
  const { hubId, epoch } = await metaOf(tx);
  const { personId, name, role, branchId } = person;
  return {
    hubId: hubId as SessionReply['hubId'],
    epoch,
    hubNow: ports.clock.now(),
    person: { id: personId, name, role, branchId } as SessionReply['person'],
    accessToken: await ports.tokens.sign({ personId, deviceId: device.deviceId, sessionId }),
    accessSeconds,
    refreshToken,
    leaseDays,
    lastMid: device.lastMid,
  };
};

/** Gives a new pair for the current refresh token. One that was used before ends the session: somebody else has it. */
export const refresh = async (ports: HubPorts, request: RefreshRequest): Promise<Result<SessionReply, HubProblem>> => {
  const sessionId = readRefresh(request.refreshToken);
  if (sessionId === null) return err(hubProblem('relogin'));
  return ports.db.transaction(async (tx) => {
    const session = await lockSession(tx, sessionId);
    if (!session) return err(hubProblem('relogin'));
    const at = ports.clock.now();
    const hash = sha256(request.refreshToken);
    const isCurrent = hash === session.currentHash;
    const inGrace =
      hash === session.previousHash && session.previousUsed === 0 && Date.parse(at) - Date.parse(session.rotatedAt) <= graceMs;
    const [device, person] = [await findDevice(tx, session.deviceId), await findPerson(tx, session.personId)];
    const isKnown = isCurrent || hash === session.previousHash;
    if (isKnown && request.deviceId === session.deviceId && device?.revokedAt) return err(hubProblem('revoked'));
    if (session.endedAt !== null || !device || person?.active !== 1) return err(hubProblem('relogin'));
    if (request.deviceId !== session.deviceId || !(isCurrent || inGrace)) {
      await endSession(tx, sessionId, { at, code: isKnown ? 'swapped' : 'reused' });
      ports.log('session.misused', { sessionId, deviceId: session.deviceId });
      return err(hubProblem('relogin'));
    }
    const refreshToken = writeRefresh(sessionId, ports.random.bytes(32));
    await rotateSession(tx, { sessionId, currentHash: sha256(refreshToken), previousHash: hash, previousUsed: isCurrent ? 0 : 1, at });
    return ok(await sessionReply(tx, ports, { person, device, sessionId, refreshToken }));
  });
};
