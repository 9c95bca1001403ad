import { branchesDocumentSchema } from '../../../shared/sync/published.ts';
import type { Reads } from '../../db/handles.ts';
import { documentBody } from '../../db/published-rows.ts';

const idPattern = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/;

const idsIn = (value: unknown): string[] => {
  if (typeof value === 'string') return idPattern.test(value) ? [value] : [];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(idsIn) : [];
};

/** Names of the people, injured parties and branches that these values point at, so that no id is ever shown. */
export const namesIn = (db: Reads, values: unknown): Record<string, string> => {
  const ids = JSON.stringify([...new Set(idsIn(values))]);
  const rows = db.all<{ id: string; name: string }>(
    `SELECT id, name FROM people WHERE id IN (SELECT value FROM json_each(?))
     UNION ALL SELECT id, name FROM injured_parties WHERE name IS NOT NULL AND id IN (SELECT value FROM json_each(?))`,
    ids,
    ids,
  );
  const branches = branchesDocumentSchema.safeParse(documentBody(db, 'branches'));
  const named = (branches.success ? branches.data : []).filter(({ id }) => ids.includes(id));
  return Object.fromEntries([...rows, ...named].map(({ id, name }) => [id, name]));
};
