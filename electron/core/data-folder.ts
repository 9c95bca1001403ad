import { homedir } from 'node:os';
import { join } from 'node:path';

/** The local (not roaming, not cloud-synced) application folder of each system. */
export const defaultDataFolder = (env: NodeJS.ProcessEnv, platform: NodeJS.Platform): string => {
  if (platform === 'win32') return join(env['LOCALAPPDATA'] ?? join(homedir(), 'AppData', 'Local'), 'Liubu');
  if (platform === 'darwin') return join(homedir(), 'Library', 'Application Support', 'Liubu');
  return join(env['XDG_DATA_HOME'] ?? join(homedir(), '.local', 'share'), 'liubu');
};
