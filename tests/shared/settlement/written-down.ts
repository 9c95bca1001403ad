import { expect } from 'vitest';
import { byHand } from './by-hand.ts';
import { settled } from './read-case.ts';

/** A file as somebody writes a judgment down: loosely, with the short forms that the documents promise. */
export type File = { readonly [key: string]: unknown };

/** Named sums, each worked from arithmetic and the names before it, rounded to the fen like an item or a payer. */
export const worked = (steps: Readonly<Record<string, string>>): Record<string, string> => {
  const known: Record<string, string> = {};
  for (const [name, text] of Object.entries(steps)) known[name] = byHand(text.replace(/[a-z][A-Za-z]*/g, (word) => known[word] ?? word));
  return known;
};

type Wanted = {
  /** Person by person: item key → name of the worked sum. */
  readonly items?: Readonly<Record<string, Readonly<Record<string, string>>>>;
  readonly payers: Readonly<Record<string, string>>;
  readonly receives: Readonly<Record<string, string>>;
  readonly refunded?: Readonly<Record<string, string>>;
  readonly surplus?: Readonly<Record<string, string>>;
};

const filled = <Value>(record: Readonly<Record<string, Value>>, change: (value: Value) => unknown) =>
  Object.fromEntries(Object.entries(record).map(([key, value]) => [key, change(value)]));

/** Every figure of the file against the hand; `wanted` is written in arithmetic over the worked names. */
export const expectWorked = (file: File, steps: Readonly<Record<string, string>>, wanted: Wanted): void => {
  const known = worked(steps);
  const sum = (text: string): string => byHand(text.replace(/(?<![\w])[a-z][A-Za-z]*/g, (word) => known[word] ?? word));
  const result = settled(file);
  const people = new Map(result.victims.map((victim) => [victim.id, victim]));
  for (const [id, items] of Object.entries(wanted.items ?? {})) {
    const found = Object.fromEntries((people.get(id)?.items ?? []).map((item) => [item.key, item.amountYuan]));
    expect({ id, ...found }).toMatchObject({ id, ...filled(items, sum) });
  }
  const found = {
    payers: Object.fromEntries(
      result.payers.map(({ payer, layer, total }) => [layer === 'uninsuredCompulsory' ? `uninsured:${payer.slice(7)}` : payer, total.yuan]),
    ),
    receives: Object.fromEntries(result.victims.map((victim) => [victim.id, victim.receives.yuan])),
    refunded: Object.fromEntries(
      result.victims.filter(({ refunded }) => refunded.fen > 0).map((victim) => [victim.id, victim.refunded.yuan]),
    ),
    surplus: Object.fromEntries(result.victims.flatMap((victim) => victim.surplus.map(({ payer, amount }) => [payer, amount.yuan]))),
  };
  expect(found).toEqual({
    payers: filled(wanted.payers, sum),
    receives: filled(wanted.receives, sum),
    refunded: filled(wanted.refunded ?? {}, sum),
    surplus: filled(wanted.surplus ?? {}, sum),
  });
};
