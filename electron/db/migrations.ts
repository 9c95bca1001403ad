import type { Migration } from './migration.ts';
import { migration0010 } from './migrations/0010-journal.ts';
import { migration0020 } from './migrations/0020-cases.ts';
import { migration0030 } from './migrations/0030-findings.ts';
import { migration0040 } from './migrations/0040-boards.ts';
import { migration0050 } from './migrations/0050-statements.ts';
import { migration0070 } from './migrations/0070-papers.ts';
import { migration0060 } from './migrations/0060-clock-rules.ts';
import { migration0080 } from './migrations/0080-documents.ts';
import { migration0090 } from './migrations/0090-injuries.ts';
import { migration0100 } from './migrations/0100-advances.ts';
import { migration0120 } from './migrations/0120-settlement.ts';
import { migration0122 } from './migrations/0122-standards.ts';
import { migration0130 } from './migrations/0130-offers.ts';
import { migration0140 } from './migrations/0140-scenarios.ts';
import { migration0200 } from './migrations/0200-sync.ts';
import { migration0230 } from './migrations/0230-content.ts';
import { migration0260 } from './migrations/0260-complaints.ts';
import { migration0280 } from './migrations/0280-offer-ground.ts';
import { migration0310 } from './migrations/0310-visit-order.ts';
import { migration0320 } from './migrations/0320-search-due.ts';
import { migration0330 } from './migrations/0330-lean-lists.ts';
import { migration0360 } from './migrations/0360-published-kept.ts';
import { migration0370 } from './migrations/0370-words-kept.ts';
import { migration0380 } from './migrations/0380-unconfirmed.ts';
import { migration0390 } from './migrations/0390-writers-without-base.ts';
import { migration0400 } from './migrations/0400-lists-in-journal.ts';

/**
 * All steps of the schema in order, forward only. A new step is added at the end, above every number that a file out there may
 * have reached, or that file would never take it; its hash is frozen by a test.
 */
export const migrations: readonly Migration[] = [
  migration0010,
  migration0020,
  migration0030,
  migration0040,
  migration0050,
  migration0060,
  migration0070,
  migration0080,
  migration0090,
  migration0100,
  migration0120,
  migration0122,
  migration0130,
  migration0140,
  migration0200,
  migration0230,
  migration0260,
  migration0280,
  migration0310,
  migration0320,
  migration0330,
  migration0360,
  migration0370,
  migration0380,
  migration0390,
  migration0400,
];
