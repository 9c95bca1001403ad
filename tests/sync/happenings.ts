import { keepState, readState } from '../../electron/db/sync-state.ts';
import { act } from './actions.ts';
import { missingFiles } from './check-files.ts';
import { liveOf, minute, personOf, type MadeBy, type Run } from './run.ts';
import { DeviceKilled, type SimDevice } from './sim-device.ts';

const dayMs = 86_400_000;

/** Work at a device in which it may be killed: then it starts again a little later. */
export const guarded = async (run: Run, device: SimDevice, work: () => unknown): Promise<void> => {
  try {
    await work();
  } catch (error) {
    if (!(error instanceof DeviceKilled)) throw error;
    run.coverage.add('device-killed');
    device.kill();
    run.queue.after(run.dice.below(3 * minute), `${device.name} starts again`, () => device.restart());
  }
};

/** One thing a person does. What was committed right before the process ended was made all the same. */
export const working = async (run: Run, device: SimDevice): Promise<void> => {
  const { read } = device.store;
  const before = read.get<{ seq: number }>('SELECT last_seq AS seq FROM devices WHERE retired_at IS NULL')?.seq ?? 0;
  try {
    const done = await act(run, device);
    if (done) run.made.set(done.changeId, { ...done, by: device.name });
    if (done?.kind === 'assign-case') run.coverage.add('reassigned');
    if (done?.kind === 'decide-escalation') run.coverage.add('money-decided');
  } finally {
    for (const row of read.all<Omit<MadeBy, 'by'>>(
      `SELECT change_id AS changeId, case_id AS caseId, kind FROM journal WHERE seq > ? AND origin = 'here' AND mid IS NOT NULL`,
      before,
    ))
      run.made.set(row.changeId, { ...run.made.get(row.changeId), ...row, by: device.name });
  }
};

export const signIn = async (run: Run, device: SimDevice): Promise<void> => {
  if (device.forgotten) return;
  if (device.store.read.get<{ n: number }>('SELECT count(*) AS n FROM devices')!.n > 1) run.coverage.add('renewed');
  const name = personOf(run, device);
  const said = await device.signIn((body) => run.wire.direct('login', { ...(body as object), loginName: name, password: name }, null));
  if (said !== 'ok') return;
  device.kill();
  device.restart();
};

/** The person is asked and confirms that the cases may go. */
export const confirm = (device: SimDevice): void => {
  device.store.sync.keep((db) => {
    keepState(db, 'evictOrder', { count: 1_000 });
    keepState(db, 'stop', null);
  });
  device.kill();
  device.restart();
};

type Happening = (run: Run, device: SimDevice) => unknown;

/** What can happen, and how often of a thousand times; the rest of them the device wakes up. */
const happenings: readonly (readonly [number, Happening])[] = [
  [618, (run, device) => guarded(run, device, () => working(run, device))],
  [50, ({ dice }, device) => (device.killIn = 1 + dice.below(40))],
  [50, (run, device) => goOffline(run, device)],
  [30, (run, device) => fillDisk(run, device)],
  [30, (run, device) => jumpClock(run, device)],
  [35, (run, device) => keepImage(run, device)],
  [12, (run, device) => goBack(run, device)],
  [12, (run, device) => restoreBackup(run, device)],
  [44, ({ hub }) => hub.replicate()],
  [10, (run, device) => failOver(run, device)],
  [12, ({ images, hub }) => void images.set('hub', hub.image())],
  [8, (run) => restoreHub(run)],
  [26, (run) => decide(run)],
  [10, (run, device) => revoke(run, device)],
  [6, (run, device) => moveBranch(run, device)],
  [12, ({ hub }) => hub.restart()],
  [8, (run, device) => clone(run, device)],
  [4, (run, device) => upgrade(run, device)],
  [12, (run, device) => restoreBoth(run, device)],
];

export const happens = async (run: Run): Promise<void> => {
  const device = run.dice.pick(liveOf(run));
  if (!device) return;
  let roll = run.dice.below(1000);
  for (const [weight, happening] of happenings) {
    if (roll < weight) return void (await happening(run, device));
    roll -= weight;
  }
  await guarded(run, device, () => device.runner?.wake('wake-up'));
};

const goOffline = ({ dice, queue }: Run, device: SimDevice): void => {
  device.online = false;
  queue.after(dice.below(8 * minute), `${device.name} online`, () => {
    device.online = true;
    device.runner?.wake('network');
  });
};

const fillDisk = ({ coverage, dice, queue }: Run, device: SimDevice): void => {
  coverage.add('disk-full');
  device.fullFor = queue.now() + dice.below(2 * minute);
};

const jumpClock = ({ coverage, dice }: Run, device: SimDevice): void => {
  coverage.add('clock-jump');
  device.clockOffset = device.clockShift + (dice.below(21) - 10) * dayMs;
};

/** Every other time in the middle of a round: what the device has just heard is then of another history than what it sends. */
const failOver = async (run: Run, device: SimDevice): Promise<void> => {
  const { dice, hub, queue } = run;
  if (dice.chance(0.5)) return hub.failOver();
  await guarded(run, device, () => working(run, device));
  device.runner?.wake('hand');
  queue.after(dice.below(1_500), 'the server fails', () => hub.failOver());
};

const keepImage = ({ images }: Run, device: SimDevice): void => {
  images.set(device.name, device.image());
  device.blobs.keepImage();
};

/** The disk is as it was: numbers are used again. */
const goBack = async (run: Run, device: SimDevice): Promise<void> => {
  const image = run.images.get(device.name);
  if (!image) return;
  run.coverage.add('older-image');
  device.goBackTo(image);
  device.blobs.goBack();
  forgetRolledBack(run, device);
  await excuseFiles(run);
  device.restart();
};

