import { compareText } from '../kernel/compare-text.ts';
import type { Role } from '../people/model.ts';

/** 权限额度: up to which amount of the company's money each role may approve alone. A document with versions. */
export type AuthorityPolicy = {
  readonly version: number;
  /** The company's own document from the hub, or what a machine without one goes by. */
  readonly source: 'built-in' | 'published';
  /** When the document came to this machine. */
  readonly receivedAt: string | null;
  /** The first day on which these limits count. */
  readonly from: string | null;
  readonly limitsFen: Readonly<Record<Role, number>>;
};

/** Until the company publishes its own: 100,000 yuan for a handler, 1,000,000 for a supervisor, nothing for the others. */
export const builtInAuthority: AuthorityPolicy = {
  version: 1,
  source: 'built-in',
  receivedAt: null,
  from: null,
  limitsFen: { surveyor: 0, handler: 10_000_000, supervisor: 100_000_000, admin: 0 },
};

/** How an approval names the limits it rests on. */
export const policyName = ({ source, version }: AuthorityPolicy): string => `${source} ${version}`;

export const authorityOf = ({ limitsFen }: AuthorityPolicy, role: Role): number => limitsFen[role];

/** A decision of superiors that could cover an offer. */
export type Grant = {
  id: string;
  partyId: string | null;
  kind: string | null;
  state: string;
  decidedFen: number | null;
  decidedAt: string | null;
};

const granted: readonly string[] = ['approved', 'approved-less', 'told'];
const covering: readonly string[] = ['over-authority', 'accommodation', 'dispute'];

/** The newest decision about this person that allows at least this amount and was made after the offer. */
export const grantFor = (
  grants: readonly Grant[],
  { partyId, oursFen, madeAt }: { partyId: string | null; oursFen: number; madeAt: string },
): Grant | null =>
  grants
    .filter((one) => (one.partyId === null || one.partyId === partyId) && covering.includes(one.kind ?? '') && granted.includes(one.state))
    .filter((one) => (one.decidedFen ?? -1) >= oursFen && (one.decidedAt ?? '') >= madeAt)
    .toSorted((a, b) => compareText(a.decidedAt ?? '', b.decidedAt ?? ''))
    .at(-1) ?? null;
