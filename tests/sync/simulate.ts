import type { CaseScope } from '../../shared/sync/entry.ts';
import type { EntriesReply, PlanReply } from '../../shared/sync/pull-messages.ts';
import type { PushReply } from '../../shared/sync/push-messages.ts';
import { keepState } from '../../electron/db/sync-state.ts';
import { act, type Made } from './actions.ts';
import { checkDevice, checkLists, compareWithFresh, hubEntries, surveyors, type Violation } from './check-end.ts';
import { createCoverage, type Coverage } from './coverage.ts';
import { seededDice } from './dice.ts';
import { createEventQueue } from './event-queue.ts';
import { nothingPlanted, type Planted } from './planted.ts';
import { createSimDevice, DeviceKilled, type SimDevice } from './sim-device.ts';
import { createSimHub, sha256, type Company } from './sim-hub.ts';
import { stepChecks } from './step-checks.ts';
import { createWire } from './wire.ts';

export type Options = { planted?: Planted; boards?: boolean; clockShiftMs?: number; minutes?: number; template: Uint8Array | null };
export type Run = {
  seed: number;
  steps: number;
  made: number;
  violations: Violation[];
  coverage: Coverage;
  log: string;
  state: string;
  trace: readonly string[];
};

const begin = Date.parse('2026-11-20T00:00:00.000Z');
const minute = 60_000;

