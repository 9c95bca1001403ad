import { photo } from './actions.ts';
import { checkEnd } from './check-end.ts';
import { guarded, signIn } from './happenings.ts';
import { createFilePool } from './file-pool.ts';
import { minute, type MadeBy, type Options, type Person, type Run } from './run.ts';
import { comeToRest } from './settle.ts';
import type { SimDevice } from './sim-device.ts';
import type { Company } from './sim-hub.ts';
import { endRun, runUntil, startRun } from './simulate.ts';
import { contactFields, insertOf, setOf } from '../support/store.ts';
import type { CaseId } from '../../shared/kernel/ids.ts';

const files = createFilePool();

/** The same company on a calm day: nothing breaks unless the test says so, and everybody syncs when told to. */
export const calmDay = async (company: Company, options: Partial<Options> = {}) => {
  const { run, checks } = startRun(1, company, { files, ...options });
  Object.assign(run.rates, { drop: 0, double: 0, late: 0, cut: 0, kill: 0, alter: 0 });
  const until = (time: number): Promise<void> => runUntil(run, checks, time);
  const comes = async (person: Person): Promise<SimDevice> => {
    const device = run.add(person);
    await signIn(run, device);
    return device;
  };
  const sync = async (device: SimDevice): Promise<void> => {
    device.runner?.wake('hand');
    await until(run.queue.now() + 2 * minute);
  };
  /** What was committed right before the process ended was made all the same. */
  const commit = (device: SimDevice, draft: Parameters<SimDevice['store']['commit']>[0]): MadeBy => {
    const { read } = device.store;
    const before = read.get<{ seq: number }>('SELECT last_seq AS seq FROM devices WHERE retired_at IS NULL')?.seq ?? 0;
    const news = (): MadeBy[] =>
      read
        .all<Omit<MadeBy, 'by'>>('SELECT change_id AS changeId, case_id AS caseId, kind FROM journal WHERE seq > ?', before)
        .map((row) => ({ ...row, by: device.name }));
    try {
      const done = device.store.commit(draft, device.personId as never);
      if (!done.ok) throw new Error(done.error.code);
      return news()[0]!;
    } finally {
      for (const made of news()) run.made.set(made.changeId, made);
    }
  };
  const registers = (device: SimDevice, caseId = run.newId()): string => {
    commit(device, {
      kind: 'register-case',
      caseId: caseId as CaseId,
      ops: [insertOf('case', caseId, { reportNumber: `R-${caseId.slice(-8)}` })],
    });
    return caseId;
  };
  const logs = (device: SimDevice, caseId: string, id = run.newId()): MadeBy =>
    commit(device, {
      kind: 'record-contact',
      caseId: caseId as CaseId,
      ops: [insertOf('contactLog', id, { ...contactFields, body: `记录 ${id}` })],
    });
  const seenOf = (device: SimDevice, caseId: string): number =>
    device.store.read.get<{ rev: number }>('SELECT rev FROM cases WHERE id = ?', caseId)?.rev ?? 0;
  const photographs = (device: SimDevice, caseId: string): MadeBy =>
    commit(device, {
      ...photo({ device, dice: run.dice, newId: run.newId }, { id: caseId, rev: seenOf(device, caseId) }),
      caseId: caseId as CaseId,
    });
  const edits = (device: SimDevice, caseId: string, fields: Record<string, string>): MadeBy => {
    const seen = seenOf(device, caseId);
    return commit(device, { kind: 'edit-case', caseId: caseId as CaseId, ops: [setOf('case', { id: caseId, seen }, fields)] });
  };
  const assigns = (device: SimDevice, caseId: string, to: { from: Person | null; to: Person }): MadeBy => {
    const { people, branchOf } = company;
    const fields = {
      fromPersonId: to.from && people[to.from],
      toPersonId: people[to.to],
      branchId: branchOf[people[to.to]],
      reason: '换人',
    };
    return commit(device, { kind: 'assign-case', caseId: caseId as CaseId, ops: [insertOf('assignment', run.newId(), fields)] });
  };
  /** The file goes on under another id, as after a hub that lost what it had, and starts again. */
  const goesOnAnew = (device: SimDevice): Promise<void> => {
    device.store.sync.renew({ deviceId: run.newId() as never });
    device.kill();
    device.restart();
    return sync(device);
  };
  /** The file goes on under another id at a hub put back to a backup, and is revoked there before it could compare. */
  const revokedAnew = async (device: SimDevice, backup: Uint8Array): Promise<void> => {
    device.online = false;
    device.store.sync.renew({ deviceId: run.newId() as never });
    await run.hub.restore(backup);
    await signIn(run, device);
    await run.hub.revoke(device.store.sync.deviceId());
    device.online = true;
  };
  const copies = (device: SimDevice): SimDevice => {
    const twin = run.add(
      Object.keys(company.people).find((name) => company.people[name as Person] === device.personId) as Person,
      `${device.name}-copy`,
    );
    twin.goBackTo(device.image());
    twin.restart();
    return twin;
  };
  /** Everything comes to rest; what must hold is checked. */
  const ends = async ({ keepOpen = false } = {}): Promise<Run['violations']> => {
    await comeToRest(run, until);
    await checkEnd(run, until);
    if (!keepOpen) await endRun(run);
    return run.violations;
  };
  return {
    run,
    close: () => endRun(run),
    until,
    comes,
    sync,
    registers,
    logs,
    photographs,
    edits,
    assigns,
    goesOnAnew,
    revokedAnew,
    copies,
    ends,
    guarded: (device: SimDevice, work: () => unknown) => guarded(run, device, work),
  };
};

/** What the hub said of a change made on this device, as far as it was heard. */
export const verdictOf = ({ store }: SimDevice, changeId: string): string | undefined =>
  store.read.get<{ code: string }>(
    'SELECT v.code FROM verdicts v JOIN journal j ON j.device_id = v.device_id AND j.mid = v.mid WHERE j.change_id = ?',
    changeId,
  )?.code;
