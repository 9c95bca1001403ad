import type { CaseId } from '../../../shared/kernel/ids.ts';
import type { Session } from '../session.ts';
import { withComputed } from './computed-operations.ts';

/**
 * The session for edits elsewhere that move money: a date of birth, the accident date, a hidden item. Each change takes the computed
 * amounts along, so that no item shows what its inputs no longer give.
 */
export const computingSession = (session: Session, caseId: string): Session => ({
  ...session,
  commit: (draft) => session.commit({ ...draft, ops: withComputed(session, caseId as CaseId, draft.ops) }),
});
