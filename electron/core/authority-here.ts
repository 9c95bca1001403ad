import { authorityOf, builtInAuthority, type AuthorityPolicy } from '../../shared/offers/authority.ts';
import { authorityLimitsSchema } from '../../shared/sync/published.ts';
import { documentHere } from '../db/published-rows.ts';
import type { Reads } from '../db/handles.ts';
import type { Session } from './session.ts';

/** The limits that decide on this machine: the newest the hub published, else the built-in ones. */
export const authorityHere = (db: Reads): AuthorityPolicy => {
  const found = documentHere(db, 'authority-limits');
  const limits = authorityLimitsSchema.safeParse(found?.body);
  if (found === null || !limits.success) return builtInAuthority;
  return { version: found.version, source: 'published', receivedAt: found.receivedAt, limitsFen: limits.data.limitsFen };
};

/** Up to which amount the person who works here may decide alone. */
export const ownLimit = (session: Session): number => authorityOf(authorityHere(session.read), session.person().role);
