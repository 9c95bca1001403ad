import { hubProblem, type HubProblem } from '../../shared/sync/hub-problems.ts';
import { err, ok, type Result } from '../../shared/kernel/result.ts';
import type { PushReply } from '../../shared/sync/push-messages.ts';
import type { SurrenderRequest } from '../../shared/sync/session-messages.ts';
import { findDevice } from '../db/device-rows.ts';
import { findSession } from '../db/session-rows.ts';
import type { Claims, HubPorts } from './ports.ts';
import { pushChanges } from './push-changes.ts';
import { readRefresh } from './refresh-token.ts';
import { sha256 } from './sha256.ts';

/**
 * A revoked device hands over what the hub lacks before it forgets everything. Its session has ended; the token it holds still
 * says which device it is. All of it waits for the handler. Source: SPEC [SY-56].
 */
export const surrender = async (ports: HubPorts, request: SurrenderRequest): Promise<Result<PushReply, HubProblem>> => {
  const who = await revokedOwner(ports, request.refreshToken);
  if (!who.ok) return who;
  if (who.value.deviceId !== request.deviceId) return err(hubProblem('relogin'));
  return pushChanges(ports, who.value, {
    requestId: request.requestId,
    changes: request.changes,
    epoch: null,
    surrender: 'device-revoked',
  });
};

/** Whose device a token of an ended session belongs to, if that device was revoked. */
export const revokedOwner = async ({ db }: HubPorts, refreshToken: string): Promise<Result<Claims, HubProblem>> => {
  const sessionId = readRefresh(refreshToken);
  if (sessionId === null) return err(hubProblem('relogin'));
  return db.snapshot(async (reads) => {
    const session = await findSession(reads, sessionId);
    const hash = sha256(refreshToken);
    if (!session || (hash !== session.currentHash && hash !== session.previousHash)) return err(hubProblem('relogin'));
    const device = await findDevice(reads, session.deviceId);
    if (!device?.revokedAt) return err(hubProblem('relogin'));
    return ok({ personId: session.personId, deviceId: session.deviceId, sessionId });
  });
};
