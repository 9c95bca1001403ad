import { spawn, type ChildProcess } from 'node:child_process';
import { createInterface } from 'node:readline';

/** A process that may be killed at any moment and comes back on the same files and port. */
export type Victim = {
  name: string;
  /** Every line it said, over all its lives. */
  lines: unknown[];
  start(): Promise<void>;
  /** SIGKILL, as a power cut. */
  kill(): Promise<void>;
  /** Says a line to it and waits for the answer that `wanted` finds. */
  ask<T>(line: string, wanted: (said: unknown) => T | undefined): Promise<T>;
  end(): Promise<void>;
};

const longestAnswerMs = 90_000;

type Command = {
  name: string;
  args: () => string[];
  env?: NodeJS.ProcessEnv;
  isReady: (line: string) => boolean;
  onLine: (line: string) => unknown;
};

/** A child that ends without having been killed is what these rounds look for: it fails them. */
export const createVictim = ({ name, args, env = process.env, isReady, onLine }: Command): Victim => {
  const state: { child: ChildProcess | null; wanted: boolean; died: string | null } = { child: null, wanted: false, died: null };
  const lines: unknown[] = [];
  const heard = new Set<(said: unknown) => void>();
  const errors: string[] = [];
  const start = (): Promise<void> =>
    new Promise((resolve, reject) => {
      const child = spawn(process.execPath, args(), { env, stdio: ['pipe', 'pipe', 'pipe'] });
      Object.assign(state, { child, wanted: true });
      createInterface({ input: child.stdout }).on('line', (line) => {
        if (isReady(line)) resolve();
        const said = onLine(line);
        if (said !== undefined) lines.push(said);
        for (const listener of heard) listener(said);
      });
      child.stderr.on('data', (chunk: Buffer) => errors.push(chunk.toString()));
      child.stdin.on('error', () => undefined);
      child.once('exit', (code, signal) => {
        if (!state.wanted) return;
        state.died = `${name} ended by itself (${code ?? signal}): ${errors.join('').slice(-2_000)}`;
        reject(new Error(state.died));
      });
    });
  const stop = (signal: NodeJS.Signals): Promise<void> =>
    new Promise((resolve, reject) => {
      if (state.died !== null) return reject(new Error(state.died));
      const { child } = state;
      state.wanted = false;
      if (!child || child.exitCode !== null || child.signalCode !== null) return resolve();
      child.once('exit', () => resolve());
      child.kill(signal);
    });
  return {
    name,
    lines,
    start,
    kill: () => stop('SIGKILL'),
    end: () => stop('SIGTERM'),
    ask: (line, wanted) =>
      new Promise((resolve, reject) => {
        const listener = (said: unknown): void => {
          const found = wanted(said);
          if (found === undefined) return;
          heard.delete(listener);
          resolve(found);
        };
        heard.add(listener);
        const late = (): void => reject(new Error(`${name} did not answer: ${JSON.stringify(lines.slice(-3))}`));
        setTimeout(late, longestAnswerMs).unref();
        state.child?.once('exit', () => reject(new Error(`${name} ended while asked: ${errors.join('').slice(-2_000)}`)));
        state.child?.stdin?.write(`${line}\n`);
      }),
  };
};