/** One run from a seed: people work, everything breaks, then nothing breaks and it must all have come right. */
export const simulate = async (seed: number, company: Company, options: Options): Promise<Run> => {
  const planted = options.planted ?? nothingPlanted;
  const dice = seededDice(seed);
  const queue = createEventQueue(begin);
  const coverage = createCoverage();
  const made = new Map<string, Made & { by: string }>();
  const violations: Violation[] = [];
  const devices: SimDevice[] = [];
  const numbers = { count: 0 };
  const images = new Map<string, Uint8Array>();
  for (const name of ['surveyor', 'surveyor2', 'surveyorWest'] as const) surveyors.add(company.people[name]);
  const hub = createSimHub({ company, queue, dice, coverage, planted, announced: (scopes) => poke(scopes) });
  const hard = dice.next();
  const rates = { drop: 0.12 * hard, double: 0.08 * hard, late: 0.06 * hard, cut: 0.06 * hard, kill: 0.05 * hard };
  const checks = stepChecks(violations);
  const wire = createWire({
    queue,
    dice,
    coverage,
    hub,
    rates,
    planted,
    heard: (device, what, reply) => {
      if (what === 'entries') {
        checks.entriesHeard(device, reply as EntriesReply);
        if ((reply as EntriesReply).cases.some(({ mode }) => mode === 'reset')) coverage.add('reset');
      }
      if (what === 'plan' && (reply as PlanReply).evict.length > 0) coverage.add('evicted');
      if (what === 'push' || what === 'surrender') for (const { verdict } of (reply as PushReply).verdicts) coverage.add(verdict);
    },
  });
  const poke = (_scopes: readonly CaseScope[]): void => {
    for (const device of devices) {
      if (dice.chance(0.4)) coverage.add('poke-lost');
      else if (device.online) queue.after(50, `${device.name} poked`, () => device.runner?.wake('poke'));
    }
  };
  const loginAs = (person: string) => (body: unknown) =>
    wire.direct('login', { ...(body as object), loginName: person, password: person }, null);
  const add = (person: keyof Company['people'], name: string = person): SimDevice => {
    const device = createSimDevice({
      name,
      personId: company.people[person],
      index: (numbers.count += 1),
      template: options.template,
      queue,
      dice,
      coverage,
      planted,
      wire,
      boards: options.boards ?? false,
      onForget: () => undefined,
    });
    device.clockOffset = options.clockShiftMs ?? 0;
    devices.push(device);
    return device;
  };
  const personOf = (device: SimDevice): string => Object.entries(company.people).find(([, id]) => id === device.personId)?.[0] ?? '';
  const guarded = async (device: SimDevice, work: () => unknown): Promise<void> => {
    try {
      await work();
    } catch (error) {
      if (!(error instanceof DeviceKilled)) throw error;
      coverage.add('device-killed');
      device.kill();
      queue.after(dice.below(3 * minute), `${device.name} starts again`, () => device.restart());
    }
  };
  let ids = 0;
  const newId = (): string => {
    ids += 1;
    return `0193${(seed & 0xffff).toString(16).padStart(4, '0')}-0000-7000-8000-${ids.toString(16).padStart(8, '0')}${(Math.imul(ids, 0x6b) & 0xffff).toString(16).padStart(4, '0')}`;
  };
  const signIn = async (device: SimDevice): Promise<void> => {
    if (device.forgotten) return;
    if (device.store.read.get<{ n: number }>('SELECT count(*) AS n FROM devices')!.n > 1) coverage.add('renewed');
    const said = await device.signIn(loginAs(personOf(device)));
    if (said === 'revoked') device.store.sync.keep((db) => keepState(db, 'stop', { reason: null, revoked: true }));
    if (said === 'ok' || said === 'revoked') {
      device.kill();
      device.restart();
    }
  };

  /** The person is asked and confirms that the cases may go. */
  const confirm = (device: SimDevice): void => {
    device.store.sync.keep((db) => {
      keepState(db, 'evictOrder', { count: 1_000 });
      keepState(db, 'stop', null);
    });
    device.kill();
    device.restart();
  };

  for (const person of ['surveyor', 'surveyor2', 'handler', 'supervisor'] as const) add(person);
  if (dice.chance(0.4)) add('surveyor', 'surveyor-second');
  for (const device of devices) {
    await signIn(device);
    for (let first = 0; first < 2 && device.name === 'surveyor'; first += 1) await working(device);
  }

  async function working(device: SimDevice): Promise<void> {
    const parts = { device, dice, hub, company, coverage, newId };
    const before = device.store.read.get<{ seq: number }>('SELECT last_seq AS seq FROM devices WHERE retired_at IS NULL')?.seq ?? 0;
    try {
      const done = await act(parts);
      if (done) made.set(done.changeId, { ...done, by: device.name });
      if (done?.kind === 'assign-case') coverage.add('reassigned');
      if (done?.kind === 'decide-escalation') coverage.add('money-decided');
    } finally {
      // A change that was committed right before the process ended was made all the same.
      for (const row of device.store.read.all<{ id: string; caseId: string; kind: string }>(
        `SELECT change_id AS id, case_id AS caseId, kind FROM journal WHERE seq > ? AND origin = 'here' AND mid IS NOT NULL`,
        before,
      ))
        made.set(row.id, { changeId: row.id, caseId: row.caseId, kind: row.kind, by: made.get(row.id)?.by ?? device.name });
    }
  }

  const happens = async (): Promise<void> => {
    const device = dice.pick(devices.filter((one) => !one.forgotten));
    if (!device) return;
    const roll = dice.below(1000);
    if (roll < 640) return guarded(device, () => working(device));
    if (roll < 690) device.killIn = 1 + dice.below(40);
    else if (roll < 740) {
      device.online = false;
      queue.after(dice.below(8 * minute), `${device.name} online`, () => {
        device.online = true;
        device.runner?.wake('network');
      });
    } else if (roll < 770) {
      coverage.add('disk-full');
      device.fullFor = queue.now() + dice.below(2 * minute);
    } else if (roll < 800) {
      coverage.add('clock-jump');
      device.clockOffset = (options.clockShiftMs ?? 0) + (dice.below(21) - 10) * 86_400_000;
    } else if (roll < 830) images.set(device.name, device.image());
    else if (roll < 842) goBack(device);
    else if (roll < 890) await hub.replicate();
    else if (roll < 902) await hub.failOver();
    else if (roll < 930) await decide();
    else if (roll < 936 && devices.length > 2 && device.name !== 'handler') {
      coverage.add('revoked');
      await hub.revoke(device.store.sync.deviceId());
    } else if (roll < 942 && device.name === 'surveyor2') {
      coverage.add('role-moved');
      await hub.move(
        device.personId,
        dice.pick([company.branchOf[company.people.surveyorWest]!, company.branchOf[company.people.handler]!])!,
      );
    } else if (roll < 955) hub.restart();
    else if (roll < 962) clone(device);
    else await guarded(device, () => device.runner?.wake('wake-up'));
  };

  const goBack = (device: SimDevice): void => {
    const image = images.get(device.name);
    if (!image) return;
    coverage.add('older-image');
    device.goBackTo(image);
    forgetRolledBack(device);
    device.restart();
  };

  const clone = (device: SimDevice): void => {
    if (devices.length > 6 || device.forgotten) return;
    coverage.add('cloned');
    const twin = add(personOf(device) as keyof Company['people'], `${device.name}-clone-${devices.length}`);
    twin.goBackTo(device.image());
    twin.restart();
  };

  /** What only the lost disk knew is nobody's promise any more; what the hub heard of still is. */
  const forgetRolledBack = (device: SimDevice): void => {
    for (const [changeId, one] of made) {
      if (one.by === device.name && !device.store.read.get('SELECT 1 FROM journal WHERE change_id = ?', changeId))
        made.set(changeId, { ...one, by: 'lost-disk' });
    }
  };

  const decide = async (): Promise<void> => {
    const who = company.people.handler;
    const waiting = await hub.quarantined(who);
    const one = waiting.ok ? dice.pick(waiting.value.waiting) : undefined;
    if (!one) return;
    const outcome = dice.chance(0.7) ? ('taken' as const) : ('dropped' as const);
    const done = await hub.decide(who, one.id, outcome);
    if (done.ok) coverage.add(outcome);
  };

  /** Runs until a time, taking killed devices and finished sessions as they come. */
  const until = async (end: number): Promise<void> => {
    for (;;) {
      try {
        if (!(await queue.step(end))) return;
      } catch (error) {
        if (!(error instanceof DeviceKilled)) throw error;
        const dead = devices.find((one) => one.name === error.message);
        if (dead) await guarded(dead, () => Promise.reject(error));
      }
      for (const device of devices) {
        checks.deviceAt(device);
        if (device.runner?.state().stop === 'mass-evict' && !device.askedIn) {
          device.askedIn = true;
          queue.after(minute, `${device.name} confirms`, async () => {
            device.askedIn = false;
            await guarded(device, () => confirm(device));
          });
        }
        if (device.runner?.state().stop === 'relogin' && !device.askedIn) {
          device.askedIn = true;
          queue.after(dice.below(minute), `${device.name} signs in`, async () => {
            device.askedIn = false;
            await guarded(device, () => signIn(device));
          });
        }
      }
    }
  };

  const end = begin + (options.minutes ?? 8) * minute;
  const schedule = (): void => {
    if (queue.now() >= end) return;
    queue.after(dice.below(9_000), 'something', async () => {
      await happens();
      schedule();
    });
  };
  schedule();
  await until(end);

  Object.assign(rates, { drop: 0, double: 0, late: 0, cut: 0, kill: 0 });
  hub.spare();
  for (const device of devices) {
    Object.assign(device, { online: true, killIn: 0, fullFor: 0 });
    device.restart();
    device.runner?.wake('network');
  }
  const drain = queue.now() + 7 * minute;
  while (queue.now() < drain) {
    await hub.replicate();
    await until(Math.min(drain, queue.now() + minute));
  }

  await checkAll();
  return {
    seed,
    steps: queue.steps(),
    made: made.size,
    violations,
    coverage,
    log: sha256(queue.log.join('\n')),
    trace: queue.log,
    state: sha256(JSON.stringify((await hubEntries(hub)).map(({ caseId, ver, changeId }) => [caseId, ver, changeId]))),
  };

  async function checkAll(): Promise<void> {
    const entries = await hubEntries(hub);
    const byId = new Map(entries.map((one) => [one.changeId, one]));
    const kept = await hub.query<{ text: string }>(
      `SELECT change_text AS text FROM quarantine UNION ALL SELECT change_text FROM verdicts WHERE change_text IS NOT NULL`,
    );
    const keptAtHub = new Set(kept.map(({ text }) => (JSON.parse(text) as { changeId: string }).changeId));
    violations.push(...checkLists(entries, made));
    for (const device of devices) {
      if (device.forgotten) {
        for (const [changeId, one] of made) {
          const handedIn = byId.has(changeId) || keptAtHub.has(changeId);
          if (one.by === device.name && !handedIn)
            violations.push({ invariant: 'I3', kind: 'lost', detail: `${device.name} was wiped with ${changeId} ${one.kind}` });
        }
        continue;
      }
      violations.push(...checkDevice({ device, entries: byId, keptAtHub, made }));
    }
    await compareAll();
  }

  async function compareAll(): Promise<void> {
    const freshBy = new Map<string, SimDevice>();
    for (const device of devices.filter((one) => !one.forgotten)) {
      const person = personOf(device) as keyof Company['people'];
      let fresh = freshBy.get(person);
      if (!fresh) {
        fresh = add(person, `fresh-${person}`);
        devices.pop();
        freshBy.set(person, fresh);
        fresh.start();
        fresh.kill();
        await signIn(fresh);
        await until(queue.now() + 2 * minute);
      }
      violations.push(...compareWithFresh(device, fresh));
    }
  }
};
