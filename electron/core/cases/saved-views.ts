import { z } from 'zod';
import { caseFilterSchema, type CaseFilter } from '../../../shared/cases/contract.ts';
import { problem, type Problem } from '../../../shared/kernel/problem.ts';
import { err, ok, type Result } from '../../../shared/kernel/result.ts';
import { tidyText } from '../../../shared/kernel/text.ts';
import type { Reads, WriteDb } from '../../db/handles.ts';
import type { Session } from '../session.ts';

export type SavedView = { name: string; filter: CaseFilter };

const viewsSchema = z.array(z.object({ name: z.string(), filter: caseFilterSchema }));
const key = 'saved-views';

const readViews = (db: Reads): SavedView[] => {
  const row = db.get<{ value: string }>('SELECT value FROM settings WHERE key = ?', key);
  const parsed = viewsSchema.safeParse(row ? JSON.parse(row.value) : []);
  return parsed.success ? parsed.data : [];
};

const keepViews = (db: WriteDb, views: readonly SavedView[]): void =>
  void db.run(
    'INSERT INTO settings (key, value) VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value',
    key,
    JSON.stringify(views),
  );

/** Filters that people of this machine have kept under a name, in the order they were made. */
export const savedViews = (session: Session): Result<SavedView[], Problem> => ok(readViews(session.read));

/** Keeps a filter under a name; the same name again replaces it. */
export const saveView = (session: Session, { name, filter }: SavedView): Result<void, Problem> => {
  const tidied = tidyText(name);
  if (tidied === '') return err(problem('required', 'name'));
  return session.commitLocal(['cases'], (db) => {
    const views = readViews(db);
    const at = views.findIndex((view) => view.name === tidied);
    keepViews(db, at === -1 ? [...views, { name: tidied, filter }] : views.with(at, { name: tidied, filter }));
  });
};

export const dropView = (session: Session, { name }: { name: string }): Result<void, Problem> =>
  session.commitLocal(['cases'], (db) =>
    keepViews(
      db,
      readViews(db).filter((view) => view.name !== name),
    ),
  );
