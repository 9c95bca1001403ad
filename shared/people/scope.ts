import type { CaseScope } from '../sync/entry.ts';
import type { Role } from './model.ts';

/** Where a person stands in the company, as far as cases are concerned. */
export type Standing = { id: string; role: Role; branchId: string | null; regionId: string | null };

/** A case with the region of its branch. */
export type PlacedCase = CaseScope & { regionId: string | null };

/**
 * Whose work a case is: a surveyor's when it is assigned to them, a handler's in their branch, a supervisor's in their region,
 * an administrator's never. Source: product.md, "The people"; SPEC [SY-42].
 */
export const inScope = (person: Standing, placed: PlacedCase): boolean => {
  if (person.role === 'surveyor') return placed.ownerId === person.id;
  if (person.role === 'handler') return person.branchId !== null && placed.branchId === person.branchId;
  return person.role === 'supervisor' && person.regionId !== null && placed.regionId === person.regionId;
};

/** How long a closed case stays with the handlers of its branch, days of the hub's clock. */
export const closedVisibleDays = 90;

/** Whose the case is that a person makes: a surveyor's own, else nobody's yet in the maker's branch. Source: SPEC [SY-17]. */
export const scopeOfNewCase = ({ id, role, branchId }: Standing): CaseScope =>
  ({ branchId, ownerId: role === 'surveyor' ? id : null }) as CaseScope;
