import { expect, onTestFinished, test } from 'vitest';
import { changedStream } from '../../../../electron/core/vault/changed-stream.ts';
import type { CoreEvent } from '../../../../electron/core/core-options.ts';
import { addTestCase, openTestCore, testPasscode } from '../../../support/core.ts';

test('a window hears of every change once, and of locking and unlocking', async () => {
  const { core, session } = await openTestCore(onTestFinished);
  const heard: CoreEvent[] = [];
  onTestFinished(core.subscribe((event) => void heard.push(event)));
  const caseId = addTestCase(session);
  core.vault.lock();
  await core.vault.unlock({ passcode: testPasscode });
  expect(heard).toEqual([
    { slugs: ['cases', 'clocks', 'search'], caseId, vault: false },
    { slugs: [], caseId: null, vault: true },
    { slugs: [], caseId: null, vault: true },
  ]);
});

test('events that come while a window is busy wait for it in order', async () => {
  const { core, session } = await openTestCore(onTestFinished);
  const gone = new AbortController();
  const stream = changedStream(core.subscribe, gone.signal);
  const first = stream.next();
  const cases = [addTestCase(session), addTestCase(session), addTestCase(session)];
  const rest = [await first, await stream.next(), await stream.next()];
  expect(rest.map(({ value }) => (value as CoreEvent).caseId)).toEqual(cases);
  gone.abort();
  expect((await stream.next()).done).toBe(true);
});

test('a window that goes away while it waits is let go at once', async () => {
  const listeners = new Set<(event: CoreEvent) => void>();
  const gone = new AbortController();
  const subscribe = (listener: (event: CoreEvent) => void) => {
    listeners.add(listener);
    return () => void listeners.delete(listener);
  };
  const next = changedStream(subscribe, gone.signal).next();
  expect(listeners.size).toBe(1);
  gone.abort();
  expect((await next).done).toBe(true);
  expect(listeners.size).toBe(0);
});

test('a window that stops listening by itself is let go as well', async () => {
  const { core, session } = await openTestCore(onTestFinished);
  const heard: CoreEvent[] = [];
  for await (const event of changedStream((listener) => {
    const stop = core.subscribe(listener);
    addTestCase(session);
    return stop;
  }, new AbortController().signal)) {
    heard.push(event);
    break;
  }
  expect(heard).toHaveLength(1);
});
