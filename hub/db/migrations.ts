import type { Migration } from './migration.ts';
import { migration0010 } from './migrations/0010-people.ts';
import { migration0020 } from './migrations/0020-cases.ts';
import { migration0030 } from './migrations/0030-attachments.ts';
import { migration0200 } from './migrations/0200-same-change.ts';
import { migration0220 } from './migrations/0220-quarantine-case.ts';

/** All steps of the hub's schema in order, forward only. A new step is added at the end and its hash is frozen by a test. */
export const migrations: readonly Migration[] = [migration0010, migration0020, migration0030, migration0200, migration0220];
