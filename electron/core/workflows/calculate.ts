import { createHash } from 'node:crypto';
import type { CaseId } from '../../../shared/kernel/ids.ts';
import { problem, type Problem } from '../../../shared/kernel/problem.ts';
import { err, ok, type Result } from '../../../shared/kernel/result.ts';
import { calculation, type Calculation, type calculationPurposes } from '../../../shared/settlement/calculation-model.ts';
import type { CalculationReplay } from '../../../shared/settlement/contract.ts';
import { contentOf, contentText, replayed, type CalculationContent } from '../../../shared/settlement/file/calculated.ts';
import type { LiveSettlement } from '../../../shared/settlement/file/live.ts';
import { allowed, visible } from '../people/allowed.ts';
import type { DraftOperation, Session } from '../session.ts';
import { findCalculation } from '../settlement/calculation-rows.ts';
import { settlementOfCase } from './settlement-of-case.ts';

type Input = { caseId: string; purpose: (typeof calculationPurposes)[number]; note: string };
type Made = { id: string; operation: DraftOperation; live: LiveSettlement };

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

/** The operation that keeps the case as it is computed now, for a change that needs it, such as an offer. Nothing is written here. */
export const calculationOperation = (session: Session, { caseId, purpose, note }: Input): Result<Made, Problem> => {
  const live = settlementOfCase(session, caseId, 'review');
  if (!live.ok) return live;
  const { settlement, errors } = live.value;
  if (settlement === null) {
    const [first] = errors;
    const facts = { errors: errors.length, settle: first?.code ?? '', entity: first?.place.entity ?? '', at: first?.place.field ?? '' };
    return err(problem('settlement.incomplete', 'caseId', facts));
  }
  const content = contentOf(settlement);
  const { engine, pack } = content.record;
  const id = session.ids.next();
  const fields = {
    purpose,
    engine,
    ruleSet: settlement.ruleSet.id,
    packId: pack.id,
    packVersion: pack.version,
    ...content,
    contentHash: sha256(contentText(content)),
    note: note.trim() === '' ? null : note,
  };
  return ok({ id, operation: { op: 'insert', entity: calculation.name, id, fields }, live: live.value });
};

/** 计算存档: keeps the case as it is computed now. */
export const calculate = (session: Session, input: Input): Result<{ id: string }, Problem> => {
  const right = allowed(session, 'settlement.basis', input.caseId);
  if (!right.ok) return right;
  const made = calculationOperation(session, input);
  if (!made.ok) return made;
  const done = session.commit({ kind: 'calculate', caseId: input.caseId as CaseId, ops: [made.value.operation] });
  return done.ok ? ok({ id: made.value.id }) : done;
};

type Which = { caseId: string; calculationId: string };

/** A stored calculation with everything in it. */
export const openCalculation = (session: Session, { caseId, calculationId }: Which): Result<Calculation, Problem> => {
  const seen = visible(session, caseId);
  if (!seen.ok) return seen;
  const row = findCalculation(session.read, caseId, calculationId);
  return row ? ok(row) : err(problem('not-found', 'calculationId'));
};

/** Computes a stored calculation again and says whether it comes out to the fen, and whether what is stored is what was stored. */
export const replayCalculation = (session: Session, which: Which): Result<CalculationReplay, Problem> => {
  const row = openCalculation(session, which);
  if (!row.ok) return row;
  const content = { record: row.value.record, result: row.value.result } as unknown as CalculationContent;
  return ok({ ...replayed(content), untouched: sha256(contentText(content)) === row.value.contentHash });
};
