import type { Problem } from '../../../shared/kernel/problem.ts';
import { ok, type Result } from '../../../shared/kernel/result.ts';
import { nextRules } from '../clocks/change-rules.ts';
import type { Call } from '../handlers.ts';
import { publishForCompany, seenVersion } from './publish-for-company.ts';

/** 发布时限: the limits go to the hub and come back to every device, this one included, with the next sync. */
export const publishRules = async (call: Call, input: Parameters<typeof nextRules>[1]): Promise<Result<void, Problem>> => {
  const next = nextRules(call.session, input);
  if (!next.ok) return next;
  const { version: _here, ...body } = next.value;
  const done = await publishForCompany(call, { kind: 'clocks', body, base: seenVersion(call.session.read, 'clocks') });
  return done.ok ? ok(undefined) : done;
};
