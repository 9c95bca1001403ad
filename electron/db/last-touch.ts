import type { Base, Operation } from '../../shared/sync/change.ts';
import type { Reads } from './handles.ts';
import { waitingOn } from './shown-entries.ts';

type Row = { entity: string; id: string };

/** What last wrote a row as it shows now: an own change that waits for the hub, else the newest listed one. Source: SPEC [SY-14]. */
export const lastTouch = (db: Reads, caseId: string, row: Row): Base | null => {
  const own = waitingOn(db, caseId, row.id).find(({ ops }) => touches(ops, row));
  if (own) return own.ver === null ? { mid: own.mid } : { ver: own.ver };
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
