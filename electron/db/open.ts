import { existsSync, statSync } from 'node:fs';
import type { Clock, Ids } from '../../shared/kernel/ports.ts';
import type { CaseId, DeviceId } from '../../shared/kernel/ids.ts';
import { err, ok, type Result } from '../../shared/kernel/result.ts';
import { createCommits, type CommitPorts, type Commits } from './commit.ts';
import { connect, connectMemory, looksPlain, type Connection } from './connection.ts';
import type { ReadDb, WriteDb } from './handles.ts';
import { FaultError, faultOf, type Fault } from './faults.ts';
import { activeDevice, registerDevice } from './journal.ts';
import { migrate, schemaVersion } from './migrate.ts';
import type { Migration } from './migration.ts';
import { migrations } from './migrations.ts';
import { rebuildCase, type Projection } from './rebuild.ts';
import { renewDevice } from './renew-device.ts';
import { readState } from './sync-state.ts';
import { repair, type RepairReport } from './repair.ts';
import { selfCheck, type SelfCheckReport } from './self-check.ts';
import { createSyncStore, type SyncStore } from './sync-store.ts';

export type StorePorts = CommitPorts & { machine: { fingerprint: string } };

export type OpenOptions = {
  path: string;
  key: Uint8Array;
  /** `create` only right after the keys were made: an absent file is otherwise never replaced by an empty one. */
  mode: 'create' | 'existing';
  /** Set when the person has confirmed that a file from another computer is to go on here under a new device id. */
  adopt?: boolean;
  /** A restored backup: it has been here before, so its numbers must not be used again by the same device. */
  newDevice?: boolean;
  migrations?: readonly Migration[];
};

/** The open database of one person at one machine. */
export type Store = Commits & {
  read: ReadDb;
  deviceId: DeviceId;
  /** The sync's door: replies of the hub in, each whole. */
  sync: SyncStore;
  /** Rebuilds all tables from the journal. */
  repair(): RepairReport;
  /** Compares the tables with a rebuild and checks the journal's chain; changes nothing. */
  selfCheck(): SelfCheckReport;
  /** SQLite's own check of the whole file. */
  isSound(): boolean;
  /** Writes an encrypted, compacted copy of the file as it stands now. */
  backUpTo(path: string): void;
  /** For faults that only a test can bring about, such as a full disk. */
  limitPages(pages: number): void;
  close(): void;
};

/** `image`: the pages to go on from. `empty`: the pages of a new file, so that the schema is not made again for every check. */
type InMemory = { image?: Uint8Array | null; empty?: Uint8Array | null };

/** A file in memory, without encryption: for the simulator, which runs hundreds of devices. */
export const openMemoryStore = (ports: StorePorts, { image = null, empty = null }: InMemory = {}): Store & { image(): Uint8Array } => {
  const writer = connectMemory(image ?? empty);
  migrate(writer, ':memory:', migrations);
  const options: OpenOptions = { path: ':memory:', key: new Uint8Array(), mode: 'existing' };
  const deviceId = ensureDevice(writer, options, ports);
  return { ...storeOf({ writer, reader: writer, options, ports, deviceId, empty }), image: () => writer.image() };
};

const emptyFile = (pages: Uint8Array | null, steps: readonly Migration[]): Connection => {
  const connection = connectMemory(pages);
  migrate(connection, ':memory:', steps);
  return connection;
};

/** Opens the encrypted file, brings its schema up to date and checks that it is encrypted and ours. */
export const openStore = (options: OpenOptions, ports: StorePorts): Result<Store, Fault> => {
  const { path } = options;
  const existing = options.mode === 'existing';
  if (existing && !existsSync(path)) return err('fault.database-missing');
  if (existing && statSync(path).size === 0) return err('fault.corrupt');
  const opened: Connection[] = [];
  try {
    const writer = keep(opened, connect({ path, key: options.key, readOnly: false, mustExist: existing }));
    if (existing && schemaVersion(writer) === 0) throw new FaultError('fault.corrupt');
    migrate(writer, path, options.migrations ?? migrations);
    if (looksPlain(path)) throw new FaultError('fault.corrupt');
    const deviceId = ensureDevice(writer, options, ports);
    const reader = keep(opened, connect({ path, key: options.key, readOnly: true, mustExist: true }));
    return ok(storeOf({ writer, reader, options, ports, deviceId, empty: null }));
  } catch (error) {
    for (const connection of opened) connection.close();
    const fault = faultOf(error);
    if (fault) return err(fault);
    throw error;
  }
};

const keep = (opened: Connection[], connection: Connection): Connection => {
  opened.push(connection);
  return connection;
};

const ensureDevice = (writer: Connection, options: OpenOptions, ports: { clock: Clock; ids: Ids } & StorePorts): DeviceId =>
  writer.transaction((db) => {
    const known = activeDevice(db);
    const { fingerprint } = ports.machine;
    if (known && known.machine === fingerprint && !options.newDevice) return known.deviceId;
    if (known && !options.adopt && !options.newDevice) throw new FaultError('fault.foreign-machine');
    const [deviceId, at] = [ports.ids.next() as DeviceId, ports.clock.now().at];
    if (!known || readState(db, 'hub') === null) registerDevice(db, { deviceId, machine: fingerprint, at });
    // With a hub, what it has not judged for certain goes on under the new id.
    else rebuildAll(db, renewDevice(db, { deviceId, machine: fingerprint }, at), { projectors: ports.projectors, now: at });
    return deviceId;
  });

const rebuildAll = (db: WriteDb, caseIds: readonly CaseId[], projection: Projection): void => {
  for (const caseId of caseIds) rebuildCase(db, caseId, projection);
};

type Parts = {
  writer: Connection;
  reader: Connection;
  options: OpenOptions;
  ports: StorePorts;
  deviceId: DeviceId;
  empty: Uint8Array | null;
};

const storeOf = ({ writer, reader, options, ports, deviceId, empty }: Parts): Store => {
  const projection = () => ({ projectors: ports.projectors, now: ports.clock.now().at });
  const sync = createSyncStore(writer, ports);
  return {
    ...createCommits(writer, ports),
    read: reader.read,
    deviceId,
    sync,
    repair: () => repair(writer, projection()),
    selfCheck: () => selfCheck(writer, { ...projection(), empty: () => emptyFile(empty, options.migrations ?? migrations) }),
    limitPages: (pages) => void writer.pragma(`max_page_count = ${Math.trunc(pages)}`),
    isSound: () => writer.pragma('integrity_check') === 'ok',
    backUpTo: (path) => writer.backUpTo(path),
    close: () => {
      if (reader !== writer) reader.close();
      writer.close();
    },
  };
};
