import { authorityOf, builtInAuthority, type AuthorityPolicy } from '../../shared/offers/authority.ts';
import { chinaDateOf } from '../../shared/kernel/dates.ts';
import { limitsInForce } from '../../shared/sync/published.ts';
import { keptLimits, type KeptLimits } from '../db/limits-rows.ts';
import type { Reads } from '../db/handles.ts';
import { readState } from '../db/sync-state.ts';
import type { Session } from './session.ts';

/** The first day on which a version counts. */
export const countsFrom = ({ publishedAt, limits }: Pick<KeptLimits, 'publishedAt' | 'limits'>): string =>
  limits.effectiveOn ?? chinaDateOf(publishedAt);

/** The limits that decide on this machine: of those the hub published the newest whose day has come, else the built-in ones. */
export const authorityHere = (db: Reads, today: string): AuthorityPolicy => {
  const found = limitsInForce(keptLimits(db), today);
  if (found === undefined) return builtInAuthority;
  const { version, receivedAt, limits } = found;
  return { version, source: 'published', receivedAt, from: countsFrom(found), limitsFen: limits.limitsFen };
};

/** The day by the hub's clock as far as it is known here: a version begins on one day for everybody. */
export const companyDay = ({ read, clock }: Session): string => {
  const skewMs = readState(read, 'progress')?.skewMs ?? 0;
  return chinaDateOf(new Date(Date.parse(clock.now().at) - skewMs).toISOString());
};

export const authorityNow = (session: Session): AuthorityPolicy => authorityHere(session.read, companyDay(session));

/** Up to which amount the person who works here may decide alone. */
export const ownLimit = (session: Session): number => authorityOf(authorityNow(session), session.person().role);
