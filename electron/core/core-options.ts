import type { KeyStore } from '../../shared/kernel/host-messages.ts';
import type { Clock, Ids, Random } from '../../shared/kernel/ports.ts';
import type { KdfCost } from '../db/keys.ts';
import type { Projector } from '../db/projector.ts';
import type { Network } from '../sync/system-network.ts';

/** Everything the core takes from outside. */
export type CoreOptions = {
  /** Folder of the encrypted files; made when absent. */
  dataDir: string;
  version: string;
  clock: Clock;
  ids: Ids;
  random: Random;
  machine: { fingerprint: string };
  /** Ids and codes only. */
  log: (code: string, facts?: Record<string, string | number>) => void;
  projectors: readonly Projector[];
  /** Key store of the operating system, where the host has one; it opens the file only where the person has allowed it. */
  keyStore?: KeyStore;
  /** The outside world of the sync; a host without it works alone. */
  network?: Network;
  /** Cheaper in tests. */
  kdfCost?: KdfCost;
};

/** Said once per committed change, and with `vault` when the file opens or closes. */
export type CoreEvent = { slugs: string[]; caseId: string | null; vault: boolean };
