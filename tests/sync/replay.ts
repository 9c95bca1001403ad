import type { Hub } from '../../hub/core/hub.ts';
import type { Claims } from '../../hub/core/ports.ts';
import type { Run } from './run.ts';
import type { Violation } from './violation.ts';

/** [I16] Everything the devices ever asked comes once more: the hub is what it was. */
export const replay = async ({ hub, wire }: Run): Promise<Violation[]> => {
  const before = await hub.state();
  for (const { what, body, who } of wire.traffic) {
    const asked = hub.node()[what as keyof Hub] as unknown as (who: Claims, request: unknown) => Promise<unknown>;
    await asked(who, structuredClone(body));
  }
  const after = await hub.state();
  if (after === before) return [];
  const at = [...after].findIndex((letter, index) => letter !== before[index]);
  return [{ invariant: 'I16', kind: 'lost', detail: `told again, the hub changed: ${after.slice(Math.max(0, at - 200), at + 200)}` }];
};
