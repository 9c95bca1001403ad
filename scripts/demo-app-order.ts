import type { Role } from '../shared/people/model.ts';

/** What one app of the demo is told when it starts. */
export type AppOrder = {
  dataDir: string;
  hub: string;
  loginName: string;
  password: string;
  name: string;
  role: Exclude<Role, 'admin'>;
};

/** Opens all three; their data is invented and goes away with the demo. */
export const passcode = 'liubu-demo';
