import { fenToYuan } from '../../damages/engine/exact.ts';
import type { Bill } from '../bill-model.ts';
import { billFen, cutsByReason, netOfBill } from './bill-sums.ts';
import type { HeadPlaces, Place } from './places.ts';
import type { ItemRow, SettlementMode } from './rows.ts';

export type Inputs = Record<string, unknown>;
/** One head of damage as the engine reads it, before its schema has looked at it. */
export type HeadInput = { readonly input: Inputs; readonly places: HeadPlaces; readonly clashing: readonly string[] };

/** The lists that a head's rule adds up; bills and plain amounts join the last one. Heads without a list cannot be merged. */
const listsOf: Readonly<Record<string, readonly string[]>> = {
  medical: ['deductions', 'bills'],
  followUpTreatment: ['lines'],
  rehabilitation: ['lines'],
  hospitalMeals: ['lines'],
  nutrition: ['lines'],
  lostIncome: ['lines'],
  nursing: ['lines'],
  lodging: ['lines', 'receipts'],
  funeralRelatives: ['lines', 'receipts'],
  transport: ['lines', 'receipts'],
  property: ['receipts'],
  appraisalFee: ['receipts'],
  assistiveDevice: ['devices'],
  dependantsLiving: ['people'],
};
const rated: readonly string[] = ['hospitalMeals', 'nutrition', 'lostIncome', 'nursing', 'lodging', 'funeralRelatives', 'transport'];
/** Fields of a rated item that stand beside its lines. */
const besideLines: readonly string[] = ['lines', 'receipts', 'group', 'reason', 'source', 'carersOpinion', 'earningsProven', 'fixedIncome'];

type Entry = { readonly value: Inputs; readonly place: Place };

/** The entries of one row's list; the one rate that stands directly in the item is an entry, too. */
const entriesOf = (row: ItemRow, list: string): Entry[] => {
  const inputs: Inputs = row.inputs ?? {};
  const at = (field: string): Place => ({ entity: 'damageItem', id: row.id, partyId: row.partyId, field });
  const own = inputs[list];
  if (Array.isArray(own)) return own.map((value: Inputs, index) => ({ value, place: at(`inputs.${list}.${index}`) }));
  if (list !== 'lines' || !rated.includes(row.kind)) return [];
  const direct = Object.fromEntries(Object.entries(inputs).filter(([key]) => !besideLines.includes(key)));
  return Object.keys(direct).length === 0 ? [] : [{ value: direct, place: at('inputs') }];
};

/** A plain amount as an entry of the list. */
const fixedEntry = (list: string, kind: string, amount: string): Inputs => {
  if (list === 'lines') return rated.includes(kind) ? { lineAmount: amount } : { unitPrice: amount };
  return list === 'devices' ? { price: amount } : { amount };
};

const labelOf = (bill: Bill): string => [bill.hospital, bill.number].filter((part) => part !== null && part !== '').join(' ');

const billEntry = (bill: Bill, list: string): Inputs => {
  const label = labelOf(bill);
  if (list !== 'bills') return { ...(label === '' ? {} : { label }), ...fixedEntry(list, bill.kind, fenToYuan(netOfBill(bill))) };
  return {
    amount: fenToYuan(billFen(bill)),
    ...(bill.billedOn === null ? {} : { on: bill.billedOn }),
    ...(bill.number === null ? {} : { label: bill.number }),
    ...(bill.hospital === null ? {} : { hospital: bill.hospital }),
    ...(bill.allowed === false ? { allowed: false } : {}),
    ...(bill.paidByInsuranceFen === null ? {} : { paidByMedicalInsurance: fenToYuan(bill.paidByInsuranceFen) }),
    ...(bill.reason === null ? {} : { reason: bill.reason }),
  };
};

const billPlace = (bill: Bill, field = ''): Place => ({ entity: 'bill', id: bill.id, partyId: bill.partyId, field });

/** Cuts of single lines become named deductions of the medical item. */
const cutEntries = (bills: readonly Bill[]): Entry[] =>
  bills
    .filter(({ allowed }) => allowed !== false)
    .flatMap((bill) =>
      cutsByReason(bill).map(({ reason, amountFen }) => ({
        value: { amount: fenToYuan(amountFen), reason },
        place: billPlace(bill, 'lines'),
      })),
    );

type Sums = { readonly amount: string | undefined; readonly claimed: string | undefined };

const sumOf = (amounts: readonly (number | null)[]): string | undefined =>
  amounts.every((amount) => amount === null) ? undefined : fenToYuan(amounts.reduce<number>((total, amount) => total + (amount ?? 0), 0));

const hasRule = (row: ItemRow, bills: readonly Bill[]): boolean => row.inputs !== null || bills.length > 0;

