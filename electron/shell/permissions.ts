import type { Session } from 'electron';
import { isAppAddress } from './addresses.ts';
import type { Log } from './log.ts';

/** The few permissions the app needs: copying a phrase. Electron's own default would be to allow everything. */
const granted: readonly string[] = ['clipboard-sanitized-write'];

const allows = (permission: string, address: string): boolean => granted.includes(permission) && isAppAddress(address);

export const denyPermissions = (session: Session, log: Log): void => {
  session.setPermissionRequestHandler((_contents, permission, ...[answer, { requestingUrl }]) => {
    const allowed = allows(permission, requestingUrl);
    if (!allowed) log('shell.permission-denied', { permission });
    answer(allowed);
  });
  session.setPermissionCheckHandler((_contents, permission, origin) => allows(permission, origin));
  session.setDevicePermissionHandler(() => false);
  session.setDisplayMediaRequestHandler((_request, answer) => answer({}));
};
