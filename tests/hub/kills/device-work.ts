import { assignCase, listAssignees } from '../../../electron/core/cases/assign-case.ts';
import type { DraftOperation, Session } from '../../../electron/core/session.ts';
import type { CaseId } from '../../../shared/kernel/ids.ts';
import { contactFields, insertOf, moveOf, setOf } from '../../support/store.ts';
import type { Dice } from '../../sync/dice.ts';

export type Worker = { session: Session; dice: Dice };

type Row = { id: string; rev: number; state: string };
type Draft = { kind: string; ops: DraftOperation[] };

const fewestCases = 3;
const mostCases = 12;

/** One thing a person does; the number of its journal entry, or null when nothing came of it. */
export const work = (worker: Worker): number | null => {
  const { session, dice } = worker;
  const cases = session.read.all<Row>('SELECT id, rev, state FROM cases ORDER BY id');
  const chosen = dice.pick(cases);
  if (!chosen || cases.length < fewestCases || (cases.length < mostCases && dice.chance(0.02))) {
    const id = session.ids.next();
    return commit(worker, id, { kind: 'register-case', ops: [insertOf('case', id, { reportNumber: `R-${id.slice(-8)}` })] });
  }
  const roll = dice.below(100);
  if (roll < 6) return assign(worker, chosen.id);
  const draft = roll < 40 ? contact(worker) : roll < 70 ? edit(worker, chosen) : other(worker, chosen, roll);
  return draft && commit(worker, chosen.id, draft);
};

const contact = ({ session, dice }: Worker): Draft => {
  const body = `记录 ${dice.below(1e6)}`.repeat(1 + dice.below(40));
  return { kind: 'record-contact', ops: [insertOf('contactLog', session.ids.next(), { ...contactFields, body })] };
};

const edit = ({ dice }: Worker, { id, rev }: Row): Draft => {
  const field = dice.pick(['plate', 'hopes', 'worries', 'accidentPlace']) ?? 'plate';
  return { kind: 'edit-case', ops: [setOf('case', { id, seen: rev }, { [field]: `v${dice.below(1e6)}` })] };
};

const other = (worker: Worker, one: Row, roll: number): Draft | null => {
  const { session, dice } = worker;
  const newId = (): string => session.ids.next();
  const rowOf = (sql: string): Row | undefined => dice.pick(session.read.all<Row>(sql, one.id));
  if (roll < 78)
    return { kind: 'promise', ops: [insertOf('promise', newId(), { what: '回电', side: 'us', dueAt: '2026-12-09T00:00:00.000Z' })] };
  if (roll < 86) {
    const promise = rowOf("SELECT id, rev, state FROM promises WHERE case_id = ? AND state = 'open' ORDER BY id");
    const facts = { settledReason: '因故' };
    return promise ? { kind: 'settle-promise', ops: [moveOf('promise', promise.id, { from: 'open', to: 'kept', facts })] } : null;
  }
  if (roll < 90) {
    const log = rowOf('SELECT id, rev, channel AS state FROM contact_logs WHERE case_id = ? AND void_reason IS NULL ORDER BY id');
    const fields = { targetEntity: 'contactLog', targetId: log?.id, reason: '误记', restores: false };
    return log ? { kind: 'void-row', ops: [insertOf('voiding', newId(), fields)] } : null;
  }
  if (roll < 95) return photograph(worker);
  // A closed case is opened again soon, or nothing but late entries would be left to test.
  const to = one.state === 'open' ? 'closed' : 'open';
  if (to === 'closed' && dice.chance(0.8)) return null;
  const facts = { closingReason: '结案' };
  return { kind: to === 'closed' ? 'close-case' : 'reopen-case', ops: [moveOf('case', one.id, { from: one.state, to, facts })] };
};

/** A file of its own bytes with the line that names it. */
const photograph = ({ session, dice }: Worker): Draft | null => {
  const bytes = Uint8Array.from({ length: 20_000 + dice.below(60_000) }, () => dice.below(256));
  const kept = session.blobs.put(bytes);
  if (!kept.ok) return null;
  const fields = {
    sha256: kept.value.sha256,
    name: '现场.jpg',
    mediaType: 'image/jpeg',
    bytes: bytes.length,
    kind: 'photo',
    subject: 'scene',
    takenAt: session.clock.now().at,
  };
  return { kind: 'attach', ops: [insertOf('attachment', session.ids.next(), fields)] };
};

/** The office gives a case away, and back. */
const assign = ({ session }: Worker, caseId: string): number | null => {
  const choices = listAssignees(session, caseId);
  if (!choices.ok) return null;
  const { people, ownerId } = choices.value;
  const next = people.find(({ id }) => id !== ownerId);
  const done = assignCase(session, { caseId, toPersonId: next?.id ?? null, branchId: null, reason: '换人' });
  return done.ok ? newestOwn(session) : null;
};

const commit = ({ session }: Worker, caseId: string, { kind, ops }: Draft): number | null => {
  const done = session.commit({ kind, caseId: caseId as CaseId, ops });
  return done.ok ? done.value.seq : null;
};

const newestOwn = ({ read }: Session): number | null =>
  read.get<{ seq: number }>("SELECT max(seq) AS seq FROM journal WHERE mid IS NOT NULL AND origin = 'here'")?.seq ?? null;
