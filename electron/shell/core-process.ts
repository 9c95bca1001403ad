import { utilityProcess, type MessagePortMain, type UtilityProcess } from 'electron';
import type { CoreConfig, FromCore, KeyStore, LockReason, ToCore } from '../../shared/kernel/host-messages.ts';
import type { Log } from './log.ts';
import { waitingPrints } from './waiting-prints.ts';

/** The running core as the shell sees it: a process to which ports and a few facts are handed. */
export interface CoreProcess {
  connect(windowId: number, port: MessagePortMain): void;
  idle(seconds: number): void;
  lock(reason: LockReason): void;
  /** The page that waits to be printed under this id; null when there is none, or it was taken before. */
  takePrint(printId: string): Promise<string | null>;
  /** Ends the process and resolves when it is gone, so that the file is closed before the program ends. */
  stop(): Promise<void>;
}

export type CoreStart = {
  modulePath: string;
  config: CoreConfig;
  keyStore: KeyStore;
  log: Log;
  /** Asked after an unexpected end: may the core be started again? */
  mayRestart: () => boolean;
  onGone: () => void;
};

const stopMs = 3000;

/**
 * Keeps one core running. It is a process of its own, so a long query never freezes a window, and its crash costs no window;
 * windows notice their closed port and ask for a new one.
 */
export const startCoreProcess = (start: CoreStart): CoreProcess => {
  const state = { child: forkCore(start), stopping: false };

  const send = (message: ToCore, ports?: MessagePortMain[]): void => state.child.postMessage(message, ports);
  const prints = waitingPrints(send);

  const watch = (child: UtilityProcess): void => {
    child.on('message', (message: FromCore) => {
      if (message.type === 'print') prints.given(message);
      else void answer(child, message, start);
    });
    child.once('exit', (code) => {
      prints.gone();
      if (state.stopping) return;
      start.log('shell.core-exited', { exitCode: code });
      if (!start.mayRestart()) return start.onGone();
      state.child = forkCore(start);
      watch(state.child);
    });
  };
  watch(state.child);

  return {
    connect: (windowId, port) => send({ type: 'connect', windowId }, [port]),
    idle: (seconds) => send({ type: 'idle', seconds }),
    lock: (reason) => send({ type: 'lock', reason }),
    takePrint: prints.take,
    stop: () => {
      state.stopping = true;
      return ended(state.child);
    },
  };
};

const forkCore = ({ modulePath, config }: CoreStart): UtilityProcess => {
  // No secret, path or name goes through argv or the environment: both can be read by other programs of the same user.
  const child = utilityProcess.fork(modulePath, [], { serviceName: 'liubu-core', stdio: 'inherit' });
  const first: ToCore = { type: 'start', config };
  child.postMessage(first);
  return child;
};

const answer = async (
  child: UtilityProcess,
  message: Exclude<FromCore, { type: 'print' }>,
  { keyStore, log }: CoreStart,
): Promise<void> => {
  if (message.type === 'failed') log('shell.core-failed', { problem: message.code });
  if (message.type === 'ready' || message.type === 'failed') return;
  const { id } = message;
  const reply: ToCore =
    message.type === 'describe'
      ? { type: 'key-store', id, facts: await keyStore.describe() }
      : { type: 'secret', id, bytes: await keyStore[message.type](message.bytes) };
  child.postMessage(reply);
};

/** Asks the core to close its file; one that does not answer in time is ended, which its journal survives. */
const ended = (child: UtilityProcess): Promise<void> =>
  new Promise((resolve) => {
    if (child.pid === undefined) return resolve();
    const impatient = setTimeout(() => child.kill(), stopMs);
    child.once('exit', () => {
      clearTimeout(impatient);
      resolve();
    });
    const stop: ToCore = { type: 'stop' };
    child.postMessage(stop);
  });
