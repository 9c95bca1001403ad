import type { ClockView } from '../../../shared/clocks/view.ts';
import type { Problem } from '../../../shared/kernel/problem.ts';
import { ok, type Result } from '../../../shared/kernel/result.ts';
import { scopeOf } from '../people/allowed.ts';
import type { Session } from '../session.ts';
import { clocksOfOwner } from './clock-rows.ts';

/** More entries than any calendar is read with. */
const longest = 1_000;

type Mine = Pick<ClockView, 'caseId' | 'partyId' | 'kind' | 'refId' | 'dueAt'> & { reportNumber: string };

/** Clocks of the cases one owns, stripped to what may leave the encrypted file in a calendar. */
export const myClocks = (session: Session): Result<Mine[], Problem> => {
  const scope = scopeOf(session);
  if (!scope.ok) return scope;
  return ok(
    clocksOfOwner(session.read, session.person().name, longest).map(({ caseId, partyId, kind, refId, dueAt, reportNumber }) => ({
      caseId,
      partyId,
      kind,
      refId,
      dueAt,
      reportNumber,
    })),
  );
};
