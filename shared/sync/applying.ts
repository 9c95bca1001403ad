import type { Draft, Writer } from './case-view.ts';
import type { Sha256 } from './sha256.ts';
import type { Conflict } from './verdict.ts';

/** What the operations of one change have in common. `conflicts` is filled, so that a person sees all of them at once. */
export type Applying = { draft: Draft; mid: number; writer: Writer; conflicts: Conflict[]; sha256: Sha256 };
