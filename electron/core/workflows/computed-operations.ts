import { damageItem, type DamageItem } from '../../../shared/damages/model.ts';
import { computedByItem } from '../../../shared/settlement/file/computed.ts';
import { overlayBasis } from '../../../shared/settlement/file/overlay.ts';
import type { SettlementRows } from '../../../shared/settlement/file/rows.ts';
import type { CaseId } from '../../../shared/kernel/ids.ts';
import type { Entity } from '../../../shared/sync/entity.ts';
import { entityByName } from '../../../shared/sync/entities.ts';
import type { DraftOperation, Session } from '../session.ts';
import { packOf } from '../../db/pack-rows.ts';
import { settlementRowsOf } from './settlement-rows.ts';

/** Written by the core itself: it has just read the row, so it has seen every value. */
const sawEverything = Number.MAX_SAFE_INTEGER;

const listByEntity = {
  injuredParty: 'parties',
  damageItem: 'items',
  advance: 'advances',
  calculationBasis: 'bases',
  partyBasis: 'partyBases',
  bill: 'bills',
} as const satisfies Record<string, keyof SettlementRows>;

type Row = Record<string, unknown> & { id: string };
type Lists = Record<string, Row[]>;

const emptyRow = (entity: Entity): Record<string, unknown> => Object.fromEntries(Object.keys(entity.fields).map((name) => [name, null]));

/** Plays the operations of a change on rows in memory, as `apply-change` will on the tables. */
const played = (rows: SettlementRows, ops: readonly DraftOperation[], at: string): SettlementRows => {
  const lists = Object.fromEntries(Object.values(listByEntity).map((list) => [list, [...rows[list]] as unknown as Row[]])) as Lists;
  let theCase: SettlementRows['case'] = rows.case;
  const change = (entity: string, id: string, fields: Record<string, unknown>): void => {
    if (entity === 'case' && id === theCase.id) theCase = { ...theCase, ...fields };
    const list = lists[listByEntity[entity as keyof typeof listByEntity] ?? ''];
    const index = list?.findIndex((row) => row.id === id) ?? -1;
    const row = list?.[index];
    if (list !== undefined && row !== undefined) list[index] = { ...row, ...fields };
  };
  for (const op of ops) {
    if (op.op === 'insert' && op.entity === 'voiding') {
      const { targetEntity, targetId, reason, restores } = op.fields;
      change(String(targetEntity), String(targetId), { voidReason: restores === true ? null : reason });
    } else if (op.op === 'insert') {
      const entity = entityByName(op.entity);
      const list = lists[listByEntity[op.entity as keyof typeof listByEntity] ?? ''];
      if (entity !== undefined) list?.push({ ...emptyRow(entity), ...op.fields, id: op.id, at, voidReason: null });
    } else if (op.op === 'set') change(op.entity, op.id, op.fields);
  }
  return { ...lists, case: theCase } as unknown as SettlementRows;
};

/**
 * The change with the computed amounts it leads to: new rows carry them, other open items are set. A decided item keeps the amount that
 * was decided on. Computing never stops a change: what cannot be computed is empty, and the review says why.
 */
export const withComputed = (session: Session, caseId: CaseId, ops: readonly DraftOperation[]): DraftOperation[] => {
  const before = settlementRowsOf(session.read, caseId);
  if (!before) return [...ops];
  const after = played(before, ops, session.clock.now().at);
  const pack = packOf(session.read, overlayBasis(after.bases).packVersion);
  if (pack === null) return [...ops];
  const computed = computedByItem(after, pack);
  const made = new Set(ops.flatMap((op) => (op.op === 'insert' && op.entity === damageItem.name ? [op.id] : [])));
  const filled = ops.map((op) =>
    made.has(op.id) && op.op === 'insert' ? { ...op, fields: { ...op.fields, computedFen: computed.get(op.id) ?? null } } : op,
  );
  const moved = (after.items as readonly DamageItem[]).filter(
    ({ id, decision, voidReason, computedFen }) =>
      !made.has(id) && decision !== 'decided' && voidReason === null && computedFen !== (computed.get(id) ?? null),
  );
  return [
    ...filled,
    ...moved.map(({ id }): DraftOperation => ({
      op: 'set',
      entity: damageItem.name,
      id,
      seen: sawEverything,
      fields: { computedFen: computed.get(id) ?? null },
    })),
  ];
};