/** The amount that wins over the rule, or undefined when the rule decides. */
const givenFen = (row: ItemRow, ruled: boolean, mode: SettlementMode): number | null => {
  if (mode === 'claimed') return row.claimedFen ?? row.allowedFen;
  if (mode === 'computed') return ruled ? null : (row.allowedFen ?? row.claimedFen);
  return row.allowedFen ?? (ruled ? null : row.claimedFen);
};

const withoutEmpty = (values: Inputs): Inputs => Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined));

const common = (rows: readonly ItemRow[], { amount, claimed }: Sums): Inputs => {
  const evidence = rows.flatMap((row) => (row.evidence === null || row.evidence === '' ? [] : [row.evidence]));
  return withoutEmpty({ amount, claimed, evidence: evidence.length === 0 ? undefined : evidence });
};

const single = (row: ItemRow, mode: SettlementMode): HeadInput => ({
  input: {
    ...row.inputs,
    ...common([row], { amount: sumOf([givenFen(row, row.inputs !== null, mode)]), claimed: sumOf([row.claimedFen]) }),
  },
  places: { itemId: row.id, lists: {} },
  clashing: [],
});

type Several = { readonly kind: string; readonly rows: readonly ItemRow[]; readonly bills: readonly Bill[]; readonly mode: SettlementMode };

/** What a row gives to one list: its entries, or the one amount that stands for all of them. */
const givenToList = (row: ItemRow, list: string, { fen, isLast }: { fen: number | null; isLast: boolean }): Entry[] => {
  if (fen === null) return entriesOf(row, list);
  const field = row.allowedFen === null ? 'claimedFen' : 'allowedFen';
  const place: Place = { entity: 'damageItem', id: row.id, partyId: row.partyId, field };
  return isLast ? [{ value: fixedEntry(list, row.kind, fenToYuan(fen)), place }] : [];
};

const fromBills = (bills: readonly Bill[], list: string, isLast: boolean): Entry[] => {
  if (list === 'deductions') return cutEntries(bills);
  return isLast ? bills.map((bill) => ({ value: billEntry(bill, list), place: billPlace(bill) })) : [];
};

const merged = ({ kind, rows, bills, mode }: Several, lists: readonly string[]): HeadInput => {
  const given = rows.map((row, index) => givenFen(row, hasRule(row, index === 0 ? bills : []), mode));
  const allGiven = given.every((amount) => amount !== null);
  const found = lists.map((list): [string, Entry[]] => {
    const isLast = list === lists.at(-1);
    const own = rows.flatMap((row, index) => givenToList(row, list, { fen: allGiven ? null : (given[index] ?? null), isLast }));
    return [list, [...own, ...fromBills(bills, list, isLast)]];
  });
  const filled = found.filter(([, entries]) => entries.length > 0);
  const beside = Object.assign({}, ...rows.toReversed().map(({ inputs }) => restOf(inputs ?? {}, kind, lists))) as Inputs;
  return {
    input: {
      ...beside,
      ...Object.fromEntries(filled.map(([list, entries]) => [list, entries.map(({ value }) => value)])),
      ...common(rows, { amount: allGiven ? sumOf(given) : undefined, claimed: sumOf(rows.map(({ claimedFen }) => claimedFen)) }),
    },
    places: {
      itemId: rows[0]?.id ?? null,
      lists: Object.fromEntries(filled.map(([list, entries]) => [list, entries.map(({ place }) => place)])),
    },
    clashing: [],
  };
};

/** What stands beside the lists: for rated heads only the named fields, because the direct rate became an entry. */
const restOf = (inputs: Inputs, kind: string, lists: readonly string[]): Inputs =>
  Object.fromEntries(
    Object.entries(inputs).filter(([key]) => !lists.includes(key) && (!rated.includes(kind) || besideLines.includes(key))),
  );

/**
 * One head of damage of one person from its rows and bills. Several rows of a kind are added up where the rule is a list; where it is
 * not, the first row counts and the others are named as clashing: a merge of two devices must not lose the whole calculation.
 */
export const headInput = ({ kind, rows, bills, mode }: Several): HeadInput | null => {
  const counted = rows.filter((row, index) => hasRule(row, index === 0 ? bills : []) || row.claimedFen !== null || row.allowedFen !== null);
  const [first, ...more] = counted;
  if (first === undefined) return null;
  const lists = listsOf[kind];
  if (more.length === 0 && bills.length === 0) return single(first, mode);
  if (lists !== undefined) return merged({ kind, rows: counted, bills, mode }, lists);
  return { ...single(first, mode), clashing: more.map(({ id }) => id) };
};
