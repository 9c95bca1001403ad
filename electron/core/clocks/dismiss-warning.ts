import { isDismissible, type CaseWarning } from '../../../shared/clocks/warnings.ts';
import { problem, type Problem } from '../../../shared/kernel/problem.ts';
import { err, ok, type Result } from '../../../shared/kernel/result.ts';
import type { Reads } from '../../db/handles.ts';
import type { Session } from '../session.ts';

/** Keys of the warnings this person has put away on this machine. */
export const dismissedBy = (db: Reads, personId: string): Set<string> =>
  new Set(db.all<{ key: string }>('SELECT key FROM dismissed_warnings WHERE person_id = ?', personId).map(({ key }) => key));

/** Puts one warning away, for this person on this machine: nothing of the case changes. */
export const dismissWarning = (session: Session, { key }: { key: string }): Result<void, Problem> => {
  if (!isDismissible({ code: key.split(' ')[0] as CaseWarning['code'] })) return err(problem('forbidden', 'key'));
  const { id } = session.person();
  const { at } = session.clock.now();
  const done = session.commitLocal(['clocks'], (db) =>
    db.run('INSERT OR REPLACE INTO dismissed_warnings (person_id, key, at) VALUES (?, ?, ?)', id, key, at),
  );
  return done.ok ? ok(undefined) : done;
};

/** Brings one back, or all of them. */
export const restoreWarnings = (session: Session, { key }: { key: string | null }): Result<void, Problem> => {
  const { id } = session.person();
  const done = session.commitLocal(['clocks'], (db) =>
    key === null
      ? db.run('DELETE FROM dismissed_warnings WHERE person_id = ?', id)
      : db.run('DELETE FROM dismissed_warnings WHERE person_id = ? AND key = ?', id, key),
  );
  return done.ok ? ok(undefined) : done;
};
