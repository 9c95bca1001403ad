import type { ImportPreview, Mapping } from '../../../shared/imports/contract.ts';
import { mappingOf } from '../../../shared/imports/headings.ts';
import { problem, type Problem } from '../../../shared/kernel/problem.ts';
import { err, type Result } from '../../../shared/kernel/result.ts';
import type { Session } from '../session.ts';
import { shelve, type ImportPorts } from './read-list.ts';

type Input = { importId: string; sheet: string; mapping: Mapping | null };

/** Looks at the list again with another sheet or with columns mapped by hand; `null` recognises them anew. */
export const remapList = async (session: Session, input: Input, { shelf }: ImportPorts): Promise<Result<ImportPreview, Problem>> => {
  const list = shelf.find(session, input.importId);
  if (!list) return err(problem('import.expired', 'importId'));
  const sheet = list.sheets.find(({ name }) => name === input.sheet);
  if (!sheet) return err(problem('not-found', 'sheet'));
  const mapping = input.mapping === null ? null : mappingOf(input.mapping);
  return shelve(session, shelf, { sheets: list.sheets, sheet, mapping, fileName: list.fileName });
};
