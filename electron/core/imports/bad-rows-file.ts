import { badRowsWords, type Language } from './bad-rows-words.ts';
import { problem, type Problem } from '../../../shared/kernel/problem.ts';
import { noValueMark } from '../../../shared/imports/table.ts';
import { err, ok, type Result } from '../../../shared/kernel/result.ts';
import type { Session } from '../session.ts';
import type { ImportPorts } from './read-list.ts';

const mediaType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** The bad rows as they came, with a last column that says what to put right; the same file can be read again after that. */
export const badRowsFile = async (
  session: Session,
  { importId, language }: { importId: string; language: Language },
  { shelf, parser }: ImportPorts,
): Promise<Result<File, Problem>> => {
  const list = shelf.find(session, importId);
  if (!list) return err(problem('import.expired', 'importId'));
  const words = badRowsWords(language);
  const width = list.headings.length;
  const rows = list.rows
    .filter(({ status }) => status === 'bad')
    .map(({ cells, line, problems }) => [
      ...Array.from({ length: width }, (_, index) => (cells[index] === noValueMark ? '' : (cells[index] ?? ''))),
      String(line),
      problems.map((one) => words.reason(one)).join(words.between),
    ]);
  const bytes = await parser.run({ kind: 'write', rows: [[...list.headings, words.line, words.heading], ...rows], sheetName: words.sheet });
  const stem = list.fileName.replace(/\.[^.]*$/, '') || 'list';
  return ok(new File([Uint8Array.from(bytes)], `${stem}-${words.sheet}.xlsx`, { type: mediaType }));
};
