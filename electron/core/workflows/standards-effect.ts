import { setImmediate as nextTurn } from 'node:timers/promises';
import type { StandardsPack } from '../../../shared/damages/engine/standards-pack.ts';
import { problem, type Problem } from '../../../shared/kernel/problem.ts';
import type { CaseId } from '../../../shared/kernel/ids.ts';
import { err, ok, type Result } from '../../../shared/kernel/result.ts';
import { liveSettlement } from '../../../shared/settlement/file/live.ts';
import { overlayBasis } from '../../../shared/settlement/file/overlay.ts';
import { calculationBasis } from '../../../shared/settlement/model.ts';
import type { CaseEffect } from '../../../shared/standards/contract.ts';
import { nextVersion } from '../../../shared/standards/new-version.ts';
import { allowed } from '../people/allowed.ts';
import type { DraftOperation, Session } from '../session.ts';
import { packInForce, packOf } from '../../db/pack-rows.ts';
import type { PackShelf } from '../standards/pack-shelf.ts';
import { withComputed } from './computed-operations.ts';
import { settlementRowsOf } from './settlement-rows.ts';

/** Cases per step: other callers wait for at most so many. */
const batchSize = 25;

type OpenCase = { id: string; reportNumber: string };

/** Open cases with anything to compute. */
const openCases = (session: Session): OpenCase[] =>
  session.read.all<OpenCase>(
    `SELECT c.id, c.report_number AS reportNumber FROM cases c WHERE c.state = 'open' AND c.void_reason IS NULL
       AND EXISTS (SELECT 1 FROM damage_items i WHERE i.case_id = c.id AND i.void_reason IS NULL) ORDER BY c.report_number, c.id`,
  );

const batches = <Row>(rows: readonly Row[]): Row[][] =>
  Array.from({ length: Math.ceil(rows.length / batchSize) }, (_, index) => rows.slice(index * batchSize, (index + 1) * batchSize));

const lossUnder = (session: Session, caseId: string, pack: StandardsPack | null): number | null => {
  const rows = settlementRowsOf(session.read, caseId);
  if (!rows) return null;
  const used = pack ?? packOf(session.read, overlayBasis(rows.bases).packVersion);
  return used === null ? null : (liveSettlement(rows, used).settlement?.summary.loss.fen ?? null);
};

export type EffectProgress = { done: number; total: number; effects: CaseEffect[] };

/** What a list of figures that was read does to the loss of every open case. Nothing is written. */
export const standardsEffect = (
  session: Session,
  { importId, goesOn }: { importId: string; goesOn: () => boolean },
  shelf: PackShelf,
): Result<AsyncGenerator<EffectProgress>, Problem> => {
  const right = allowed(session, 'settlement.basis', null);
  if (!right.ok) return right;
  const list = shelf.find(session, importId);
  if (!list) return err(problem('standards.expired', 'importId'));
  const { version, issuedOn } = list.base;
  const next = nextVersion(list.base, list.changes, { version: `${version}+`, issuedOn });
  return ok(effects(session, next, goesOn));
};

const effects = async function* (session: Session, next: StandardsPack, goesOn: () => boolean): AsyncGenerator<EffectProgress> {
  const cases = openCases(session);
  let done = 0;
  yield { done, total: cases.length, effects: [] };
  for (const batch of batches(cases)) {
    if (!goesOn()) return;
    done += batch.length;
    yield {
      done,
      total: cases.length,
      effects: batch.map(({ id, reportNumber }) => ({
        caseId: id,
        reportNumber,
        beforeFen: lossUnder(session, id, null),
        afterFen: lossUnder(session, id, next),
      })),
    };
    await nextTurn();
  }
};

export type RecalculationProgress = { done: number; total: number; moved: number; refused: { caseId: string; code: string }[] };

/** Moves every open case to the pack in force, one change per case; a case that refuses is named and the others go on. */
export const recalculateAll = (session: Session, goesOn: () => boolean): Result<AsyncGenerator<RecalculationProgress>, Problem> => {
  const right = allowed(session, 'settlement.basis', null);
  return right.ok ? ok(recalculations(session, goesOn)) : right;
};

const recalculations = async function* (session: Session, goesOn: () => boolean): AsyncGenerator<RecalculationProgress> {
  const cases = openCases(session);
  const { version } = packInForce(session.read);
  const refused: RecalculationProgress['refused'] = [];
  let [done, moved] = [0, 0];
  yield { done, total: cases.length, moved, refused: [] };
  for (const batch of batches(cases)) {
    if (!goesOn()) return;
    for (const { id } of batch) {
      const outcome = recalculated(session, id as CaseId, version);
      if (!outcome.ok) refused.push({ caseId: id, code: outcome.error.code });
      else if (outcome.value) moved += 1;
    }
    done += batch.length;
    yield { done, total: cases.length, moved, refused: [...refused] };
    await nextTurn();
  }
};

/** True when the case changed. A case that uses the pack already only gets amounts that are out of date. */
const recalculated = (session: Session, caseId: CaseId, version: string): Result<boolean, Problem> => {
  const right = allowed(session, 'settlement.basis', caseId);
  if (!right.ok) return right;
  const rows = settlementRowsOf(session.read, caseId);
  const named = rows && overlayBasis(rows.bases).packVersion;
  const bases = rows?.bases.filter(({ voidReason }) => voidReason === null) ?? [];
  const move: DraftOperation[] =
    named === version
      ? []
      : bases.length === 0
        ? [{ op: 'insert', entity: calculationBasis.name, id: session.ids.next(), fields: { packVersion: version } }]
        : bases.map(({ id }) => ({
            op: 'set',
            entity: calculationBasis.name,
            id,
            seen: Number.MAX_SAFE_INTEGER,
            fields: { packVersion: version },
          }));
  const ops = withComputed(session, caseId, move);
  if (ops.length === 0) return ok(false);
  const done = session.commit({ kind: 'recalculate', caseId, ops });
  return done.ok ? ok(true) : done;
};
