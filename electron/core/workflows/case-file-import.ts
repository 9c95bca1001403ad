import { settleErrorCodes, type SettleError } from '../../../shared/damages/engine/ledger.ts';
import type { CaseId } from '../../../shared/kernel/ids.ts';
import { problem, type Problem } from '../../../shared/kernel/problem.ts';
import { err, ok, type Result } from '../../../shared/kernel/result.ts';
import { tidyText } from '../../../shared/kernel/text.ts';
import type { CasePreview } from '../../../shared/settlement/contract.ts';
import { assembleCase } from '../../../shared/settlement/file/assemble.ts';
import { newParty, planImport } from '../../../shared/settlement/file/import-plan.ts';
import { liveSettlement } from '../../../shared/settlement/file/live.ts';
import type { ImportPlan, ImportRows, PlannedChange } from '../../../shared/settlement/file/planned-change.ts';
import type { CaseInput } from '../../../shared/settlement/input/case-input.ts';
import { parseCase } from '../../../shared/settlement/input/parse-case.ts';
import type { Settlement } from '../../../shared/settlement/result.ts';
import { settleInput } from '../../../shared/settlement/settle.ts';
import { allowed } from '../people/allowed.ts';
import type { Session } from '../session.ts';
import { tidyReason } from '../tidy-values.ts';
import { plannedOperations } from '../settlement/planned-operations.ts';
import { withComputed } from './computed-operations.ts';
import { settlementReady } from './settlement-of-case.ts';

/** Largest case file, bytes. */
const maxBytes = 20 * 1024 * 1024;

type Waiting = { importId: string; caseId: string; input: CaseInput };

/** The one case file a session has read last; it goes with the session. */
export type CaseShelf = WeakMap<Session, Waiting>;

/** The case as a file of the command line, as it stands. */
export const exportCase = (session: Session, { caseId }: { caseId: string }): Result<File, Problem> => {
  const ready = settlementReady(session, caseId);
  if (!ready.ok) return ready;
  const { input } = assembleCase(ready.value.rows);
  const name = ready.value.rows.case.reportNumber.replaceAll(/[^\p{L}\p{N}-]/gu, '_');
  return ok(new File([JSON.stringify(input, null, 2)], `${name}.json`, { type: 'application/json' }));
};

const rights = (session: Session, caseId: string): Result<void, Problem> => {
  const review = allowed(session, 'damage.review', caseId);
  return review.ok ? allowed(session, 'settlement.basis', caseId) : review;
};

const parsed = (text: string): Result<CaseInput, readonly SettleError[]> => {
  try {
    return parseCase(JSON.parse(text));
  } catch {
    return err([{ code: 'settle.not-json', path: '$' }]);
  }
};

const errorOf =
  (blocking: boolean) =>
  ({ code, path, ...facts }: SettleError): CasePreview['errors'][number] => ({
    code: settleErrorCodes.find((one) => one === code) ?? 'settle.schema',
    path,
    facts: facts as CasePreview['errors'][number]['facts'],
    blocking,
  });

const sumsOf = (settlement: Settlement | null): CasePreview['before'] =>
  settlement === null ? null : { lossFen: settlement.summary.loss.fen, receivesFen: settlement.summary.receives.fen };

const partyName = (rows: ImportRows, input: CaseInput, { party }: PlannedChange): string | null => {
  if (party === null) return null;
  const victim = input.victims.find(({ id }) => newParty(id) === party);
  return rows.parties.find(({ id }) => id === party)?.name ?? victim?.label ?? victim?.id ?? null;
};

const shown = (rows: ImportRows, input: CaseInput, { changes }: ImportPlan): CasePreview['changes'] =>
  changes.map((change) => ({
    action: change.action,
    entity: change.entity,
    id: change.id,
    partyName: partyName(rows, input, change),
    kind: change.kind,
    fields: Object.keys(change.fields).map((field) => ({
      field,
      before: JSON.parse(JSON.stringify(change.before[field] ?? null)) as null,
      after: JSON.parse(JSON.stringify(change.fields[field] ?? null)) as null,
    })),
  }));

type Reading = { caseId: string; file: File };

/** Reads a case file against the case: what would change, what the sums become, and every problem with its path in the file. */
export const readCaseFile = async (
  session: Session,
  { caseId, file }: Reading,
  shelf: CaseShelf,
): Promise<Result<CasePreview, Problem>> => {
  const right = rights(session, caseId);
  if (!right.ok) return right;
  if (file.size === 0) return err(problem('import.empty', 'file'));
  if (file.size > maxBytes) return err(problem('import.too-large', 'file', { bytes: file.size, maxBytes }));
  const read = parsed(await file.text());
  const ready = settlementReady(session, caseId);
  if (!ready.ok) return ready;
  const { pack } = ready.value;
  const rows = ready.value.rows as ImportRows;
  const fileName = tidyText(file.name).slice(0, 255);
  const before = sumsOf(liveSettlement(rows, pack).settlement);
  if (!read.ok) return ok({ importId: null, fileName, errors: read.error.map(errorOf(true)), changes: [], before, after: null });
  const plan = planImport(rows, read.value);
  const settled = settleInput(read.value, pack);
  const engine = settled.ok ? [] : settled.error.map(errorOf(false));
  const blocked = plan.errors.length > 0;
  const importId = blocked ? null : session.ids.next();
  if (importId !== null) shelf.set(session, { importId, caseId, input: read.value });
  return ok({
    importId,
    fileName,
    errors: [...plan.errors.map(errorOf(true)), ...engine],
    changes: shown(rows, read.value, plan),
    before,
    after: sumsOf(settled.ok ? settled.value : null),
  });
};

type Taking = { caseId: string; importId: string; reason: string };

/** Takes the file over as one change. The plan is made again from the case as it stands now; a decided item still refuses. */
export const takeCaseFile = (session: Session, { caseId, importId, reason }: Taking, shelf: CaseShelf): Result<void, Problem> => {
  const right = rights(session, caseId);
  if (!right.ok) return right;
  const waiting = shelf.get(session);
  if (waiting?.importId !== importId || waiting.caseId !== caseId) return err(problem('import.expired', 'importId'));
  const ready = settlementReady(session, caseId);
  if (!ready.ok) return ready;
  const rows = ready.value.rows as ImportRows;
  const plan = planImport(rows, waiting.input);
  const [blocked] = plan.errors;
  if (blocked) return err(problem('wrong-state', 'importId', { path: blocked.path }));
  const given = plan.changes.some(({ action }) => action === 'void') ? tidyReason(reason) : ok('');
  if (!given.ok) return given;
  shelf.delete(session);
  if (plan.changes.length === 0) return ok(undefined);
  const ops = withComputed(session, caseId as CaseId, plannedOperations(session, rows, { changes: plan.changes, reason: given.value }));
  const done = session.commit({ kind: 'import-settlement', caseId: caseId as CaseId, ops });
  return done.ok ? ok(undefined) : done;
};
