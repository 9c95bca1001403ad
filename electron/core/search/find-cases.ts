import type { Problem } from '../../../shared/kernel/problem.ts';
import { ok, type Result } from '../../../shared/kernel/result.ts';
import { excerptOf, holdsWords, matchQuery } from '../../../shared/search/rules.ts';
import { entityByName } from '../../../shared/sync/entities.ts';
import { selectRows } from '../../db/rows.ts';
import { scopeOf } from '../people/allowed.ts';
import type { Session } from '../session.ts';
import { indexDue } from './index-due.ts';
import { hasDue, hitsIn, type Hit } from './search-rows.ts';
import { namesOf, textsOf } from './searched-text.ts';

export type Found = {
  caseId: string;
  reportNumber: string;
  insuredName: string | null;
  partyNames: string[];
  plate: string | null;
  hit: { entity: string; excerpt: string };
};

/** Rows walked back for a start, and at most: a word in more rows than that is too common to be looked for further back. */
const depths = [400, 5_000] as const;

/** Texts of a pull that a search indexes before it answers. */
const dueNow = 1_000;

/** Cases that hold the words: first by names and codes, then by texts, newest first; each case once. */
export const findCases = (session: Session, { text, limit }: { text: string; limit: number }): Result<Found[], Problem> => {
  const scope = scopeOf(session);
  if (!scope.ok) return scope;
  const query = matchQuery(text);
  if (query === null) return ok([]);
  // After a first download there may be more than one search should wait for; the loop behind the sync does the rest.
  if (hasDue(session.read)) session.commitLocal([], (db) => void indexDue(db, dueNow));
  const hits = new Map<string, Hit>();
  for (const where of ['names', 'texts'] as const) {
    for (const depth of depths) {
      if (hits.size >= limit) break;
      const found = hitsIn(session.read, where, { query, scope: scope.value, limit: limit + hits.size, depth });
      for (const hit of found) if (hits.size < limit && !hits.has(hit.caseId)) hits.set(hit.caseId, hit);
      if (found.length === 0) break;
    }
  }
  const excerptOfRow = excerpts(session, [...hits.values()], text);
  return ok([...hits.values()].map((hit) => foundOf(hit, excerptOfRow.get(hit.rowId) ?? '')));
};

const foundOf = ({ caseId, reportNumber, insuredName, partyNames, plate, entity }: Hit, excerpt: string): Found => ({
  caseId,
  reportNumber,
  insuredName,
  partyNames: JSON.parse(partyNames) as string[],
  plate,
  hit: { entity, excerpt },
});

/** Where the words stand, by row id; the rows of one kind are read together. */
const excerpts = (session: Session, hits: readonly Hit[], words: string): Map<string, string> => {
  const byRow = new Map<string, string>();
  for (const entity of new Set(hits.map((hit) => hit.entity))) {
    const definition = entityByName(entity);
    if (!definition) continue;
    const ids = hits.filter((hit) => hit.entity === entity).map(({ rowId }) => rowId);
    const rows = selectRows(session.read, definition, 'id IN (SELECT value FROM json_each(?))', [JSON.stringify(ids)]);
    for (const row of rows) byRow.set(row.id, excerptIn(entity, row as unknown as Record<string, unknown>, words));
  }
  return byRow;
};

const excerptIn = (entity: string, values: Record<string, unknown>, words: string): string => {
  const lines = [...namesOf(entity, values), ...textsOf(entity, values)];
  return excerptOf(lines.find((line) => holdsWords(line, words)) ?? lines[0] ?? '', words);
};
