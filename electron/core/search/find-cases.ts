import type { Problem } from '../../../shared/kernel/problem.ts';
import { ok, type Result } from '../../../shared/kernel/result.ts';
import { excerptOf, holdsWords, matchQuery } from '../../../shared/search/rules.ts';
import { entityByName } from '../../../shared/sync/entities.ts';
import { findRow } from '../../db/rows.ts';
import { scopeOf } from '../people/allowed.ts';
import type { Session } from '../session.ts';
import { foundCase, hitsIn, type Hit } from './search-rows.ts';
import { namesOf, textsOf } from './searched-text.ts';

export type Found = {
  caseId: string;
  reportNumber: string;
  insuredName: string | null;
  partyNames: string[];
  plate: string | null;
  hit: { entity: string; excerpt: string };
};

/** A case may answer with many rows; this many are looked at for each case wanted before giving up. */
const rowsPerCase = 4;

/** Cases that hold the words: first by names and codes, then by texts, newest first; each case once. */
export const findCases = (session: Session, input: { text: string; limit: number }): Result<Found[], Problem> => {
  const scope = scopeOf(session.person());
  if (!scope.ok) return scope;
  const query = matchQuery(input.text);
  if (query === null) return ok([]);
  const hitByCase = new Map<string, Hit>();
  for (const index of ['names', 'texts'] as const) {
    if (hitByCase.size >= input.limit) break;
    for (const hit of hitsIn(session.read, index, { query, scope: scope.value, limit: input.limit * rowsPerCase })) {
      if (hitByCase.size < input.limit && !hitByCase.has(hit.caseId)) hitByCase.set(hit.caseId, hit);
    }
  }
  return ok([...hitByCase.values()].flatMap((hit) => foundOf(session, hit, input.text)));
};

const foundOf = (session: Session, hit: Hit, words: string): Found[] => {
  const found = foundCase(session.read, hit.caseId);
  if (!found) return [];
  const partyNames = JSON.parse(found.partyNames) as string[];
  return [{ ...found, partyNames, hit: { entity: hit.entity, excerpt: excerptFor(session, hit, words) } }];
};

const excerptFor = (session: Session, { entity, rowId }: Hit, words: string): string => {
  const definition = entityByName(entity);
  const row = definition && findRow(session.read, definition, rowId);
  if (!row) return '';
  const values = row as unknown as Record<string, unknown>;
  const lines = [...namesOf(entity, values), ...textsOf(entity, values)];
  return excerptOf(lines.find((line) => holdsWords(line, words)) ?? lines[0] ?? '', words);
};
