import type { Problem } from '../../../shared/kernel/problem.ts';
import type { Result } from '../../../shared/kernel/result.ts';
import type { Session } from '../session.ts';
import { keepConfirmedTime } from '../trusted-clock.ts';

/** The device clock is right: later entries were made while it stood ahead. Said by a person, never guessed. */
export const confirmTime = (session: Session): Result<void, Problem> => {
  const { deviceNow } = session.clock.check();
  return session.commitLocal(['clocks'], (db) => keepConfirmedTime(db, deviceNow));
};
