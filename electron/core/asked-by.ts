import type { Reads } from '../db/handles.ts';

type Request = { caseId: string | null; id: string; byPersonId: string | null };

/** Who wrote a request and who handed it in, as the journal says. */
export const askedBy = (db: Reads, { caseId, id, byPersonId }: Request): (string | null)[] => [
  byPersonId,
  ...db
    .all<{ by: string | null }>(
      `SELECT DISTINCT by_person_id AS by FROM journal
       WHERE case_id = ? AND kind IN ('submit-escalation', 'ask-advance') AND instr(ops, ?) > 0`,
      caseId,
      id,
    )
    .map(({ by }) => by),
];
