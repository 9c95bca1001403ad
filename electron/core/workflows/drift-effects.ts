import type { DriftEffects } from '../../../shared/settlement/drift-contract.ts';
import { fact } from '../../../shared/facts/model.ts';
import { problem, type Problem } from '../../../shared/kernel/problem.ts';
import { err, ok, type Result } from '../../../shared/kernel/result.ts';
import { driftMoney } from '../../../shared/settlement/drift-effect.ts';
import type { DriftRows } from '../../../shared/settlement/drift-heads.ts';
import { findRow } from '../../db/rows.ts';
import type { Session } from '../session.ts';
import { settlementReady } from './settlement-of-case.ts';

type Pair = { firstFactId: string; laterFactId: string; touches: string[] };

/** 变动的钱: what each difference from the first statement is worth, with the file as it stands now. */
export const driftEffects = (session: Session, { caseId, pairs }: { caseId: string; pairs: Pair[] }): Result<DriftEffects, Problem> => {
  const ready = settlementReady(session, caseId);
  if (!ready.ok) return ready;
  const found: DriftEffects = [];
  for (const { firstFactId, laterFactId, touches } of pairs) {
    const [first, later] = [findRow(session.read, fact, firstFactId), findRow(session.read, fact, laterFactId)];
    const fits = first?.caseId === caseId && later?.caseId === caseId && first.topic === later.topic && first.partyId === later.partyId;
    if (!first?.value || !later?.value || !first.partyId || !fits) return err(problem('not-found', 'pairs'));
    const { topic, partyId } = first;
    const items = driftMoney(ready.value.rows as DriftRows, ready.value.pack, {
      topic,
      touches,
      partyId,
      first: first.value,
      later: later.value,
    });
    found.push({ laterFactId, items });
  }
  return ok(found);
};
