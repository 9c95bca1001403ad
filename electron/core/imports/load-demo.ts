import { setImmediate as nextTurn } from 'node:timers/promises';
import type { CaseId } from '../../../shared/kernel/ids.ts';
import type { Problem } from '../../../shared/kernel/problem.ts';
import { ok, type Result } from '../../../shared/kernel/result.ts';
import { person } from '../../../shared/people/model.ts';
import { selectRows } from '../../db/rows.ts';
import type { ChangeDraft } from '../../db/change-draft.ts';
import { allowed } from '../people/allowed.ts';
import { ProblemThrown } from '../problem-thrown.ts';
import type { Session } from '../session.ts';
import { existingReportNumbers } from './case-rows.ts';
import { withStatements, type DemoOperation } from './demo-statements.ts';
import { resolverFor, type DemoCase, type DemoFile } from './demo-symbols.ts';

export type DemoProgress = { done: number; total: number };

/** Loads the invented demo file: profiles first, then case by case, each in one transaction. What is there already is left alone. */
export const loadDemo = (session: Session, goesOn: () => boolean): Result<AsyncGenerator<DemoProgress>, Problem> => {
  const right = allowed(session, 'case.import', null);
  return right.ok ? ok(load(session, goesOn)) : right;
};

const load = async function* (session: Session, goesOn: () => boolean): AsyncGenerator<DemoProgress> {
  const { people, cases } = await readDemo();
  yield { done: 0, total: cases.length };
  addPeople(session, people);
  for (const [index, one] of cases.entries()) {
    if (!goesOn()) return;
    addCase(session, one);
    yield { done: index + 1, total: cases.length };
    await nextTurn();
  }
};

/** Read on demand: most starts never need it. */
const readDemo = async (): Promise<DemoFile> => {
  const file = await import('../../../resources/demo/demo.json', { with: { type: 'json' } });
  return file.default as unknown as DemoFile;
};

const addPeople = (session: Session, people: DemoFile['people']): void => {
  const known = new Set(selectRows(session.read, person, 'void_reason IS NULL').map(({ name }) => name));
  const ops = people
    .filter(({ name }) => !known.has(name))
    .map((fields) => ({ op: 'insert' as const, entity: person.name, id: session.ids.next(), fields: { ...fields, active: true } }));
  if (ops.length > 0) commitOrThrow(session, [{ kind: 'add-person', caseId: null, ops }]);
};

const addCase = (session: Session, { reportNumber, changes }: DemoCase): void => {
  if (existingReportNumbers(session.read, [reportNumber]).has(reportNumber)) return;
  const resolver = resolverFor(session);
  const caseId = resolver.resolve('$case') as CaseId;
  const drafts: ChangeDraft[] = [];
  for (const change of changes) {
    const at = resolver.resolve(change.at) as string;
    const earlier = drafts.flatMap((draft) => draft.ops);
    drafts.push({
      kind: change.kind,
      caseId,
      at,
      ops: withStatements({ at, ops: resolver.resolve(change.ops) as DemoOperation[] }, earlier),
    });
  }
  commitOrThrow(session, drafts);
};

const commitOrThrow = (session: Session, drafts: ChangeDraft[]): void => {
  const done = session.commitAll(drafts);
  if (!done.ok) throw new ProblemThrown(done.error);
};
