import type { Wire } from './rpc-wire.ts';

/** A message port of the desktop program, as its process hands it over; no Electron import is needed to use one. */
export interface HostPort {
  on(event: 'message', listener: (event: { data: unknown }) => void): unknown;
  on(event: 'close', listener: () => void): unknown;
  postMessage(message: unknown): void;
  start(): void;
}

/** Makes a wire of a port. What is neither text nor bytes cannot be a message of the protocol and is dropped. */
export const portWire = (port: HostPort): Wire => ({
  send: (message) => port.postMessage(message),
  onMessage: (listener) =>
    void port.on('message', ({ data }) => {
      if (typeof data === 'string' || data instanceof Uint8Array) listener(data);
      else if (data instanceof ArrayBuffer) listener(new Uint8Array(data));
    }),
  onClose: (listener) => void port.on('close', listener),
});
