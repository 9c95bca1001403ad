import type { CaseScope } from '../../shared/sync/entry.ts';
import type { EntriesReply, PlanReply } from '../../shared/sync/pull-messages.ts';
import type { PushReply } from '../../shared/sync/push-messages.ts';
import { checkEnd } from './check-end.ts';
import { hubEntries } from './check-lists.ts';
import { createCoverage, type Coverage } from './coverage.ts';
import { seededDice } from './dice.ts';
import { createEventQueue } from './event-queue.ts';
import { confirm, guarded, happens, holds, signIn, working } from './happenings.ts';
import { nothingPlanted } from './planted.ts';
import { isRefusal, minute, type MadeBy, type Options, type Person, type Run } from './run.ts';
import { replay } from './replay.ts';
import { comeToRest } from './settle.ts';
import { createSimDevice, DeviceKilled, type SimDevice } from './sim-device.ts';
import { createSimHub, sha256, type Company } from './sim-hub.ts';
import { stepChecks, type StepChecks } from './step-checks.ts';
import type { Violation } from './violation.ts';
import { createWire } from './wire.ts';

export type Outcome = {
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

/** One run from a seed: people work, everything breaks, then nothing breaks and it must all have come right. */
export const simulate = async (seed: number, company: Company, options: Options): Promise<Outcome> => {
  const { run, checks } = startRun(seed, company, options);
  for (const person of ['surveyor', 'surveyor2', 'handler', 'supervisor'] as const) run.add(person);
  if (run.dice.chance(0.4)) run.add('surveyor', 'surveyor-second');
  if (run.dice.chance(0.6)) run.dice.pick(run.devices)!.older = true;
  for (const device of run.devices) {
    await signIn(run, device);
    for (let first = 0; first < 2 && device.name === 'surveyor'; first += 1) await working(run, device);
  }
  const end = begin + (options.minutes ?? 8) * minute;
  const schedule = (): void => {
    const ms = run.dice.below(9_000);
    if (run.queue.now() + ms >= end) return;
    run.queue.after(ms, 'something', async () => {
      await happens(run);
      schedule();
    });
  };
  schedule();
  const until = (time: number): Promise<void> => runUntil(run, checks, time);
  await until(end);
  await comeToRest(run, until);
  await checkEnd(run, until);
  if (options.replay) run.violations.push(...(await replay(run)));
  const outcome = await outcomeOf(run);
  await endRun(run);
  return outcome;
};

/** Lets go of every database: what lies in memory would stay there until it is collected, thousands of runs long. */
export const endRun = async ({ devices, hub }: Run): Promise<void> => {
  for (const device of devices) {
    device.kill();
    device.store.close();
  }
  await hub.close();
};

const outcomeOf = async ({ seed, queue, made, violations, coverage, hub }: Run): Promise<Outcome> => ({
  seed,
  steps: queue.steps(),
  made: made.size,
  violations,
  coverage,
  log: sha256(queue.log.join('\n')),
  trace: queue.log,
  state: sha256(JSON.stringify((await hubEntries(hub)).map(({ caseId, ver, changeId }) => [caseId, ver, changeId]))),
});

/** A company at work before anybody has come: no device, no fault. */
export const startRun = (seed: number, company: Company, options: Options): { run: Run; checks: StepChecks } => {
  const planted = options.planted ?? nothingPlanted;
  const [dice, queue, coverage] = [seededDice(seed), createEventQueue(begin), createCoverage()];
  const violations: Violation[] = [];
  const devices: SimDevice[] = [];
  const checks = stepChecks(violations);
  const poke = (_scopes: readonly CaseScope[]): void => {
    for (const device of devices) {
      if (dice.chance(0.4)) coverage.add('poke-lost');
      else if (device.online) queue.after(50, `${device.name} poked`, () => device.runner?.wake('poke'));
    }
  };
  const hub = createSimHub({ company, queue, dice, coverage, planted, announced: poke });
  const hard = dice.next();
  const rates = { drop: 0.12 * hard, double: 0.08 * hard, late: 0.06 * hard, cut: 0.06 * hard, kill: 0.05 * hard, alter: 0.06 * hard };
  const refused = new Set<string>();
  const heard = (device: SimDevice, what: string, reply: unknown): void => {
    if (what === 'entries') {
      checks.entriesHeard(device, reply as EntriesReply);
      if ((reply as EntriesReply).cases.some(({ mode }) => mode === 'reset')) coverage.add('reset');
    }
    if (what === 'plan' && (reply as PlanReply).evict.length > 0) coverage.add('evicted');
    if (what !== 'push' && what !== 'surrender') return;
    if ((reply as PushReply).stopped === 'epoch') coverage.add('other-epoch');
    for (const { mid, verdict } of (reply as PushReply).verdicts) {
      coverage.add(verdict);
      if (isRefusal(verdict)) refused.add(`${device.store.sync.deviceId()} ${mid} ${verdict}`);
    }
  };
  const made = new Map<string, MadeBy>();
  const [excused, takenBack] = [new Set<string>(), new Map<string, number>()];
  const gaveBack = (changeId: string, server: number): void => {
    const isHeld = devices.some((device) => !device.forgotten && holds(device, changeId));
    if (server < (takenBack.get(changeId) ?? 0) && !isHeld) excused.add(changeId);
  };
  const wire = createWire({ queue, dice, coverage, hub, rates, planted, heard, gaveBack });
  const [numbers, ids] = [{ count: 0 }, { count: 0 }];
  const add = (person: Person, name: string = person): SimDevice => {
    numbers.count += 1;
    const parts = {
      name,
      personId: company.people[person],
      index: numbers.count,
      files: options.files,
      boards: options.boards ?? false,
      photos: options.photos ?? false,
    };
    const device = createSimDevice({ ...parts, queue, dice, coverage, planted, wire });
    device.clockShift = options.clockShiftMs?.(numbers.count) ?? 0;
    device.clockOffset = device.clockShift;
    devices.push(device);
    return device;
  };
  const newId = (): string => {
    ids.count += 1;
    const { count } = ids;
    return `0193${hex(seed & 0xffff, 4)}-0000-7000-8000-${hex(count, 8)}${hex(Math.imul(count, 0x6b) & 0xffff, 4)}`;
  };
  const kept = {
    newId,
    made,
    excused,
    takenBack,
    refused,
    revoked: new Set<string>(),
    images: new Map<string, Uint8Array>(),
    lostFiles: new Set<string>(),
  };
  return { run: { seed, company, options, planted, dice, queue, coverage, hub, wire, rates, devices, violations, add, ...kept }, checks };
};

const hex = (value: number, digits: number): string => value.toString(16).padStart(digits, '0');

/** Runs until a time, taking killed devices and finished sessions as they come. */
export const runUntil = async (run: Run, checks: StepChecks, end: number): Promise<void> => {
  for (;;) {
    try {
      if (!(await run.queue.step(end))) return;
    } catch (error) {
      if (!(error instanceof DeviceKilled)) throw error;
      const dead = run.devices.find((one) => one.name === error.message);
      if (dead) await guarded(run, dead, () => Promise.reject(error));
    }
    for (const device of run.devices) {
      checks.deviceAt(device);
      askIn(run, device);
    }
  }
};

/** Some stops end only when the person does something: confirms, or signs in. */
const askIn = (run: Run, device: SimDevice): void => {
  const stop = device.runner?.state().stop;
  if (device.askedIn || (stop !== 'mass-evict' && stop !== 'relogin')) return;
  device.askedIn = true;
  const confirms = stop === 'mass-evict';
  run.queue.after(confirms ? minute : run.dice.below(minute), `${device.name} ${confirms ? 'confirms' : 'signs in'}`, async () => {
    device.askedIn = false;
    await guarded(run, device, () => (confirms ? confirm(device) : signIn(run, device)));
  });
};
