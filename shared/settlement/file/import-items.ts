import { exact, fenToYuan, toFen } from '../../damages/engine/exact.ts';
import { itemKeys } from '../../damages/engine/item-schemas.ts';
import type { SettleError } from '../../damages/engine/ledger.ts';
import { canonicalJson } from '../../kernel/canonical-json.ts';
import type { VictimInput } from '../input/case-input.ts';
import { otherInput } from './assemble.ts';
import { headInput, type Inputs } from './head-input.ts';
import type { ImportPlan, ImportRows, PlannedChange } from './planned-change.ts';
import { counting } from './rows.ts';

type Site = { readonly party: string; readonly path: string };
type Item = ImportRows['items'][number];

const yuanText = (value: unknown): unknown =>
  typeof value === 'number' || typeof value === 'string' ? fenToYuan(toFen(exact(value))) : value;

/** An item of a file as the assembly writes it: an object, its own amounts as text to the fen. */
const normal = (value: unknown): Inputs => {
  const input: Inputs = typeof value === 'object' && value !== null ? { ...value } : { amount: value };
  for (const name of ['amount', 'claimed']) if (input[name] !== undefined) input[name] = yuanText(input[name]);
  return input;
};

const same = (a: unknown, b: unknown): boolean => canonicalJson([a]) === canonicalJson([b]);

const fenOf = (value: unknown): number | null => (typeof value === 'string' ? toFen(exact(value)) : null);

/** The columns of an item row that say the same as an item of a file. */
const columnsOf = (kind: string, value: Inputs): Inputs => {
  const { amount, claimed, evidence, label, ...rest } = value;
  const inputs = kind === 'other' || label === undefined ? rest : { ...rest, label };
  const papers = Array.isArray(evidence) ? evidence.join('\n') : null;
  return {
    inputs: Object.keys(inputs).length === 0 && amount !== undefined ? null : inputs,
    claimedFen: fenOf(claimed),
    allowedFen: fenOf(amount),
    evidence: papers === '' ? null : papers,
    ...(kind === 'other' ? { label: typeof label === 'string' && label !== '' ? label : null } : {}),
  };
};

const before = (row: Item): Inputs => ({
  inputs: row.inputs,
  claimedFen: row.claimedFen,
  allowedFen: row.allowedFen,
  evidence: row.evidence,
  label: row.label,
});

const hide = (row: { id: string; kind: string }, entity: 'damageItem' | 'bill', { party }: Site): PlannedChange => ({
  action: 'void',
  entity,
  id: row.id,
  party,
  kind: row.kind,
  fields: {},
  before: {},
});

const make = (kind: string, value: Inputs, { party }: Site): PlannedChange => ({
  action: 'insert',
  entity: 'damageItem',
  id: null,
  party,
  kind,
  fields: columnsOf(kind, value),
  before: {},
});

const decided = (rows: readonly Item[], path: string): SettleError[] =>
  rows.some(({ decision }) => decision === 'decided') ? [{ code: 'settle.contradiction', path, reason: 'item-decided' }] : [];

const none: ImportPlan = { changes: [], errors: [] };

/** One head: untouched when the case says the same, else the first row takes the file's values and what else made up the head is hidden. */
const headChanges = (rows: ImportRows, kind: string, { wanted, site }: { wanted: Inputs | undefined; site: Site }): ImportPlan => {
  const own = counting(rows.items).filter((row) => row.partyId === site.party && row.kind === kind);
  const bills = counting(rows.bills).filter((row) => row.partyId === site.party && row.kind === kind);
  const head = headInput({ kind, rows: own, bills, mode: 'review' });
  if (wanted === undefined ? head === null : head !== null && head.clashing.length === 0 && same(head.input, wanted)) return none;
  const [first, ...more] = own;
  const gone = [...more.map((row) => hide(row, 'damageItem', site)), ...bills.map((row) => hide(row, 'bill', site))];
  const errors = decided(own, `${site.path}.${kind}`);
  if (wanted === undefined)
    return { changes: [...own.map((row) => hide(row, 'damageItem', site)), ...bills.map((row) => hide(row, 'bill', site))], errors };
  if (first === undefined) return { changes: [make(kind, wanted, site), ...gone], errors };
  const fields = columnsOf(kind, wanted);
  const changed = Object.keys(fields).filter((name) => !same(before(first)[name] ?? null, fields[name] ?? null));
  const only = (values: Inputs): Inputs => Object.fromEntries(changed.map((name) => [name, values[name] ?? null]));
  const set: PlannedChange = {
    action: 'set',
    entity: 'damageItem',
    id: first.id,
    party: site.party,
    kind,
    fields: only(fields),
    before: only(before(first)),
  };
  return { changes: [...(changed.length === 0 ? [] : [set]), ...gone], errors };
};

/** Rows without a rule of their own: equal ones stay, the others are replaced. */
const otherChanges = (rows: ImportRows, wanted: readonly Inputs[], site: Site): ImportPlan => {
  const own = counting(rows.items).filter((row) => row.partyId === site.party && row.kind === 'other');
  const open = [...wanted];
  const gone = own.filter((row) => {
    const index = open.findIndex((value) => same(otherInput(row, 'review'), value));
    if (index >= 0) open.splice(index, 1);
    return index < 0;
  });
  return {
    changes: [...gone.map((row) => hide(row, 'damageItem', site)), ...open.map((value) => make('other', value, site))],
    errors: decided(gone, `${site.path}.other`),
  };
};

/** What a file says about the items of one person, against what the case says. */
export const itemChanges = (rows: ImportRows, { items }: VictimInput, site: Site): ImportPlan => {
  const heads = itemKeys.map((kind) => {
    const value = items[kind];
    return headChanges(rows, kind, { wanted: value === undefined ? undefined : normal(value), site });
  });
  const all = [...heads, otherChanges(rows, (items.other ?? []).map(normal), site)];
  return { changes: all.flatMap(({ changes }) => changes), errors: all.flatMap(({ errors }) => errors) };
};
