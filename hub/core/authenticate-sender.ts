import type { HubProblem } from '../../shared/sync/hub-problems.ts';
import { ok, type Result } from '../../shared/kernel/result.ts';
import { authenticate } from './authenticate.ts';
import type { Sender } from './blob-access.ts';
import type { HubPorts } from './ports.ts';
import { readRefresh } from './refresh-token.ts';
import { revokedOwner } from './surrender.ts';

/** Who sends files: whoever is signed in, or a revoked device that shows the token of its ended session. Source: SPEC [SY-58]. */
export const authenticateSender = async (ports: HubPorts, token: string): Promise<Result<Sender, HubProblem>> => {
  if (readRefresh(token) === null) return authenticate(ports, token);
  const who = await revokedOwner(ports, token);
  return who.ok ? ok({ ...who.value, revoked: true }) : who;
};
