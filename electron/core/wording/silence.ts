import type { Problem } from '../../../shared/kernel/problem.ts';
import { ok, type Result } from '../../../shared/kernel/result.ts';
import type { Silenced } from '../../../shared/wording/contract.ts';
import type { Session } from '../session.ts';
import { tidyReason } from '../tidy-values.ts';

type What = { ruleId: string; phrase: string };

/** Suggestions the person who works here has put aside, the newest first. */
export const silencedBy = ({ read, person }: Session): Silenced[] =>
  read.all<Silenced>(
    'SELECT rule_id AS ruleId, phrase, reason, at FROM silenced_wording WHERE person_id = ? ORDER BY at DESC, phrase',
    person().id,
  );

/** 不再提示: one phrase under one rule, for this person on this machine; the rule goes on for everything else. */
export const silence = (session: Session, { ruleId, phrase, ...input }: What & { reason: string }): Result<void, Problem> => {
  const reason = tidyReason(input.reason);
  if (!reason.ok) return reason;
  const { id } = session.person();
  const { at } = session.clock.now();
  const done = session.commitLocal(['wording'], (db) =>
    db.run(
      'INSERT OR REPLACE INTO silenced_wording (person_id, rule_id, phrase, reason, at) VALUES (?, ?, ?, ?, ?)',
      id,
      ruleId,
      phrase,
      reason.value,
      at,
    ),
  );
  return done.ok ? ok(undefined) : done;
};

export const suggestAgain = (session: Session, { ruleId, phrase }: What): Result<void, Problem> => {
  const { id } = session.person();
  const done = session.commitLocal(['wording'], (db) =>
    db.run('DELETE FROM silenced_wording WHERE person_id = ? AND rule_id = ? AND phrase = ?', id, ruleId, phrase),
  );
  return done.ok ? ok(undefined) : done;
};
