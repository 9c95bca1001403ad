import type { StorePorts } from '../db/open.ts';
import type { CoreOptions } from './core-options.ts';

/** The hub will measure the clock's difference; until then it is unknown and counts as none. */
const noSkew = (): number => 0;

/** What an open file needs from outside. */
export const storePorts = (options: CoreOptions, announce: StorePorts['announce']): StorePorts => ({
  clock: options.clock,
  ids: options.ids,
  machine: options.machine,
  projectors: options.projectors,
  clockSkewMs: noSkew,
  announce,
});
