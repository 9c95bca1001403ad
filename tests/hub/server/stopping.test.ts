import { spawn } from 'node:child_process';
import { chmodSync, existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, it, onTestFinished } from 'vitest';
import { freshDatabase } from '../support/stores.ts';

const program = fileURLToPath(new URL('../../../hub/main.ts', import.meta.url));

/** The hub as `npm run hub` starts it, in a process group of its own, as a terminal gives it. */
const started = async (env: NodeJS.ProcessEnv) => {
  const folder = mkdtempSync(join(tmpdir(), 'liubu-stop-'));
  // PostgreSQL runs as a user of its own when the tests run as root.
  chmodSync(folder, 0o755);
  const child = spawn(process.execPath, [program], {
    env: { ...process.env, ...env, LIUBU_HUB_DATA: folder, LIUBU_HUB_PORT: '0' },
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: true,
  });
  const ended = new Promise<number | null>((resolve) => child.once('exit', resolve));
  onTestFinished(async () => {
    if (child.exitCode === null) child.kill('SIGKILL');
    await ended;
    rmSync(folder, { recursive: true, force: true });
  });
  await new Promise<void>((resolve, reject) => {
    child.stdout.on('data', (chunk: Buffer) => (chunk.toString().includes('Liubu hub is ready at') ? resolve() : undefined));
    child.once('exit', (code) => reject(new Error(`ended with ${code}`)));
  });
  return { folder, pid: child.pid ?? 0, ended };
};

it("over the company's own PostgreSQL, SIGTERM ends it in order", async () => {
  const { pid, ended } = await started({ DATABASE_URL: await freshDatabase() });
  process.kill(pid, 'SIGTERM');
  expect(await ended).toBe(0);
});

it('Ctrl+C in a terminal, which reaches PostgreSQL too, ends both in order', async () => {
  const { DATABASE_URL: _unused, ...env } = process.env;
  const { pid, ended, folder } = await started(env);
  process.kill(-pid, 'SIGINT');
  expect(await ended).toBe(0);
  expect(existsSync(join(folder, 'postgres', 'postmaster.pid'))).toBe(false);
});
