import type { CaseId } from '../../../shared/kernel/ids.ts';
import type { Operation } from '../../../shared/sync/change.ts';
import type { Reads } from '../../db/handles.ts';

/** One change of a case as the journal keeps it. */
export type Entry = { seq: number; changeId: string; kind: string; at: string; byPersonId: string | null; ops: Operation[] };
type Row = Omit<Entry, 'ops'> & { ops: string };

const columns = 'seq, change_id AS changeId, kind, at, by_person_id AS byPersonId, ops';

const entryOf = (row: Row): Entry => ({ ...row, ops: JSON.parse(row.ops) as Operation[] });

/** The newest changes of one person in a case, the newest first; changes that only took others back are left out. */
export const changesBy = (db: Reads, { caseId, personId, limit }: { caseId: CaseId; personId: string; limit: number }): Entry[] =>
  db
    .all<Row>(
      `SELECT ${columns} FROM journal WHERE case_id = ? AND by_person_id = ? AND kind <> 'undo-change' ORDER BY seq DESC LIMIT ?`,
      caseId,
      personId,
      limit,
    )
    .map(entryOf);

/** Everybody's changes of a case after a number, in order. */
export const changesAfter = (db: Reads, caseId: CaseId, seq: number): Entry[] =>
  db.all<Row>(`SELECT ${columns} FROM journal WHERE case_id = ? AND seq > ? ORDER BY seq`, caseId, seq).map(entryOf);

/** Changes before a number that name a row, the newest first. */
export const changesOfRowBefore = (db: Reads, { caseId, id, seq }: { caseId: CaseId; id: string; seq: number }): Entry[] =>
  db
    .all<Row>(`SELECT ${columns} FROM journal WHERE case_id = ? AND seq < ? AND instr(ops, ?) > 0 ORDER BY seq DESC`, caseId, seq, id)
    .map(entryOf);

/** Changes of a case that were taken back. */
export const undoneIn = (db: Reads, caseId: CaseId): ReadonlySet<string> =>
  new Set(db.all<{ id: string }>('SELECT change_id AS id FROM undoings WHERE case_id = ?', caseId).map(({ id }) => id));
