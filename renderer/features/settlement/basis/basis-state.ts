import type { SettlementFile } from '../../../../shared/settlement/contract.ts';
import { overlayBasis, overlayPartyBasis } from '../../../../shared/settlement/file/overlay.ts';
import type { Values } from './paths.ts';

/** The basis of the case, or what one person is computed with. */
export const parts = ['case', 'party'] as const;
export type Part = (typeof parts)[number];
export type Pair = Readonly<Record<Part, Values>>;

/** What the values were read from, and the state of the rows they were read in. */
export type Base = { readonly values: Pair; readonly seen: Readonly<Record<Part, number>> };

/** Values another window wrote that wait for a decision, by the field at the top of its part. */
export type BasisClash = { readonly part: Part; readonly field: string; readonly rev: number; readonly byName: string | null };

const withoutNulls = (values: object): Values => Object.fromEntries(Object.entries(values).filter(([, value]) => value !== null));
const newest = (rows: readonly { rev: number }[]): number => Math.max(0, ...rows.map(({ rev }) => rev));
const same = (a: unknown, b: unknown): boolean => JSON.stringify(a ?? null) === JSON.stringify(b ?? null);

/** The basis as it is stored. */
export const storedBase = ({ bases, partyBases }: Pick<SettlementFile, 'bases' | 'partyBases'>, partyId: string): Base => {
  const { partyId: _party, ...party } = withoutNulls(overlayPartyBasis(partyBases, partyId));
  return {
    values: { case: withoutNulls(overlayBasis(bases)), party },
    seen: { case: newest(bases), party: newest(partyBases.filter((row) => row.partyId === partyId)) },
  };
};

/** Fields that differ from what is stored; what was emptied is null. */
export const changedFields = (now: Values, base: Values): Values =>
  Object.fromEntries(
    [...new Set([...Object.keys(now), ...Object.keys(base)])]
      .filter((name) => !same(now[name], base[name]))
      .map((name) => [name, now[name] ?? null]),
  );

const withFields = (values: Values, fields: Values): Values =>
  withoutNulls(Object.fromEntries(Object.entries({ ...values, ...fields }).map(([name, value]) => [name, value ?? null])));

type Place = { readonly now: Pair; readonly base: Base };

/**
 * Brings what was stored meanwhile under what is being typed: untouched fields take the new value; a touched one keeps what was typed,
 * and while the same field was also stored anew it keeps the state it was typed over, so that saving finds the other value.
 */
export const rebasedBasis = ({ now, base }: Place, next: Base): Place => {
  const rebased = parts.map((part) => {
    const mine = changedFields(now[part], base.values[part]);
    const fields = Object.keys(mine);
    const overlap = fields.some((name) => !same(base.values[part][name], next.values[part][name]));
    const before = Object.fromEntries(fields.map((name) => [name, base.values[part][name] ?? null]));
    return {
      now: withFields(next.values[part], mine),
      base: overlap ? withFields(next.values[part], before) : next.values[part],
      seen: overlap ? base.seen[part] : next.seen[part],
    };
  });
  const pick = <Key extends 'now' | 'base' | 'seen'>(key: Key) => ({ case: rebased[0]?.[key], party: rebased[1]?.[key] });
  return {
    now: pick('now') as Pair,
    base: { values: pick('base') as Pair, seen: pick('seen') as Base['seen'] },
  };
};

/** Mine: the other value was seen and is written over. Theirs: the field takes it. */
export const decidedBasis = ({ now, base }: Place, { part, field, rev }: BasisClash, theirs: { value: unknown } | null): Place => {
  const seen = { ...base.seen, [part]: Math.max(base.seen[part], rev) };
  if (theirs === null) return { now, base: { ...base, seen } };
  const taken = { [field]: theirs.value ?? null };
  return {
    now: { ...now, [part]: withFields(now[part], taken) },
    base: { values: { ...base.values, [part]: withFields(base.values[part], taken) }, seen },
  };
};
