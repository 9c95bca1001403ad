import { fork, type ChildProcess } from 'node:child_process';
import { EventEmitter } from 'node:events';
import type { PortData, StandInPort } from './ports.ts';

const shim = new URL('./utility-child.mjs', import.meta.url).href;

type Packet = { message?: unknown; port?: number; data?: PortData; closed?: boolean };

/** A utility process as an ordinary Node process: the built core runs in it unchanged, with its own memory and its own end. */
class StandInUtilityProcess extends EventEmitter {
  readonly #child: ChildProcess;
  readonly #ports = new Map<number, StandInPort>();

  constructor(modulePath: string, args: readonly string[]) {
    super();
    this.#child = fork(modulePath, args, {
      execArgv: ['--import', shim],
      serialization: 'advanced',
      stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
    });
    this.#child.on('message', (packet: Packet) => this.#receive(packet));
    this.#child.once('spawn', () => this.emit('spawn'));
    this.#child.once('exit', (code) => {
      for (const port of this.#ports.values()) port.close();
      this.emit('exit', code ?? 1);
    });
  }

  get pid(): number | undefined {
    return this.#child.exitCode === null && this.#child.signalCode === null ? this.#child.pid : undefined;
  }

  /** Ports handed to the process and not closed since. */
  get openPorts(): number {
    return [...this.#ports.values()].filter((port) => port.isOpen).length;
  }

  kill(): boolean {
    return this.#child.kill();
  }

  postMessage(message: unknown, transfer: readonly StandInPort[] = []): void {
    const ids = transfer.map((port) => this.#adopt(port));
    this.#send({ message, ports: ids });
  }

  #adopt(port: StandInPort): number {
    const id = this.#ports.size + 1;
    this.#ports.set(id, port);
    port.on('message', ({ data }: { data: PortData }) => this.#send({ port: id, data }));
    port.on('close', () => this.#send({ port: id, closed: true }));
    // The packet that names the port must leave before the port's first message.
    queueMicrotask(() => port.start());
    return id;
  }

  #send(packet: Packet & { ports?: number[] }): void {
    if (this.#child.connected) this.#child.send(packet);
  }

  #receive({ message, port, data, closed }: Packet): void {
    if (port === undefined) this.emit('message', message);
    else if (closed) this.#ports.get(port)?.close();
    else if (data !== undefined) this.#ports.get(port)?.postMessage(data);
  }
}

export type { StandInUtilityProcess };
export const forkUtility = (modulePath: string, args: readonly string[]): StandInUtilityProcess =>
  new StandInUtilityProcess(modulePath, args);
