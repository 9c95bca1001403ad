import type { CaseId } from '../../shared/kernel/ids.ts';
import type { DraftOperation } from '../../electron/db/change-draft.ts';
import type { Dice } from './dice.ts';
import { contactFields, insertOf, moveOf, setOf } from '../support/store.ts';
import type { Company, SimHub } from './sim-hub.ts';
import type { SimDevice } from './sim-device.ts';

/** `seen`: what stood in the fields it writes, as the person saw it. */
export type Made = { changeId: string; caseId: string; kind: string; seen?: Record<string, unknown> };

type World = { dice: Dice; hub: SimHub; company: Company; newId: () => string; options: { photos?: boolean } };
type Parts = World & { device: SimDevice };

type Row = { id: string; rev: number; state?: string };

/** One thing a person does at a device; null when nothing came of it. */
export const act = async (world: World, device: SimDevice): Promise<Made | null> => {
  const { dice } = world;
  const parts: Parts = { ...world, device };
  const { read } = device.store;
  const cases = read.all<Row & { state: string }>('SELECT id, rev, state FROM cases ORDER BY id');
  const chosen = dice.pick(cases);
  if (!chosen || (cases.length < 3 && dice.chance(0.15))) return register(parts);
  const draft = world.options.photos && dice.chance(0.2) ? photo(parts, chosen) : await draftFor(parts, chosen);
  if (!draft) return null;
  return commit(parts, { ...draft, caseId: chosen.id });
};

type Draft = { kind: string; ops: DraftOperation[]; seen?: Record<string, unknown> };

const draftFor = async (parts: Parts, one: Row & { state: string }): Promise<Draft | null> => {
  const { device, dice, newId } = parts;
  const { read } = device.store;
  const rows = (sql: string): Row | undefined => dice.pick(read.all<Row>(sql, one.id));
  const roll = dice.below(100);
  if (roll < 34)
    return {
      kind: 'record-contact',
      ops: [insertOf('contactLog', newId(), { ...contactFields, body: `记录 ${roll} ${dice.below(1e6)}` })],
    };
  if (roll < 56) {
    const field = dice.pick(device.older ? ['plate', 'worries'] : ['plate', 'hopes', 'hopes', 'worries']) ?? 'plate';
    const seen = read.get<Record<string, unknown>>('SELECT plate, hopes, worries FROM cases WHERE id = ?', one.id)?.[field] ?? null;
    return {
      kind: 'edit-case',
      ops: [setOf('case', { id: one.id, seen: one.rev }, { [field]: `v${dice.below(1e6)}` })],
      seen: { [field]: seen },
    };
  }
  if (roll < 64)
    return { kind: 'promise', ops: [insertOf('promise', newId(), { what: '回电', side: 'us', dueAt: '2026-12-09T00:00:00.000Z' })] };
  if (roll < 72) {
    const promise = rows("SELECT id, rev FROM promises WHERE case_id = ? AND state = 'open' AND void_reason IS NULL ORDER BY id");
    return promise
      ? {
          kind: 'settle-promise',
          ops: [
            moveOf('promise', promise.id, { from: 'open', to: dice.pick(['kept', 'broken']) ?? 'kept', facts: { settledReason: '因故' } }),
          ],
        }
      : null;
  }
  if (roll < 77) {
    const log = rows('SELECT id, rev FROM contact_logs WHERE case_id = ? AND void_reason IS NULL ORDER BY id');
    return log
      ? {
          kind: 'void-row',
          ops: [insertOf('voiding', newId(), { targetEntity: 'contactLog', targetId: log.id, reason: '误记', restores: false })],
        }
      : null;
  }
  if (roll < 86) return money(parts, one);
  if (roll < 95) return assign(parts, one);
  const to = one.state === 'open' ? 'closed' : 'open';
  return {
    kind: to === 'closed' ? 'close-case' : 'reopen-case',
    ops: [moveOf('case', one.id, { from: one.state, to, facts: { closingReason: '结案' } })],
  };
};

