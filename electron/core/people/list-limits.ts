import { builtInAuthority } from '../../../shared/offers/authority.ts';
import type { LimitsVersion } from '../../../shared/people/contract.ts';
import { limitsInForce } from '../../../shared/sync/published.ts';
import { keptLimits } from '../../db/limits-rows.ts';
import { companyDay, countsFrom } from '../authority-here.ts';
import type { Session } from '../session.ts';

/** 权限额度: every version that is here, the newest first; on a machine without any, the built-in ones. */
export const listLimits = (session: Session): { versions: LimitsVersion[]; builtIn: boolean; today: string } => {
  const today = companyDay(session);
  const kept = keptLimits(session.read);
  const inForce = limitsInForce(kept, today)?.version ?? 0;
  const versions = kept.map((one): LimitsVersion => {
    const { version, publishedAt, limits } = one;
    const state = version === inForce ? 'in-force' : version > inForce ? 'planned' : 'past';
    return { version, publishedAt, from: countsFrom(one), reason: limits.reason ?? null, state, limitsFen: limits.limitsFen };
  });
  const { limitsFen } = builtInAuthority;
  const shipped: LimitsVersion = { version: 0, publishedAt: null, from: null, reason: null, state: 'in-force', limitsFen };
  return { versions: inForce === 0 ? [...versions.toReversed(), shipped] : versions.toReversed(), builtIn: inForce === 0, today };
};
