import type { StandardsPack } from '../../damages/engine/standards-pack.ts';
import { assessInput } from '../settle.ts';
import { assembleCase } from './assemble.ts';
import { repairedInput } from './repaired-input.ts';
import { counting, type ItemRow, type SettlementRows } from './rows.ts';

/** Which of several rows of one kind a row is: 0 for the first. */
const ordinals = (items: readonly ItemRow[]): Map<string, number> => {
  const seen = new Map<string, number>();
  return new Map(
    counting(items).map((row) => {
      const key = `${row.partyId} ${row.kind}`;
      const ordinal = seen.get(key) ?? 0;
      seen.set(key, ordinal + 1);
      return [row.id, ordinal];
    }),
  );
};

/** What the rules give for the rows of one ordinal; other kinds stay, because the coefficient of one item carries another. */
const computedIn = (rows: SettlementRows, pack: StandardsPack, turn: number): [string, number | null][] => {
  const ordinal = ordinals(rows.items);
  const last = new Map(counting(rows.items).map((row) => [`${row.partyId} ${row.kind}`, ordinal.get(row.id) ?? 0]));
  const inTurn = (row: ItemRow): boolean => ordinal.get(row.id) === Math.min(turn, last.get(`${row.partyId} ${row.kind}`) ?? 0);
  const items = rows.items.filter(inTurn);
  const bills = turn === 0 ? rows.bills : [];
  const { input, places } = assembleCase({ ...rows, items, bills }, 'computed');
  const { victims } = assessInput(repairedInput(input), pack);
  return places.parties.flatMap(({ partyId, heads }) =>
    (victims.find(({ id }) => id === partyId)?.items ?? []).flatMap((head): [string, number | null][] => {
      const itemId = heads[head.key]?.itemId;
      return itemId === undefined || itemId === null || ordinal.get(itemId) !== turn ? [] : [[itemId, head.computedFen]];
    }),
  );
};

/** The computed amount of every item that counts, each row for itself; null where its rule has nothing to compute or a problem. */
export const computedByItem = (rows: SettlementRows, pack: StandardsPack): ReadonlyMap<string, number | null> => {
  const counted = counting(rows.items);
  const turns = Math.max(0, ...ordinals(rows.items).values()) + 1;
  const computed = new Map<string, number | null>(counted.map(({ id }) => [id, null]));
  for (let turn = 0; turn < turns; turn += 1) for (const [id, fen] of computedIn(rows, pack, turn)) computed.set(id, fen);
  return computed;
};
