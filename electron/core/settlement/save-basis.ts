import type { CaseId } from '../../../shared/kernel/ids.ts';
import { problem, type Problem } from '../../../shared/kernel/problem.ts';
import { err, ok, type Result } from '../../../shared/kernel/result.ts';
import { calculationBasis, partyBasis } from '../../../shared/settlement/model.ts';
import type { Entity, FieldsOf } from '../../../shared/sync/entity.ts';
import { selectRows } from '../../db/rows.ts';
import { partyOfCase } from '../party-of-case.ts';
import { allowed } from '../people/allowed.ts';
import type { DraftOperation, Session } from '../session.ts';
import { tidyEdit } from '../tidy-values.ts';

/** Adds the computed amounts that a change leads to. */
type Complete = (ops: readonly DraftOperation[]) => DraftOperation[];
type Values<E> = Partial<FieldsOf<E>>;
/** What a new basis begins with: it keeps naming the pack it was begun under. */
type Begun = { packVersion: string };
type Saving<E> = { caseId: string; seen: number; values: Values<E>; draftKey: string | null };

/** A structured value as the journal keeps it: a field that is absent and one that is undefined are the same. */
const plain = (value: unknown): unknown => (typeof value === 'object' && value !== null ? JSON.parse(JSON.stringify(value)) : value);

const plainValues = <V extends object>(values: V): V =>
  Object.fromEntries(Object.entries(values).map(([name, value]) => [name, plain(value)])) as V;

type Edit<E> = { entity: E; rows: readonly { id: string }[]; seen: number; fields: object; fixed: object };

/** The last row carries the edit; a value that is taken out is taken out of every row, or an earlier one would shine through. */
const operations = <E extends Entity>(session: Session, { entity, rows, seen, fields, fixed }: Edit<E>): DraftOperation[] => {
  const last = rows.at(-1);
  if (last === undefined) return [{ op: 'insert', entity: entity.name, id: session.ids.next(), fields: { ...fixed, ...fields } }];
  const emptied = Object.fromEntries(Object.entries(fields).filter(([, value]) => value === null));
  const earlier = Object.keys(emptied).length === 0 ? [] : rows.slice(0, -1);
  return [
    { op: 'set', entity: entity.name, id: last.id, seen, fields: { ...fields } },
    ...earlier.map((row): DraftOperation => ({ op: 'set', entity: entity.name, id: row.id, seen, fields: emptied })),
  ];
};

type Write = { kind: string; caseId: string; draftKey: string | null; ops: DraftOperation[] };

const written = (session: Session, { kind, caseId, draftKey, ops }: Write, complete: Complete): Result<void, Problem> => {
  const done = session.commit({ kind, caseId: caseId as CaseId, ops: complete(ops), dropDraftKey: draftKey });
  return done.ok ? ok(undefined) : done;
};

/** 理算口径: changes what the whole case is computed with. */
export const saveBasis = (
  session: Session,
  input: Saving<typeof calculationBasis> & { begun: Begun },
  complete: Complete,
): Result<void, Problem> => {
  const { caseId, seen, values, draftKey, begun } = input;
  const right = allowed(session, 'settlement.basis', caseId);
  if (!right.ok) return right;
  const tidied = tidyEdit(calculationBasis, plainValues(values), 'values');
  if (!tidied.ok) return tidied;
  if (Object.keys(tidied.value).length === 0) return ok(undefined);
  const rows = selectRows(session.read, calculationBasis, 'case_id = ? AND void_reason IS NULL ORDER BY at, id', [caseId]);
  const ops = operations(session, { entity: calculationBasis, rows, seen, fields: tidied.value, fixed: begun });
  return written(session, { kind: 'save-basis', caseId, draftKey, ops }, complete);
};

/** What one person is computed with. Days and age are facts of the field; how the loss is shared is for the office. */
export const savePartyBasis = (
  session: Session,
  input: Saving<typeof partyBasis> & { partyId: string },
  complete: Complete,
): Result<void, Problem> => {
  const { caseId, partyId, seen, draftKey } = input;
  const { partyId: _party, ...values } = input.values;
  const right = allowed(
    session,
    Object.keys(values).some((name) => forOffice.includes(name)) ? 'settlement.basis' : 'damage.enter',
    caseId,
  );
  if (!right.ok) return right;
  const party = partyOfCase(session, { caseId, partyId, field: 'partyId' });
  if (!party.ok) return party;
  const tidied = tidyEdit(partyBasis, plainValues(values), 'values');
  if (!tidied.ok) return tidied;
  const wrong = shareProblem(tidied.value);
  if (wrong) return err(wrong);
  if (Object.keys(tidied.value).length === 0) return ok(undefined);
  const rows = selectRows(session.read, partyBasis, 'case_id = ? AND party_id = ? AND void_reason IS NULL ORDER BY at, id', [
    caseId,
    partyId,
  ]);
  const ops = operations(session, { entity: partyBasis, rows, seen, fields: tidied.value, fixed: { partyId } });
  return written(session, { kind: 'save-party-basis', caseId, draftKey, ops }, complete);
};

const forOffice: readonly string[] = ['ratios', 'ratiosReason', 'lift', 'participation', 'statistics'];

/** Participation cuts what a person gets; without a reason nobody can explain it to them. */
const shareProblem = ({ participation, lift }: Values<typeof partyBasis>): Problem | null => {
  if (participation?.applies === true && participation.reason.trim() === '') return problem('reason-needed', 'values.participation.reason');
  return lift != null && lift.reason.trim() === '' ? problem('reason-needed', 'values.lift.reason') : null;
};
