import type { KeyStore } from '../../shared/kernel/host-messages.ts';
import { createCore, type Core } from './app.ts';
import { openCodeLog } from './code-log.ts';
import { defaultDataFolder } from './data-folder.ts';
import { systemNetwork } from '../sync/system-network.ts';
import { createRpcServer } from './rpc.ts';
import type { Wire } from './rpc-wire.ts';
import { machineFingerprint, systemClock, systemIds, systemRandom } from './system-ports.ts';
import { projectors } from './workflows/projectors.ts';

export type CoreSetting = { dataFolder: string | null; version: string; keyStore?: KeyStore };

export type RunningCore = { core: Core; serve(wire: Wire): void; openWires(): number; log: ReturnType<typeof openCodeLog> };

/** The core on the real device: real clock, ids, randomness and folder. For entry files only. */
export const runCore = ({ dataFolder, version, keyStore }: CoreSetting): RunningCore => {
  const dataDir = dataFolder ?? defaultDataFolder(process.env, process.platform);
  const log = openCodeLog(dataDir, systemClock);
  const ports = { clock: systemClock, ids: systemIds, random: systemRandom, machine: { fingerprint: machineFingerprint() } };
  const core = createCore({
    dataDir,
    version,
    log,
    projectors,
    network: systemNetwork,
    ...ports,
    ...(keyStore === undefined ? {} : { keyStore }),
  });
  const rpc = createRpcServer({ core, log, newReference: () => `B-${systemIds.next().slice(-12)}` });
  return { core, serve: rpc.serve, openWires: rpc.openWires, log };
};
