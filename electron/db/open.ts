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

/**
 * `image`: the pages to go on from. `upgraded`: an older app left them. `fresh`: hands over a new file at the newest version, where
 * hundreds are needed.
 */
type InMemory = { image?: Uint8Array | null; fresh?: () => Connection; newDevice?: boolean; upgraded?: boolean };

/** A file in memory, without encryption: for the simulator, which runs hundreds of devices. */
export const openMemoryStore = (ports: StorePorts, given: InMemory = {}): Store & { image(): Uint8Array } => {
  const { image = null, fresh = () => newFile(migrations), newDevice = false, upgraded = false } = given;
  const writer = image ? connectMemory(image) : fresh();
  const moved = migrate(writer, ':memory:', migrations);
  if (moved || upgraded) showKept(writer, ports);
  const options: OpenOptions = { path: ':memory:', key: new Uint8Array(), mode: 'existing', newDevice };
  const deviceId = ensureDevice(writer, options, ports);
  return { ...storeOf({ writer, reader: writer, ports, deviceId, fresh }), image: () => writer.image() };
};

const newFile = (steps: readonly Migration[]): Connection => {
  const connection = connectMemory(null);
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
    if (migrate(writer, path, options.migrations ?? migrations)) showKept(writer, ports);
    if (looksPlain(path)) throw new FaultError('fault.corrupt');
    const deviceId = ensureDevice(writer, options, ports);
    const reader = keep(opened, connect({ path, key: options.key, readOnly: true, mustExist: true }));
    const fresh = () => newFile(options.migrations ?? migrations);
    return ok(storeOf({ writer, reader, ports, deviceId, fresh }));
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
    if (!known) registerDevice(db, { deviceId, machine: fingerprint, at });
    else {
      // What no hub has judged for certain goes on under the new id, so that an own number names one change only. Alone that is everything.
      const moved = renewDevice(db, { deviceId, machine: fingerprint }, at);
      if (readState(db, 'hub') !== null) rebuildAll(db, moved, { projectors: ports.projectors, now: at });
    }
    return deviceId;
  });

/** What an older app kept without knowing what it was shows now. Source: SPEC [SY-72]. */
const showKept = (writer: Connection, { projectors, clock }: StorePorts): void =>
  writer.transaction((db) => {
    const kept = db.all<{ caseId: CaseId }>('SELECT DISTINCT case_id AS caseId FROM unfit ORDER BY case_id');
    rebuildAll(
      db,
      kept.map(({ caseId }) => caseId),
      { projectors, now: clock.now().at },
    );
  });

const rebuildAll = (db: WriteDb, caseIds: readonly CaseId[], projection: Projection): void => {
  for (const caseId of caseIds) rebuildCase(db, caseId, projection);
};

type Parts = {
  writer: Connection;
  reader: Connection;
  ports: StorePorts;
  deviceId: DeviceId;
  fresh: () => Connection;
};

const storeOf = ({ writer, reader, ports, deviceId, fresh }: Parts): Store => {
  const projection = () => ({ projectors: ports.projectors, now: ports.clock.now().at });
  const sync = createSyncStore(writer, ports);
  return {
    ...createCommits(writer, ports),
    read: reader.read,
    deviceId,
    sync,
    repair: () => repair(writer, projection()),
    selfCheck: () => selfCheck(writer, { ...projection(), empty: fresh }),
    limitPages: (pages) => void writer.pragma(`max_page_count = ${Math.trunc(pages)}`),
    isSound: () => writer.pragma('integrity_check') === 'ok',
    backUpTo: (path) => writer.backUpTo(path),
    close: () => {
      if (reader !== writer) reader.close();
      writer.close();
    },
  };
};
