import { join } from 'node:path';
import type { Changed } from '../../electron/db/commit.ts';
import type { Projector } from '../../electron/db/projector.ts';
import { openStore, type Store } from '../../electron/db/open.ts';
import type { DraftOperation } from '../../electron/db/change-draft.ts';
import type { CaseId, PersonId } from '../../shared/kernel/ids.ts';
import type { Ids } from '../../shared/kernel/ports.ts';
import { fakeClock, type FakeClock } from './clock.ts';
import { fakeIds } from './ids.ts';

export const testKey = new Uint8Array(32).fill(9);

export type TestStore = { store: Store; clock: FakeClock; ids: Ids; heard: Changed[]; path: string };

type Options = { projectors?: readonly Projector[]; mode?: 'create' | 'existing'; machine?: string };

/** An open encrypted file without keys and vault around it. */
export const openTestStore = (folder: string, undo: (work: () => void) => void, options: Options = {}): TestStore => {
  const clock = fakeClock();
  const ids = fakeIds(options.mode === 'existing' ? 2 : 1);
  const heard: Changed[] = [];
  const path = join(folder, 'liubu.db');
  const opened = openStore(
    { path, key: testKey, mode: options.mode ?? 'create' },
    {
      clock,
      ids,
      projectors: options.projectors ?? [],
      announce: (changed) => void heard.push(changed),
      clockSkewMs: () => 0,
      machine: { fingerprint: options.machine ?? 'test-machine' },
    },
  );
  if (!opened.ok) throw new Error(opened.error);
  undo(() => opened.value.close());
  return { store: opened.value, clock, ids, heard, path };
};

export const insertOf = (entity: string, id: string, fields: Record<string, unknown>): DraftOperation => ({
  op: 'insert',
  entity,
  id,
  fields,
});

export const setOf = (entity: string, { id, seen }: { id: string; seen: number }, fields: Record<string, unknown>): DraftOperation => ({
  op: 'set',
  entity,
  id,
  seen,
  fields,
});

type Move = { from: string; to: string; facts?: Record<string, unknown> };

export const moveOf = (entity: string, id: string, { from, to, facts = {} }: Move): DraftOperation => ({
  op: 'transition',
  entity,
  id,
  from,
  to,
  facts,
});

/** One case; returns its id and the journal number that made it. */
export const addCase = ({ store, ids }: TestStore, reportNumber = 'R-1', by: PersonId | null = null): { caseId: CaseId; rev: number } => {
  const caseId = ids.next() as CaseId;
  const done = store.commit({ kind: 'open-case', caseId, ops: [insertOf('case', caseId, { reportNumber })] }, by);
  if (!done.ok) throw new Error(done.error.code);
  return { caseId, rev: done.value.seq };
};

/** The fields a contact log must have. */
export const contactFields = {
  step: 2,
  counterpart: 'injured',
  channel: 'phone',
  outcome: 'reached',
  contactAt: '2026-03-02T01:00:00.000Z',
  body: '约定周三到医院',
} as const;
