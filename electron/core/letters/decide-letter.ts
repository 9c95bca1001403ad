import { undisputedPaid } from '../../../shared/advances/rules.ts';
import type { CaseId } from '../../../shared/kernel/ids.ts';
import type { Problem } from '../../../shared/kernel/problem.ts';
import { err, ok, type Result } from '../../../shared/kernel/result.ts';
import { tidyText } from '../../../shared/kernel/text.ts';
import { determination, type DeterminationOutcome } from '../../../shared/letters/model.ts';
import { letterProblem, refusedLines } from '../../../shared/letters/rules.ts';
import { partyOfCase } from '../party-of-case.ts';
import { allowed } from '../people/allowed.ts';
import type { Session } from '../session.ts';
import { letterFile, newestOfferId } from './letter-rows.ts';

type Input = { caseId: CaseId; partyId: string; outcome: DeterminationOutcome; reason: string; clause: string; appeal: string };

/** 核定: keeps what is not paid, item by item, with reason, clause, the telling that announced it and the way to appeal. */
export const decideLetter = (session: Session, input: Input): Result<{ id: string }, Problem> => {
  const { caseId, partyId, outcome } = input;
  const right = allowed(session, 'offer.make', caseId);
  if (!right.ok) return right;
  const party = partyOfCase(session, { caseId, partyId, field: 'partyId' });
  if (!party.ok) return party;
  const file = letterFile(session.read, caseId, partyId);
  const lines = refusedLines(file);
  const [reason, clause, appeal] = [tidyText(input.reason), tidyText(input.clause), tidyText(input.appeal)];
  const wrong = letterProblem({ outcome, reason, clause, appeal, items: file.items, lines });
  if (wrong) return err(wrong);
  const id = session.ids.next();
  const sum = (name: 'claimedFen' | 'allowedFen'): number => file.items.reduce((total, item) => total + (item[name] ?? 0), 0);
  const amounts = { claimedFen: sum('claimedFen'), allowedFen: sum('allowedFen') };
  const offerId = newestOfferId(session.read, partyId);
  const undisputed = undisputedPaid(file.advances, partyId);
  const fields = { partyId, offerId, outcome, reason, clause, appeal, lines, undisputed, ...amounts, decidedAt: session.clock.now().at };
  const done = session.commit({ kind: 'decide-letter', caseId, ops: [{ op: 'insert', entity: determination.name, id, fields }] });
  return done.ok ? ok({ id }) : done;
};
