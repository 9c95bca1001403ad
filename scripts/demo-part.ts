import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';

/** One process of the demo. */
export type Part = {
  /** Resolves with its line that says so; rejects when it ends before. */
  ready: Promise<void>;
  output(): string;
  /** The first group of a pattern in what it said. */
  word(pattern: RegExp): string;
  end(): Promise<void>;
};

type Options = { args: string[]; env: NodeJS.ProcessEnv; onLine: (line: string) => void; onEnd: (output: string) => void };

const longestEndMs = 15_000;

export const startPart = (program: string, { args, env, onLine, onEnd }: Options): Part => {
  // A process group of its own: Ctrl+C reaches the demo alone, which ends its parts in order.
  const child = spawn(process.execPath, [program, ...args], {
    env,
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: process.platform !== 'win32',
  });
  const said: string[] = [];
  child.stderr.on('data', (chunk: Buffer) => said.push(chunk.toString()));
  const ready = new Promise<void>((resolve, reject) => {
    createInterface({ input: child.stdout }).on('line', (line) => {
      said.push(`${line}\n`);
      onLine(line);
      if (/^Liubu( hub)? is ready at /.test(line)) resolve();
    });
    child.once('error', reject);
    child.once('exit', () => {
      reject(new Error(said.join('').trim()));
      onEnd(said.join(''));
    });
  });
  const isGone = (): boolean => child.exitCode !== null || child.signalCode !== null;
  return {
    ready,
    output: () => said.join(''),
    word: (pattern) => pattern.exec(said.join(''))?.[1] ?? '',
    end: () =>
      new Promise((resolve) => {
        if (isGone()) return resolve();
        child.once('exit', () => resolve());
        child.kill('SIGTERM');
        setTimeout(() => child.kill('SIGKILL'), longestEndMs).unref();
      }),
  };
};
