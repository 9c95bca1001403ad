import { maxListBytes, type Sheet } from '../../../shared/imports/table.ts';
import { problem, type Problem } from '../../../shared/kernel/problem.ts';
import { err, ok, type Result } from '../../../shared/kernel/result.ts';
import { tidyText } from '../../../shared/kernel/text.ts';
import { mayPublishStandards } from '../../../shared/people/access.ts';
import type { PackPreview } from '../../../shared/standards/contract.ts';
import { readFigures } from '../../../shared/standards/figure-sheet.ts';
import { figureChanges } from '../../../shared/standards/new-version.ts';
import { documentVersions } from '../../db/published-rows.ts';
import { packInForce } from '../../db/pack-rows.ts';
import { readState } from '../../db/sync-state.ts';
import type { Session } from '../session.ts';
import type { PackShelf } from './pack-shelf.ts';

/** Reads a spreadsheet or CSV as sheets of text, away from this thread. */
export type SheetReader = (bytes: Uint8Array) => Promise<Result<readonly Sheet[], Problem>>;

/** In a company its administrator brings in figures, for everybody; alone, whoever answers for the branch. The hub asks again. */
export const mayPublish = (session: Session): Result<void, Problem> => {
  const { role } = session.person();
  const may = readState(session.read, 'hub') === null ? mayPublishStandards(role) : role === 'admin';
  return may ? ok(undefined) : err(problem('forbidden'));
};

/** Reads a list of figures and says what it would change in the pack in force. */
export const readPack = async (
  session: Session,
  file: File,
  { shelf, readSheets }: { shelf: PackShelf; readSheets: SheetReader },
): Promise<Result<PackPreview, Problem>> => {
  const right = mayPublish(session);
  if (!right.ok) return right;
  if (file.size === 0) return err(problem('import.empty', 'file'));
  if (file.size > maxListBytes) return err(problem('import.too-large', 'file', { bytes: file.size, maxBytes: maxListBytes }));
  const sheets = await readSheets(new Uint8Array(await file.arrayBuffer()));
  if (!sheets.ok) return sheets;
  const read = readFigures(sheets.value);
  if (read === null || read.rows.length + read.bad.length === 0) return err(problem('standards.no-figures', 'file'));
  const base = packInForce(session.read);
  const changes = figureChanges(base, read.rows);
  const fileName = tidyText(file.name).slice(0, 255);
  const seen = documentVersions(session.read)['standards-pack'] ?? 0;
  const list = { importId: session.ids.next(), fileName, base, seen, changes, bad: read.bad };
  shelf.put(session, list);
  return ok({ importId: list.importId, fileName: list.fileName, base: base.version, changes, bad: [...read.bad] });
};
