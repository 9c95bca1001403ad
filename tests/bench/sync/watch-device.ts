/** Child process: a real core that is signed in and waits; with each message it syncs once and says how long that took. */
import { setTimeout } from 'node:timers/promises';
import { openDevice } from './open-device.ts';

const [, , folder = '', url = '', password = ''] = process.argv;
const { sync, store, signIn, until } = await openDevice(folder);
const count = (): number => store.read.get<{ n: number }>('SELECT count(*) AS n FROM contact_logs')?.n ?? 0;
const atRest = async (): Promise<void> => {
  while (sync.runner.state().phase !== 'idle') await setTimeout(1);
};

await signIn(url, password);
await atRest();
console.log(JSON.stringify({ logs: count() }));

process.on('message', (wanted: { logs: number }) => {
  const began = performance.now();
  sync.runner.wake('hand');
  void until(() => count() >= wanted.logs)
    .then(atRest)
    .then(() => process.send?.({ ms: performance.now() - began }));
});
