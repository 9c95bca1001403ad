import { setImmediate as nextTurn } from 'node:timers/promises';
import type { CaseId } from '../../../shared/kernel/ids.ts';
import type { Problem } from '../../../shared/kernel/problem.ts';
import { ok, type Result } from '../../../shared/kernel/result.ts';
import { person } from '../../../shared/people/model.ts';
import { selectRows } from '../../db/rows.ts';
import type { ChangeDraft } from '../../db/change-draft.ts';
import { allowed } from '../people/allowed.ts';
import { ProblemThrown } from '../problem-thrown.ts';
import type { DraftOperation, Session } from '../session.ts';
import { existingReportNumbers } from './case-rows.ts';
import { pictureMaker, type DemoPicture } from './demo-pictures.ts';
import { withStatements, type DemoOperation } from './demo-statements.ts';
import { resolverFor, type DemoCase, type DemoFile } from './demo-symbols.ts';

type MakePicture = Awaited<ReturnType<typeof pictureMaker>>;

/** In the demo file: the next version of an offer. Its sheet rests on a calculation, so both are made on loading. */
type DemoOfferEntry = { op: 'offer'; id: string; partyId: string; explanation: string };
export type DemoOffer = (session: Session, offer: DemoOfferEntry & { caseId: CaseId }) => DraftOperation[];
type DemoEntry = DemoOperation | DemoPicture | DemoOfferEntry;

/** Whether to go on, and how an offer is made: other features know that. */
type Ways = { goesOn: () => boolean; demoOffer: DemoOffer };

export type DemoProgress = { done: number; total: number };

/** Loads the invented demo file: profiles first, then case by case, each in one transaction. What is there already is left alone. */
export const loadDemo = (session: Session, ways: Ways): Result<AsyncGenerator<DemoProgress>, Problem> => {
  const right = allowed(session, 'case.import', null);
  return right.ok ? ok(load(session, ways)) : right;
};

const load = async function* (session: Session, { goesOn, demoOffer }: Ways): AsyncGenerator<DemoProgress> {
  const { people, cases } = await readDemo();
  yield { done: 0, total: cases.length };
  addPeople(session, people);
  const picture = await pictureMaker(session.blobs);
  for (const [index, one] of cases.entries()) {
    if (!goesOn()) return;
    addCase(session, one, { picture, demoOffer });
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

type Makers = Pick<Ways, 'demoOffer'> & { picture: MakePicture };

const addCase = (session: Session, { reportNumber, changes }: DemoCase, { picture, demoOffer }: Makers): void => {
  if (existingReportNumbers(session.read, [reportNumber]).has(reportNumber)) return;
  const resolver = resolverFor(session);
  const caseId = resolver.resolve('$case') as CaseId;
  const earlier: DraftOperation[] = [];
  const drafts: ChangeDraft[] = [];
  const opsOf = (resolved: readonly DemoEntry[], at: string): ChangeDraft['ops'] => {
    const plain = resolved.flatMap((op) => {
      if (op.op === 'picture') return [picture(op)];
      if (op.op !== 'offer') return [op];
      // An offer rests on the case as it is computed, so what comes before it must be there.
      commitOrThrow(session, drafts.splice(0));
      return demoOffer(session, { ...op, caseId });
    });
    return withStatements({ at, ops: plain }, earlier);
  };
  for (const change of changes) {
    const at = resolver.resolve(change.at) as string;
    const ops = opsOf(resolver.resolve(change.ops) as DemoEntry[], at);
    earlier.push(...ops);
    drafts.push({ kind: change.kind, caseId, at, ops });
  }
  commitOrThrow(session, drafts);
};

const commitOrThrow = (session: Session, drafts: ChangeDraft[]): void => {
  const done = session.commitAll(drafts);
  if (!done.ok) throw new ProblemThrown(done.error);
};