/** A photo with its small picture; at times beside an edit, so that both wait for the handler where one does. */
export const photo = ({ device, dice, newId }: Pick<Parts, 'device' | 'dice' | 'newId'>, one: Pick<Row, 'id' | 'rev'>): Draft => {
  const id = newId();
  const bytes = new TextEncoder().encode(`photo ${id}`);
  const [original, small] = [device.blobs.put(bytes), device.blobs.put(new TextEncoder().encode(`small ${id}`))];
  if (!original.ok || !small.ok) throw new Error('memory is never full');
  const fields = {
    sha256: original.value.sha256,
    thumbnailSha256: small.value.sha256,
    name: 'a.jpg',
    mediaType: 'image/jpeg',
    bytes: bytes.length,
    kind: 'photo',
    subject: 'scene',
    takenAt: '2026-11-20T00:00:00.000Z',
  };
  const edit = dice.chance(0.3) ? [setOf('case', { id: one.id, seen: one.rev }, { worries: `v${dice.below(1e6)}` })] : [];
  return { kind: 'add-attachment', ops: [insertOf('attachment', id, fields), ...edit] };
};

/** 上报: asked, handed in, decided within the limits or not. */
const money = ({ device, dice, newId }: Parts, one: Row): Draft | null => {
  const { read } = device.store;
  const escalation = dice.pick(
    read.all<Row & { state: string; amount: number }>(
      'SELECT id, rev, state, amount_fen AS amount FROM escalations WHERE case_id = ? ORDER BY id',
      one.id,
    ),
  );
  if (!escalation || dice.chance(0.2)) {
    const fields = {
      kind: 'over-authority',
      ask: '请批',
      amountFen: 100 * (1 + dice.below(60_000)),
      factsChecked: '已核实',
      whyFileSilent: '卷宗看不出',
    };
    return { kind: 'write-escalation', ops: [insertOf('escalation', newId(), fields)] };
  }
  const { id, state, amount } = escalation;
  const at = '2026-11-20T00:00:00.000Z';
  if (state === 'draft' || state === 'returned')
    return { kind: 'submit-escalation', ops: [moveOf('escalation', id, { from: state, to: 'submitted', facts: { submittedAt: at } })] };
  if (state !== 'submitted') return null;
  const to = dice.pick(['approved', 'returned', 'refused']) ?? 'approved';
  const facts = { decidedAt: at, decidedByName: '某', decisionReason: '理由', ...(to === 'approved' ? { decidedFen: amount } : {}) };
  return { kind: 'decide-escalation', ops: [moveOf('escalation', id, { from: 'submitted', to, facts })] };
};

const assign = async ({ company, dice, hub, newId }: Parts, one: Row): Promise<Draft | null> => {
  const [head] = await hub.query<{ owner: string | null; branch: string | null }>(
    'SELECT owner_id AS owner, branch_id AS branch FROM case_heads WHERE case_id = $1',
    one.id,
  );
  if (!head) return null;
  const { surveyor, surveyor2 } = company.people;
  const to = head.owner === surveyor ? surveyor2 : surveyor;
  const fields = {
    fromPersonId: dice.chance(0.9) ? head.owner : surveyor2,
    toPersonId: dice.chance(0.9) ? to : null,
    branchId: head.branch,
    reason: '换人',
  };
  return { kind: 'assign-case', ops: [insertOf('assignment', newId(), fields)] };
};

const register = (parts: Parts): Made | null => {
  const caseId = parts.newId();
  const fields = { reportNumber: `R-${caseId.slice(-8)}`, insuredName: '欧阳娜娜' };
  return commit(parts, { kind: 'register-case', caseId, ops: [insertOf('case', caseId, fields)] });
};

const commit = ({ device }: Parts, { kind, caseId, ops, seen }: Draft & { caseId: string }): Made | null => {
  const done = device.store.commit({ kind, caseId: caseId as CaseId, ops }, device.personId as never);
  if (!done.ok) return null;
  const changeId = device.store.read.get<{ id: string }>('SELECT change_id AS id FROM journal WHERE seq = ?', done.value.seq)?.id ?? '';
  device.runner?.wake('edit');
  return { changeId, caseId, kind, ...(seen && { seen }) };
};
