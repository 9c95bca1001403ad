import type { LimitsVersion } from '../../../shared/people/contract.ts';
import { parseAmount } from '../../ui/form/parse.ts';

/** The roles that approve anything; the others have no such button, and the document says 0 for them. */
export const approvingRoles = ['handler', 'supervisor'] as const;
export type ApprovingRole = (typeof approvingRoles)[number];

type Limits = Record<ApprovingRole, number>;

/** What a field holds while one types and after it was read, in fen; null while it is no amount. */
export const fenOf = (raw: unknown): number | null => {
  if (typeof raw === 'number') return raw;
  const parsed = parseAmount(raw);
  return parsed.ok && typeof parsed.value === 'number' ? parsed.value : null;
};

/** What publishing changes at one role, before it is done. */
export type LimitChange = { kind: 'same' | 'raised' | 'lowered' | 'unread'; fromFen: number; toFen: number | null };

export const limitChange = (now: Partial<Limits>, role: ApprovingRole, raw: unknown): LimitChange => {
  const fromFen = now[role] ?? 0;
  const toFen = fenOf(raw);
  if (toFen === null) return { kind: 'unread', fromFen, toFen };
  return { kind: toFen === fromFen ? 'same' : toFen > fromFen ? 'raised' : 'lowered', fromFen, toFen };
};

/** Whether a handler could then approve more than their superior: hardly meant so. */
export const isUpsideDown = (raw: Record<ApprovingRole, unknown>): boolean => {
  const [handler, supervisor] = [fenOf(raw.handler), fenOf(raw.supervisor)];
  return handler !== null && supervisor !== null && handler > supervisor;
};

/** Roles whose limit a version moved, against the one that counted before it. */
export const movedBy = (version: LimitsVersion, before: LimitsVersion | undefined): ApprovingRole[] =>
  approvingRoles.filter((role) => before !== undefined && before.limitsFen[role] !== version.limitsFen[role]);
