import type { Coverage } from './coverage.ts';
import type { Dice } from './dice.ts';
import type { EventQueue } from './event-queue.ts';
import type { FilePool } from './file-pool.ts';
import type { Made } from './actions.ts';
import type { Planted } from './planted.ts';
import type { SimDevice } from './sim-device.ts';
import type { Company, SimHub } from './sim-hub.ts';
import type { Violation } from './violation.ts';
import type { Rates, SimWire } from './wire.ts';

export const minute = 60_000;

export type Person = keyof Company['people'];

export type Options = {
  planted?: Planted;
  /** With the real boards and search beside the rows: slower. */
  boards?: boolean;
  /** How wrong the clock of the n-th device is, always. */
  clockShiftMs?: (index: number) => number;
  minutes?: number;
  /** People photograph, too, and files travel by their own lane. */
  photos?: boolean;
  /** At the end everything that was asked is asked once more. */
  replay?: boolean;
  files: FilePool;
};

/** A change somebody made: `by` is the device, or the disk it was lost with. */
export type MadeBy = Made & { by: string };

/** Everything one run consists of. */
export type Run = {
  seed: number;
  company: Company;
  options: Options;
  planted: Planted;
  dice: Dice;
  queue: EventQueue;
  coverage: Coverage;
  hub: SimHub;
  wire: SimWire;
  rates: Rates;
  devices: SimDevice[];
  made: Map<string, MadeBy>;
  /** Gone for good, and rightly so: the disk that held them was lost, or the hub was put back to before them when nobody held them any more. */
  excused: Set<string>;
  /** What the hub had when it was put back to before, and the first server that lacks it. */
  takenBack: Map<string, number>;
  /** Refusals and conflicts as devices heard them: device, number, verdict. */
  refused: Set<string>;
  /** Devices whose revocation the hub has answered, since it was last put back to a backup. */
  revoked: Set<string>;
  /** Content that went with a disk or a backup, and that nobody holds any more. */
  lostFiles: Set<string>;
  /** Older images of devices and of the hub. */
  images: Map<string, Uint8Array>;
  violations: Violation[];
  newId(): string;
  add(person: Person, name?: string): SimDevice;
};

/** The hub has kept nothing of the change. */
export const isRefusal = (verdict: string): boolean => verdict === 'refused' || verdict === 'conflict';

export const liveOf = (run: Run): SimDevice[] => run.devices.filter(({ forgotten }) => !forgotten);

export const personOf = ({ company }: Run, { personId }: SimDevice): Person =>
  Object.entries(company.people).find(([, id]) => id === personId)?.[0] as Person;
