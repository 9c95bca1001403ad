import { onTestFinished } from 'vitest';
import { allHandlers } from '../../../electron/core/features.ts';
import type { Call } from '../../../electron/core/handlers.ts';
import { systemIds, systemRandom } from '../../../electron/core/system-ports.ts';
import { projectors } from '../../../electron/core/workflows/projectors.ts';
import { systemNetwork } from '../../../electron/sync/system-network.ts';
import { openTestCore } from '../../support/core.ts';
import type { seededNode } from './node.ts';

type Hub = Pick<Awaited<ReturnType<typeof seededNode>>, 'url' | 'signIns'>;

/** A real app with its real sync, signed in at a real hub. */
export const appOf = async (hub: Hub, loginName: string, password?: string) => {
  const real = { network: systemNetwork, ids: systemIds, random: systemRandom, projectors };
  const { core, session, dataDir } = await openTestCore(onTestFinished, real);
  const call: Call = { core, session, signal: new AbortController().signal };
  const known = hub.signIns.find((one) => one.loginName === loginName)?.password ?? '';
  const signedIn = await allHandlers.sync.signIn(call, { address: hub.url, loginName, password: password ?? known });
  return { core, session, call, dataDir, signedIn };
};
