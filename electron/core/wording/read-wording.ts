import { problem, type Problem } from '../../../shared/kernel/problem.ts';
import { err, ok, type Result } from '../../../shared/kernel/result.ts';
import { tidyText } from '../../../shared/kernel/text.ts';
import { readBody } from '../../../shared/sync/document-body.ts';
import { wordingLists, type WordingPreview } from '../../../shared/wording/contract.ts';
import type { WordingDocument } from '../../../shared/wording/document.ts';
import { layOver } from '../../../shared/wording/lay-over.ts';
import type { WordingBundle } from '../../../shared/wording/model.ts';
import { documentVersions } from '../../db/published-rows.ts';
import { shippedWording } from '../../shipped/shipped-wording.ts';
import type { Session } from '../session.ts';
import { wordingHere } from '../wording-here.ts';

const maxBytes = 4_000_000;

/** All words as they count here: what is edited, and published again, is always the whole. */
export const wordingFile = ({ read }: Session): File => {
  const { version, bundle } = wordingHere(read);
  return new File([`${JSON.stringify(bundle, null, 2)}\n`], `liubu-wording-${version}.json`, { type: 'application/json' });
};

export type ReadWording = { document: WordingDocument; preview: WordingPreview };

/** Reads a file of words as every device will, and compares it with what counts here. */
export const readWording = async (session: Session, file: File): Promise<Result<ReadWording, Problem>> => {
  const given = file.size > maxBytes ? undefined : parsed(await file.text());
  if (given === undefined) return err(problem('wording.not-readable', 'file'));
  const read = readBody('wording-rules', given);
  if (!read.ok) return err(problem('sync.document-flaw', 'file', { reason: read.error.code, place: read.error.place }));
  const laid = layOver(shippedWording, read.value);
  if (!laid.ok) return err(problem('sync.document-flaw', 'file', { reason: laid.error.code, place: laid.error.place }));
  const changes = changesBetween(wordingHere(session.read).bundle, laid.value);
  if (changes.length === 0) return err(problem('wording.nothing-new', 'file'));
  const seen = documentVersions(session.read)['wording-rules'] ?? 0;
  return ok({ document: read.value, preview: { fileName: tidyText(file.name).slice(0, 255), seen, changes } });
};

const parsed = (text: string): unknown => {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
};

const changesBetween = (before: WordingBundle, after: WordingBundle): WordingPreview['changes'] =>
  wordingLists.flatMap((list) => {
    const [old, next] = [entriesOf(before, list), entriesOf(after, list)];
    return [
      ...[...next].flatMap(([id, text]) => {
        const known = old.get(id);
        if (known === text) return [];
        return [{ list, id, change: known === undefined ? ('added' as const) : ('changed' as const) }];
      }),
      ...[...old.keys()].filter((id) => !next.has(id)).map((id) => ({ list, id, change: 'dropped' as const })),
    ];
  });

const entriesOf = (bundle: WordingBundle, list: (typeof wordingLists)[number]): Map<string, string> =>
  new Map(bundle[list].map((entry) => ['id' in entry ? entry.id : entry.slug, inOrder(entry)]));

/** The same entry whatever the order of its names. */
const inOrder = (value: unknown): string =>
  JSON.stringify(value, (_key, part: unknown) =>
    typeof part === 'object' && part !== null && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).toSorted(([a], [b]) => (a < b ? -1 : 1)))
      : part,
  );
