import type { Base, Operation } from '../../shared/sync/change.ts';
import type { Reads } from './handles.ts';
import { neverMade } from './rebase-waiting.ts';
import { waitingOn } from './shown-entries.ts';

type Row = { entity: string; id: string };

/**
 * What stands in the hub's list is named by its version there, every other own change by its number, also after the hub has taken
 * it in; what a lost list named and no number names any more is a base that must clash. Source: SPEC [SY-33], [SY-50].
 */
export const baseNamed = (ver: number | null, mid: number): Base => {
  if (ver === null) return { mid };
  return ver === 0 ? neverMade : { ver };
};

/** What last wrote a row as it shows now: an own change that waits for the hub, else the newest listed one. Source: SPEC [SY-14]. */
export const lastTouch = (db: Reads, caseId: string, row: Row): Base | null => {
  const own = waitingOn(db, caseId, row.id).find(({ ops }) => touches(ops, row));
  if (own) return baseNamed(own.ver, own.mid);
  const listed = db.all<{ ver: number; ops: string }>(
    `SELECT ver, ops FROM journal WHERE case_id = ? AND ver IS NOT NULL AND instr(ops, ?) > 0 ORDER BY ver DESC`,
    caseId,
    row.id,
  );
  const newest = listed.find(({ ops }) => touches(ops, row));
  return newest ? { ver: newest.ver } : null;
};

const touches = (ops: string, row: Row): boolean =>
  (JSON.parse(ops) as Operation[]).some(({ entity, id }) => entity === row.entity && id === row.id);
