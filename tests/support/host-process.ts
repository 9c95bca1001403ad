import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../..', import.meta.url));

/** The built browser host in a process of its own, as `npm start` runs it. */
export type HostProcess = {
  dataFolder: string;
  /** The newest one-time address. */
  address(): string;
  /** Ends the process at once, as a power cut would. */
  kill(): Promise<void>;
  /** Starts again on the same folder and port. */
  restart(): Promise<void>;
  /** Ends the process and removes the folder. */
  end(): Promise<void>;
};

const addressPattern = /http:\/\/127\.0\.0\.1:(\d+)\/\?token=[\w-]+/g;

const start = (dataFolder: string, port: number, onAddress: (address: string, port: number) => void): Promise<ChildProcess> =>
  new Promise((resolve, reject) => {
    const env = { ...process.env, LIUBU_DATA: dataFolder, LIUBU_PORT: String(port), LIUBU_OPEN: '0' };
    const child = spawn(process.execPath, [join(root, 'out', 'browser-host', 'main.js')], { env, stdio: ['ignore', 'pipe', 'pipe'] });
    const output: string[] = [];
    const read = (chunk: Buffer): void => {
      output.push(chunk.toString());
      for (const match of chunk.toString().matchAll(addressPattern)) onAddress(match[0], Number(match[1]));
      if (output.join('').includes('Liubu is ready at')) resolve(child);
    };
    child.stdout.on('data', read);
    child.stderr.on('data', (chunk: Buffer) => output.push(chunk.toString()));
    child.once('exit', (code) => reject(new Error(`the browser host ended with ${code}: ${output.join('')}`)));
  });

const gone = (child: ChildProcess): Promise<void> =>
  new Promise((resolve) => {
    if (child.exitCode !== null || child.signalCode !== null) return resolve();
    child.once('exit', () => resolve());
    child.kill('SIGKILL');
  });

/** A host on a folder of its own, which it removes at the end, or on one that another host uses. */
export const startHostProcess = async (shared: { dataFolder?: string } = {}): Promise<HostProcess> => {
  const dataFolder = shared.dataFolder ?? mkdtempSync(join(tmpdir(), 'liubu-e2e-'));
  let newest = '';
  let port = 0;
  const onAddress = (address: string, listens: number): void => {
    newest = address;
    port = listens;
  };
  let child = await start(dataFolder, 0, onAddress);
  return {
    dataFolder,
    address: () => newest,
    kill: () => gone(child),
    restart: async () => {
      await gone(child);
      child = await start(dataFolder, port, onAddress);
    },
    end: async () => {
      await gone(child);
      if (shared.dataFolder === undefined) rmSync(dataFolder, { recursive: true, force: true });
    },
  };
};
