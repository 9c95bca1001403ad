import { hubProblem, type HubProblem } from '../../shared/sync/hub-problems.ts';
import { err, ok, type Result } from '../../shared/kernel/result.ts';
import { oldestServed, protocolVersion } from '../../shared/sync/protocol-version.ts';
import { endSession, findBearer } from '../db/session-rows.ts';
import type { Claims, HubPorts } from './ports.ts';

/** Whose an access token is, if its session still runs. A device that was revoked hears so at once, not when the token ends. */
export const authenticate = async (ports: HubPorts, token: string): Promise<Result<Claims, HubProblem>> => {
  const claims = await ports.tokens.read(token);
  if (!claims) return err(hubProblem('relogin'));
  const session = await findBearer(ports.db, claims.sessionId);
  if (!session || session.deviceId !== claims.deviceId || session.personId !== claims.personId) return err(hubProblem('relogin'));
  if (session.revokedAt !== null) return err(hubProblem('revoked'));
  return session.endedAt === null ? ok(claims) : err(hubProblem('relogin'));
};

export const logout = (ports: HubPorts, { sessionId }: Claims): Promise<void> =>
  ports.db.transaction(async (tx) => void (await endSession(tx, sessionId, { at: ports.clock.now(), code: 'signed-out' })));

/** The hub serves the current protocol and the two before it. Source: SPEC [SY-71]. */
export const protocolProblem = (protocol: number): HubProblem | null => {
  if (protocol > protocolVersion) return hubProblem('protocol.too-new', { newest: protocolVersion });
  return protocol < oldestServed ? hubProblem('protocol.too-old', { oldest: oldestServed }) : null;
};
