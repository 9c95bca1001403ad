import type { Change } from '../../shared/sync/change.ts';
import { applyChange } from './apply-change.ts';
import { ProblemError, type ApplyProblem, type ConflictProblem } from './apply-problem.ts';
import { planByName } from './entity-plan.ts';
import type { Reads, WriteDb } from './handles.ts';
import { changeOf, entryAt } from './journal.ts';
import type { TouchedRow } from './projector.ts';
import type { ShownEntry } from './shown-entries.ts';
import { readState } from './sync-state.ts';

/** An entry that did not fit the rows before it. */
export type Unapplied = { seq: number; code: (ApplyProblem | ConflictProblem)['code'] };

type Applied = { touched: TouchedRow[]; unapplied: Unapplied[] };

/**
 * Applies entries to the tables. An own change that waits for the hub may no longer fit what others did meanwhile: it is noted
 * as unfit and stays in the journal with both values. A confirmed entry that does not fit is damage, or from a newer version.
 */
export const applyEntries = (from: Reads, to: WriteDb, entries: readonly ShownEntry[]): Applied => {
  const applied: Applied = { touched: [], unapplied: [] };
  const alone = readState(from, 'hub') === null;
  for (const entry of entries) applyEntry(from, to, { entry, applied, final: alone || entry.ver !== null });
  return applied;
};

/** `final`: nobody else's entries can explain why it does not fit. */
type One = { entry: ShownEntry; applied: Applied; final: boolean };

const applyEntry = (from: Reads, to: WriteDb, { entry, applied, final }: One): void => {
  const row = entryAt(from, entry.seq);
  if (!row) throw new Error(`journal entry ${entry.seq} is missing`);
  to.run('SAVEPOINT entry');
  try {
    const change = changeOf(row);
    applied.touched.push(...applyChange(to, change, row.seq));
    if (row.caseId !== null && isNewer(change)) noteUnfit(to, { seq: row.seq, caseId: row.caseId, code: newerCode, facts: {} });
  } catch (error) {
    if (!(error instanceof ProblemError)) throw error;
    to.run('ROLLBACK TO entry');
    const { code, ...facts } = error.problem;
    if (final || row.caseId === null) applied.unapplied.push({ seq: row.seq, code });
    if (row.caseId !== null) noteUnfit(to, { seq: row.seq, caseId: row.caseId, code, facts });
  }
  to.run('RELEASE entry');
};

/** Something in it is of a newer app: it is kept, and shows after the upgrade. Source: SPEC [SY-72]. */
const newerCode = 'newer';

const isNewer = ({ ops }: Change): boolean =>
  ops.some((op) => {
    const plan = planByName(op.entity);
    return !plan || Object.keys(op.op === 'transition' ? op.facts : op.fields).some((name) => !plan.fieldByName.has(name));
  });

type Unfit = { seq: number; caseId: string; code: string; facts: unknown };

const noteUnfit = (db: WriteDb, { seq, caseId, code, facts }: Unfit): void =>
  void db.run('INSERT INTO unfit (seq, case_id, code, facts) VALUES (?, ?, ?, ?)', seq, caseId, code, JSON.stringify(facts));