/** A backup put back by the app itself: it becomes another device. */
const restoreBackup = async (run: Run, device: SimDevice): Promise<void> => {
  const image = run.images.get(device.name);
  if (!image) return;
  run.coverage.add('restored-device');
  device.goBackTo(image, { newDevice: true });
  device.blobs.goBack();
  forgetRolledBack(run, device);
  await excuseFiles(run);
  device.restart();
};

/** Content that nobody holds any more went with the disk, or with what was put in the place of the hub. */
const excuseFiles = async (run: Run): Promise<void> => {
  for (const sha256 of await missingFiles(run)) if (!liveOf(run).some(({ blobs }) => blobs.has(sha256))) run.lostFiles.add(sha256);
};

/** What only the lost disk knew is nobody's promise any more; what the hub heard of still is. */
const forgetRolledBack = ({ made }: Run, device: SimDevice): void => {
  for (const [changeId, one] of made) {
    if (one.by === device.name && !device.store.read.get('SELECT 1 FROM journal WHERE change_id = ?', changeId))
      made.set(changeId, { ...one, by: 'lost-disk' });
  }
};

const clone = (run: Run, device: SimDevice): void => {
  if (run.devices.length > 6) return;
  run.coverage.add('cloned');
  const twin = run.add(personOf(run, device), `${device.name}-clone-${run.devices.length}`);
  twin.older = device.older;
  twin.goBackTo(device.image());
  twin.blobs.takeFrom(device.blobs);
  twin.restart();
};

/**
 * The hub is put back to a backup. What no device holds any more is lost with it: that is what backups are about. The same goes for
 * what only a revoked device holds, once the hub has had it: the answer that lets it forget may be on its way; and for what a device
 * gives back on an answer of the hub before, which the wire finds out.
 */
export const restoreHub = async (run: Run): Promise<void> => {
  const image = run.images.get('hub');
  if (!image) return;
  run.coverage.add('restored-hub');
  const [had, files] = [await run.hub.changesKept(), await filesAt(run)];
  await run.hub.restore(image);
  run.revoked.clear();
  const known = await run.hub.changesKept();
  for (const changeId of had) if (!known.has(changeId)) run.takenBack.set(changeId, run.hub.server());
  for (const changeId of run.made.keys()) {
    const holders = liveOf(run).filter((device) => holds(device, changeId));
    if (!holders.some((device) => !isLeaving(device) || !had.has(changeId)) && !known.has(changeId)) run.excused.add(changeId);
  }
  // The line that names a file may be lost, too, and come again from where it still is.
  const still = await filesAt(run);
  for (const sha256 of [...(await missingFiles(run)), ...files]) {
    const holders = liveOf(run).filter(({ blobs }) => blobs.has(sha256));
    if (!still.has(sha256) && !holders.some((device) => !isLeaving(device) || !files.has(sha256))) run.lostFiles.add(sha256);
  }
};

/** Whether its maker's device could send it again. */
export const holds = ({ store }: SimDevice, changeId: string): boolean =>
  store.read.get("SELECT 1 FROM journal WHERE change_id = ? AND origin IN ('here', 'back')", changeId) !== undefined;

const filesAt = async ({ hub }: Run): Promise<Set<string>> =>
  new Set((await hub.query<{ sha256: string }>('SELECT sha256 FROM blobs')).map(({ sha256 }) => sha256));

const isLeaving = ({ store }: SimDevice): boolean => readState(store.read, 'stop')?.revoked === true;

/** A hub put back to before what a device has just brought, and the device, too, goes on as another before it has heard of that. */
const restoreBoth = async (run: Run, device: SimDevice): Promise<void> => {
  const { dice, hub, images, queue } = run;
  const before = hub.image();
  await guarded(run, device, () => working(run, device));
  device.runner?.wake('hand');
  queue.after(3_000 + dice.below(5_000), `the hub and ${device.name} are put back`, async () => {
    if (device.forgotten) return;
    keepImage(run, device);
    images.set('hub', before);
    await restoreHub(run);
    await restoreBackup(run, device);
  });
};

const decide = async ({ hub, dice, coverage }: Run): Promise<void> => {
  const waiting = await hub.quarantined();
  if (!waiting.ok) throw new Error(`the handler is told ${waiting.error.code}`);
  const one = dice.pick(waiting.value.waiting);
  if (!one) return;
  const outcome = dice.chance(0.7) ? ('taken' as const) : ('dropped' as const);
  const done = await hub.decide(one.id, outcome);
  if (done.ok) coverage.add(outcome);
};

/** At times the server dies before anything else has reached its standby: a revocation must have reached it on its own. */
const revoke = async ({ coverage, dice, hub, devices, queue, revoked }: Run, device: SimDevice): Promise<void> => {
  if (devices.length < 3 || device.name === 'handler') return;
  const deviceId = device.store.sync.deviceId();
  const done = await hub.revoke(deviceId);
  if (!done.ok) return;
  coverage.add('revoked');
  revoked.add(deviceId);
  if (dice.chance(0.5)) queue.after(dice.below(2_000), 'the server that revoked fails', () => hub.failOver());
};

const moveBranch = async ({ company, coverage, hub, dice }: Run, device: SimDevice): Promise<void> => {
  if (device.name !== 'surveyor2') return;
  const { surveyorWest, handler } = company.people;
  const done = await hub.move(device.personId, dice.pick([company.branchOf[surveyorWest]!, company.branchOf[handler]!])!);
  if (done.ok) coverage.add('role-moved');
};

const upgrade = ({ coverage, devices }: Run, device: SimDevice): void => {
  const older = device.older ? device : devices.find((one) => one.older && !one.forgotten);
  if (!older) return;
  coverage.add('upgraded');
  older.upgrade();
};
