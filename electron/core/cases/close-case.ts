import type { CaseId } from '../../../shared/kernel/ids.ts';
import { problem, type Problem } from '../../../shared/kernel/problem.ts';
import { err, ok, type Result } from '../../../shared/kernel/result.ts';
import { allowed, visible } from '../people/allowed.ts';
import type { Session } from '../session.ts';
import { tidyReason } from '../tidy-values.ts';

type Input = { caseId: string; reason: string };

/** 结案: after this the file can be read, and contacts that still come in are logged, until it is reopened. */
export const closeCase = (session: Session, input: Input): Result<void, Problem> =>
  move(session, input, { from: 'open', to: 'closed', kind: 'close-case' });

export const reopenCase = (session: Session, input: Input): Result<void, Problem> =>
  move(session, input, { from: 'closed', to: 'open', kind: 'reopen-case' });

type Move = { from: 'open' | 'closed'; to: 'open' | 'closed'; kind: string };

const move = (session: Session, { caseId, reason }: Input, { from, to, kind }: Move): Result<void, Problem> => {
  const right = allowed(session, 'case.close', caseId);
  if (!right.ok) return right;
  const seen = visible(session, caseId);
  if (!seen.ok) return seen;
  if (seen.value.state !== from) return err(problem('wrong-state', null, { state: seen.value.state }));
  const given = tidyReason(reason);
  if (!given.ok) return given;
  const stored = session.commit({
    kind,
    caseId: caseId as CaseId,
    ops: [{ op: 'transition', entity: 'case', id: caseId, from, to, facts: { closingReason: given.value } }],
  });
  return stored.ok ? ok(undefined) : stored;
};
