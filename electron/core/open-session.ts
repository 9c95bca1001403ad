import type { PersonId } from '../../shared/kernel/ids.ts';
import type { Clock, Ids } from '../../shared/kernel/ports.ts';
import { problem } from '../../shared/kernel/problem.ts';
import { err, ok } from '../../shared/kernel/result.ts';
import { person, type Person } from '../../shared/people/model.ts';
import type { BlobStore } from '../db/blob-store.ts';
import type { Reads } from '../db/handles.ts';
import type { Store } from '../db/open.ts';
import { findRow, selectRows } from '../db/rows.ts';
import type { Slug } from '../db/slugs.ts';
import { problemOfCommit } from './problem-of-commit.ts';
import type { Session } from './session.ts';
import { trustedClock } from './trusted-clock.ts';

/** Settings key under which the id of the person working at this machine lies. */
export const currentPersonKey = 'current-person';

type Parts = { store: Store; blobs: BlobStore; clock: Clock; ids: Ids };

/** What use-cases see of the open files. */
export const openSession = ({ store, blobs, clock, ids }: Parts): Session => {
  // Every question asks who asks; only a write through this session can change the answer.
  const known: { person: Person | null } = { person: null };
  const commitAll: Session['commitAll'] = (drafts) => {
    const outcome = store.commitAll(drafts, currentPersonId(store.read));
    known.person = null;
    return outcome.ok ? outcome : err(problemOfCommit(store.read, outcome.error));
  };
  return {
    read: store.read,
    blobs,
    clock: trustedClock(store.read, clock),
    ids,
    get deviceId() {
      return store.sync.deviceId();
    },
    forgetPerson: () => {
      known.person = null;
    },
    person: () => (known.person ??= currentPerson(store.read)),
    commitAll,
    commit: (draft) => {
      const outcome = commitAll([draft]);
      if (!outcome.ok) return outcome;
      const [committed] = outcome.value;
      if (!committed) throw new Error('a commit without a receipt');
      return ok(committed);
    },
    commitLocal: (slugs, work) => {
      const outcome = store.commitLocal(work as never, slugs as readonly Slug[]);
      known.person = null;
      return outcome.ok ? (outcome as never) : err(problem(outcome.error.fault));
    },
  };
};

const currentPersonId = (db: Reads): PersonId | null => {
  const row = db.get<{ value: string }>('SELECT value FROM settings WHERE key = ?', currentPersonKey);
  return row ? (JSON.parse(row.value) as PersonId) : null;
};

/** Whoever was chosen last; should that profile be gone, the first one that can work. */
const currentPerson = (db: Reads): Person => {
  const id = currentPersonId(db);
  const chosen = id && findRow(db, person, id);
  const somebody = chosen || selectRows(db, person, 'active = 1 ORDER BY at, id LIMIT 1')[0];
  if (!somebody) throw new Error('a set-up file without a person');
  return somebody;
};
