import type { CaseId } from '../../shared/kernel/ids.ts';
import { applyEntries } from './apply-entries.ts';
import { keepHead, listEntries, mendVerdicts, unlistCase, versionsOf, type CaseEntry, type CaseHead } from './case-entry-rows.ts';
import type { WriteDb } from './handles.ts';
import { rebaseOwn, rebaseUnconfirmed, type Place } from './rebase-waiting.ts';
import { rebuildCase, runProjectors, type Projection } from './rebuild.ts';
import type { TouchedRow } from './projector.ts';
import { waitingSeqs } from './shown-entries.ts';
import { keepState, readState } from './sync-state.ts';

/** What a pull brings of one case. With `reset` the list replaces what is here; else it goes on where the device stood. */
export type CaseUpdate = { head: CaseHead; reset: boolean; entries: readonly CaseEntry[] };

/**
 * Takes over a case's new entries. Where own changes wait, the rows are made again, so that these stand on top of what others
 * wrote; where none do, the entries are simply applied. Own changes that come back in their own order change no row.
 */
export const receiveCase = (db: WriteDb, { head, reset, entries }: CaseUpdate, projection: Projection): TouchedRow[] => {
  const { caseId } = head;
  const returned = db.run('DELETE FROM handed_over WHERE case_id = ?', caseId) > 0;
  if (returned) leaveLostList(db, head);
  const waiting = waitingSeqs(db, caseId);
  // An own change that the former list names may wait again as well: the hub that fell back has lost it.
  const former = reset ? versionsOf(db, caseId) : new Map<number, string>();
  if (reset) unlistCase(db, caseId);
  const seqs = listEntries(db, caseId, entries);
  if (reset && former.size + waiting.length > 0) rebaseOwn(db, caseId, { former, now: placesIn(entries) });
  keepHead(db, head);
  if (reset || returned) return rebuildCase(db, caseId, projection);
  if (seqs.every((seq, at) => waiting[at] === seq)) return [];
  if (waiting.length > 0) return rebuildCase(db, caseId, projection);
  const shown = entries.map(({ ver, change }, at) => ({ seq: seqs[at] ?? 0, ver, change }));
  const { touched } = applyEntries(db, db, shown);
  runProjectors(db, { caseId, touched, pulled: true, ...projection });
  return touched;
};

/** The case had gone, and comes back from a hub of another history: versions that waiting changes rest on name nothing there. */
const leaveLostList = (db: WriteDb, { caseId, epoch }: CaseHead): void => {
  const { [caseId]: before, ...others } = readState(db, 'letGo') ?? {};
  if (before === undefined) return;
  if (before !== epoch) rebaseUnconfirmed(db, [caseId]);
  keepState(db, 'letGo', others);
};

const placesIn = (entries: readonly CaseEntry[]): Map<string, Place> =>
  new Map(entries.map(({ ver, change: { changeId, deviceId, mid } }) => [changeId, { ver, deviceId, mid }]));

/** All heads but these were found equal: they count in the hub's present epoch, and so does what their lists name. */
export const confirmHeads = (db: WriteDb, but: readonly CaseId[], epoch: string): void => {
  const differing = new Set<string>(but);
  const old = db.all<{ caseId: CaseId }>('SELECT case_id AS caseId FROM case_heads WHERE epoch <> ?', epoch);
  for (const { caseId } of old) {
    if (differing.has(caseId)) continue;
    db.run('UPDATE case_heads SET epoch = ? WHERE case_id = ?', epoch, caseId);
    mendVerdicts(db, caseId);
  }
};
