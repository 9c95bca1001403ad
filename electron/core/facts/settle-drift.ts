import { drift, type DriftRow } from '../../../shared/facts/drift-model.ts';
import { fact } from '../../../shared/facts/model.ts';
import type { CaseId } from '../../../shared/kernel/ids.ts';
import { problem, type Problem } from '../../../shared/kernel/problem.ts';
import { err, ok, type Result } from '../../../shared/kernel/result.ts';
import { tidyText } from '../../../shared/kernel/text.ts';
import { findRow, selectRows } from '../../db/rows.ts';
import { allowed } from '../people/allowed.ts';
import type { DraftOperation, Session } from '../session.ts';

type About = { caseId: string; firstFactId: string; laterFactId: string };

/** Keeps a drift open, with somebody who finds out. */
export const ownDrift = (session: Session, input: About & { ownerName: string }): Result<void, Problem> => {
  const ownerName = tidyText(input.ownerName);
  if (ownerName === '') return err(problem('required', 'ownerName'));
  const known = knownDrift(session, input);
  if (!known.ok) return known;
  const { row, id, fields } = known.value;
  return commit(session, input.caseId, [
    row
      ? { op: 'set', entity: 'drift', id, seen: row.rev, fields: { ownerName } }
      : { op: 'insert', entity: 'drift', id, fields: { ...fields, ownerName } },
  ]);
};

/** Closes a drift: only a paper can say which value holds. */
export const closeDrift = (session: Session, input: About & { paper: string; finding: string }): Result<void, Problem> => {
  const facts = { paper: tidyText(input.paper), finding: tidyText(input.finding) };
  if (facts.paper === '') return err(problem('required', 'paper'));
  if (facts.finding === '') return err(problem('required', 'finding'));
  const known = knownDrift(session, input);
  if (!known.ok) return known;
  const { row, id, fields } = known.value;
  const close: DraftOperation = { op: 'transition', entity: 'drift', id, from: 'open', to: 'closed', facts };
  return commit(
    session,
    input.caseId,
    row ? [close] : [{ op: 'insert', entity: 'drift', id, fields: { ...fields, ownerName: null } }, close],
  );
};

export const reopenDrift = (session: Session, { caseId, driftId }: { caseId: string; driftId: string }): Result<void, Problem> => {
  const right = allowed(session, 'fact.add', caseId);
  if (!right.ok) return right;
  const row = findRow(session.read, drift, driftId);
  if (!row || row.caseId !== caseId) return err(problem('not-found', 'driftId'));
  const facts = { paper: null, finding: null };
  return commit(session, caseId, [{ op: 'transition', entity: 'drift', id: driftId, from: 'closed', to: 'open', facts }]);
};

type Known = { row: DriftRow | undefined; id: string; fields: Pick<DriftRow, 'partyId' | 'topic' | 'firstFactId' | 'laterFactId'> };

/** The row of this pair, or what a new one would hold. Both facts must be of one topic and one person of the case. */
const knownDrift = (session: Session, { caseId, firstFactId, laterFactId }: About): Result<Known, Problem> => {
  const right = allowed(session, 'fact.add', caseId);
  if (!right.ok) return right;
  const first = findRow(session.read, fact, firstFactId);
  const later = findRow(session.read, fact, laterFactId);
  if (!first || first.caseId !== caseId) return err(problem('not-found', 'firstFactId'));
  const pair = later && later.caseId === caseId && later.topic === first.topic && later.partyId === first.partyId && later.id !== first.id;
  if (!pair) return err(problem('not-found', 'laterFactId'));
  const [row] = selectRows(session.read, drift, 'case_id = ? AND later_fact_id = ? AND void_reason IS NULL ORDER BY at DESC', [
    caseId,
    laterFactId,
  ]);
  const ids = { firstFactId: first.id, laterFactId: later.id } as Pick<Known['fields'], 'firstFactId' | 'laterFactId'>;
  return ok({ row, id: row?.id ?? session.ids.next(), fields: { partyId: first.partyId, topic: first.topic, ...ids } });
};

const commit = (session: Session, caseId: string, ops: DraftOperation[]): Result<void, Problem> => {
  const stored = session.commit({ kind: 'settle-drift', caseId: caseId as CaseId, ops });
  return stored.ok ? ok(undefined) : stored;
};
