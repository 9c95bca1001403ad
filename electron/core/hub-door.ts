import type { SyncService } from './sync-service.ts';
import type { Session } from './session.ts';
import type { AdminAnswer } from '../sync/hub-admin.ts';
import { readState } from '../db/sync-state.ts';

/**
 * The administrator's door of the hub, with the session kept here; null where nobody is signed in. The hub asks its own store
 * who comes each time, whatever this device believes.
 */
export const throughHubDoor = async (
  { read }: Session,
  service: SyncService | null,
  request: { path: string; body: unknown },
): Promise<AdminAnswer | null> => {
  const secret = readState(read, 'session');
  if (service === null || readState(read, 'hub') === null || secret === null) return null;
  const first = await service.admin.call({ ...request, accessToken: secret.accessToken });
  const renewed = !first.ok && first.code === 'relogin' ? await service.renewed(secret.accessToken) : null;
  return renewed === null ? first : service.admin.call({ ...request, accessToken: renewed });
};
