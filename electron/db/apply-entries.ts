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

/** An entry to apply; its change, where it is at hand, need not be read back from the journal. */
type Applicable = ShownEntry & { change?: Change };

/**
 * Applies entries to the tables. An own change that waits for the hub may no longer fit what others did meanwhile: it is noted
 * as unfit and stays in the journal with both values. A confirmed entry that does not fit is damage, or from a newer version.
 */
export const applyEntries = (from: Reads, to: WriteDb, entries: readonly Applicable[]): Applied =>
  applyAll(from, to, entries) ?? applyEach(from, to, entries);

/** Nearly always all of them fit: then one savepoint is enough. Null, and nothing done, when one does not. */
const applyAll = (from: Reads, to: WriteDb, entries: readonly Applicable[]): Applied | null => {
  to.run('SAVEPOINT entries');
  try {
    const touched = entries.flatMap((entry) => applyNoted(to, changeAt(from, entry), entry.seq));
    to.run('RELEASE entries');
    return { touched, unapplied: [] };
  } catch (error) {
    if (!(error instanceof ProblemError)) throw error;
    to.run('ROLLBACK TO entries');
    to.run('RELEASE entries');
    return null;
  }
};

/** Applies a change and notes what of it waits for a newer app. */
const applyNoted = (to: WriteDb, change: Change, seq: number): TouchedRow[] => {
  const touched = applyChange(to, change, seq);
  if (change.caseId !== null && isNewer(change)) noteUnfit(to, { seq, caseId: change.caseId, code: newerCode, facts: {} });
  return touched;
};

const changeAt = (from: Reads, { seq, change }: Applicable): Change => {
  if (change) return change;
  const row = entryAt(from, seq);
  if (!row) throw new Error(`journal entry ${seq} is missing`);
  return changeOf(row);
};

const applyEach = (from: Reads, to: WriteDb, entries: readonly Applicable[]): Applied => {
  const applied: Applied = { touched: [], unapplied: [] };
  const alone = readState(from, 'hub') === null;
  for (const entry of entries) applyEntry(from, to, { entry, applied, final: alone || entry.ver !== null });
  return applied;
};

/** `final`: nobody else's entries can explain why it does not fit. */
type One = { entry: Applicable; applied: Applied; final: boolean };

const applyEntry = (from: Reads, to: WriteDb, { entry, applied, final }: One): void => {
  const { seq } = entry;
  const change = changeAt(from, entry);
  to.run('SAVEPOINT entry');
  try {
    applied.touched.push(...applyNoted(to, change, seq));
  } catch (error) {
    if (!(error instanceof ProblemError)) throw error;
    to.run('ROLLBACK TO entry');
    const { code, ...facts } = error.problem;
    const { caseId } = change;
    if (final || caseId === null) applied.unapplied.push({ seq, code });
    if (caseId !== null) noteUnfit(to, { seq, caseId, code, facts });
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
