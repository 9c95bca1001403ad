import type { Entity, FieldsOf } from '../../sync/entity.ts';
import { calculationBasis, partyBasis, type CalculationBasis, type PartyBasis } from '../model.ts';
import { counting } from './rows.ts';

type Overlaid<E> = { readonly [Name in keyof FieldsOf<E>]: FieldsOf<E>[Name] | null };
export type BasisValues = Overlaid<typeof calculationBasis>;
export type PartyBasisValues = Overlaid<typeof partyBasis>;

/** Later values stand over earlier ones, field by field: two devices that each began a basis lose nothing of it. */
const overlay = <E extends Entity>(entity: E, rows: readonly Record<string, unknown>[]): Overlaid<E> =>
  Object.fromEntries(
    Object.keys(entity.fields).map((name) => [name, rows.map((row) => row[name] ?? null).findLast((value) => value !== null) ?? null]),
  ) as Overlaid<E>;

export const overlayBasis = (rows: readonly CalculationBasis[]): BasisValues => overlay(calculationBasis, counting(rows));

export const overlayPartyBasis = (rows: readonly PartyBasis[], partyId: string): PartyBasisValues =>
  overlay(
    partyBasis,
    counting(rows).filter((row) => row.partyId === partyId),
  );
