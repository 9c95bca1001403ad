import type { Core } from '../app.ts';
import { readSettings } from '../settings/setting-rows.ts';

/** Locks once nobody has touched the machine for as long as the person's setting allows. */
export const lockWhenIdle = (core: Core, idleSeconds: number): void => {
  const session = core.session();
  if (session !== null && idleSeconds >= readSettings(session.read).idleLockMinutes * 60) core.vault.lock();
};
