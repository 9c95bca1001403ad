import { EventEmitter } from 'node:events';

export type PortData = string | Uint8Array;

/** One end of a message channel as Electron's main process holds it: messages wait until `start()`. */
export class StandInPort extends EventEmitter {
  readonly #deliver: (data: PortData) => void;
  readonly #closeFarEnd: () => void;
  #waiting: PortData[] | null = [];
  #open = true;

  constructor(deliver: (data: PortData) => void, closeFarEnd: () => void) {
    super();
    this.#deliver = deliver;
    this.#closeFarEnd = closeFarEnd;
  }

  get isOpen(): boolean {
    return this.#open;
  }

  postMessage(data: PortData): void {
    if (this.#open) this.#deliver(data);
  }

  start(): void {
    const waiting = this.#waiting ?? [];
    this.#waiting = null;
    for (const data of waiting) this.emit('message', { data, ports: [] });
  }

  close(): void {
    if (!this.#open) return;
    this.#closeFarEnd();
    this.farEndClosed();
  }

  /** The far end sent something. */
  receive(data: PortData): void {
    if (this.#waiting === null) this.emit('message', { data, ports: [] });
    else this.#waiting.push(data);
  }

  farEndClosed(): void {
    if (!this.#open) return;
    this.#open = false;
    this.emit('close');
  }
}

export type WireData = { text?: string; bytes?: string };

export const fromWire = ({ text, bytes }: WireData): PortData => text ?? new Uint8Array(Buffer.from(bytes ?? '', 'base64'));

export const toWire = (data: PortData): WireData =>
  typeof data === 'string' ? { text: data } : { bytes: Buffer.from(data).toString('base64') };
