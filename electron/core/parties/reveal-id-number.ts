import { chinaDateOf, chinaInstant } from '../../../shared/kernel/dates.ts';
import type { CaseId } from '../../../shared/kernel/ids.ts';
import { problem, type Problem } from '../../../shared/kernel/problem.ts';
import { err, ok, type Result } from '../../../shared/kernel/result.ts';
import { injuredParty } from '../../../shared/parties/model.ts';
import { findRow } from '../../db/rows.ts';
import { allowed } from '../people/allowed.ts';
import type { Session } from '../session.ts';
import { tidyReason } from '../tidy-values.ts';
import { lookSince } from './unmasking-rows.ts';

type Input = { caseId: string; partyId: string; reason: string | null };

/** 解除遮盖: answers the ID number in clear after the look is logged. One reason holds for the case until the Chinese day ends. */
export const revealIdNumber = (session: Session, { caseId, partyId, reason }: Input): Result<{ idNumber: string | null }, Problem> => {
  const right = allowed(session, 'level1.reveal', caseId);
  if (!right.ok) return right;
  const party = findRow(session.read, injuredParty, partyId);
  if (!party || party.caseId !== caseId) return err(problem('not-found', 'partyId'));
  if (party.idNumber === null) return ok({ idNumber: null });
  const since = chinaInstant(chinaDateOf(session.clock.now().at), '00:00');
  const known = lookSince(session.read, { caseId, personId: session.person().id, since });
  const given = tidyReason(reason ?? known?.reason ?? '');
  if (!given.ok) return given;
  const fields = { partyId, field: 'idNumber', reason: given.value };
  const stored = session.commit({
    kind: 'reveal-id-number',
    caseId: caseId as CaseId,
    ops: [{ op: 'insert', entity: 'unmasking', id: session.ids.next(), fields }],
  });
  return stored.ok ? ok({ idNumber: party.idNumber }) : stored;
};
