import { createHash, randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { hostname, networkInterfaces } from 'node:os';
import { v7 } from 'uuid';
import type { Clock, Ids, Random } from '../../shared/kernel/ports.ts';

/** The real device behind the ports; made by entry files only. */
export const systemClock: Clock = {
  now: () => {
    const date = new Date();
    return { at: date.toISOString(), utcOffset: -date.getTimezoneOffset() };
  },
};

export const systemIds: Ids = { next: () => v7() };

export const systemRandom: Random = { bytes: (length) => new Uint8Array(randomBytes(length)) };

const readMachineId = (): string => {
  try {
    return readFileSync('/etc/machine-id', 'utf8').trim();
  } catch {
    const cards = Object.values(networkInterfaces()).flat();
    const addresses = cards.filter((card) => card !== undefined && !card.internal).map((card) => card?.mac ?? '');
    return `${hostname()} ${[...new Set(addresses)].sort().join(' ')}`;
  }
};

/** Tells this computer from another one, so that a copied data folder is noticed. A hash: it says nothing about the machine. */
export const machineFingerprint = (): string => createHash('sha256').update(`liubu ${readMachineId()}`).digest('hex');
