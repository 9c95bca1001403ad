import { problem, type Problem } from '../../../shared/kernel/problem.ts';
import { err, type Result } from '../../../shared/kernel/result.ts';
import { keptLimits } from '../../db/limits-rows.ts';
import type { Call } from '../handlers.ts';
import { countsFrom } from '../authority-here.ts';
import { listLimits } from '../people/list-limits.ts';
import type { Session } from '../session.ts';
import { tidyReason } from '../tidy-values.ts';
import { isOfCompany, publishForCompany, seenVersion } from './publish-for-company.ts';

type Input = { seen: number; limitsFen: { handler: number; supervisor: number }; effectiveOn: string; reason: string };

/** Limits are the company's: its administrator publishes them. The hub asks again. */
export const mayPublishLimits = ({ read, person }: Session): boolean => isOfCompany(read) && person().role === 'admin';

/** 发布权限额度: the limits go to the hub, decide there from their day on, and come back to every device with the next sync. */
export const publishLimits = async (call: Call, input: Input): Promise<Result<{ version: number }, Problem>> => {
  const { session } = call;
  if (!mayPublishLimits(session)) return err(problem('forbidden'));
  const newest = keptLimits(session.read).at(-1);
  const seen = seenVersion(session.read, 'authority-limits');
  if (input.seen !== (newest?.version ?? 0)) return err(problem('sync.newer-published', null, { version: newest?.version ?? 0 }));
  const { today } = listLimits(session);
  if (input.effectiveOn < today) return err(problem('limits.day-passed', 'effectiveOn', { today }));
  const reason = tidyReason(input.reason);
  if (!reason.ok) return reason;
  const { handler, supervisor } = input.limitsFen;
  if (newest && isSame(newest.limits.limitsFen, input.limitsFen) && countsFrom(newest) <= input.effectiveOn)
    return err(problem('limits.same'));
  const body = { limitsFen: { surveyor: 0, handler, supervisor, admin: 0 }, effectiveOn: input.effectiveOn, reason: reason.value };
  return publishForCompany(call, { kind: 'authority-limits', body, base: seen });
};

const isSame = (a: Input['limitsFen'], b: Input['limitsFen']): boolean => a.handler === b.handler && a.supervisor === b.supervisor;
