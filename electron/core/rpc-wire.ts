/** A two-way channel of whole messages to one window. */
export interface Wire {
  send(message: string | Uint8Array): void;
  onMessage(listener: (message: string | Uint8Array) => void): void;
  onClose(listener: () => void): void;
}

/** Between the JSON head and the bytes of a file. Source: peer protocol of oRPC 1.16, one byte 0xFF. */
const delimiter = 0xff;

type EventListenerLike = (event: { data: unknown }) => void;

/** The part of a WebSocket that the RPC handler uses, fed only with messages that have the protocol's shape. */
export type GuardedSocket = {
  send: (message: string | Uint8Array) => void;
  addEventListener: (type: 'message' | 'close', listener: EventListenerLike) => void;
};

/** Drops what is not a message of the protocol, so that no stranger's bytes reach the decoder or a log line. */
export const guardWire = (wire: Wire, log: (code: string) => void): GuardedSocket => ({
  send: (message) => wire.send(message),
  addEventListener: (type, listener) => {
    if (type === 'close') return wire.onClose(() => listener({ data: undefined }));
    wire.onMessage((message) => {
      if (isProtocolMessage(message)) listener({ data: message });
      else log('rpc.malformed');
    });
  },
});

const isProtocolMessage = (message: string | Uint8Array): boolean => {
  const head = readHead(message);
  if (typeof head !== 'object' || head === null) return false;
  const { i, t, p } = head as { i?: unknown; t?: unknown; p?: unknown };
  if (typeof i !== 'string' && typeof i !== 'number') return false;
  if (t === 4) return true;
  if (typeof p !== 'object' || p === null) return false;
  if (t === 3) return true;
  return (t === undefined || t === 1) && isPath((p as { u?: unknown }).u) && isHeaders((p as { h?: unknown }).h);
};

const isPath = (url: unknown): boolean => typeof url === 'string' && url.startsWith('/') && url.length < 4_096;

const isHeaders = (headers: unknown): boolean => headers === undefined || (typeof headers === 'object' && headers !== null);

const readHead = (message: string | Uint8Array): unknown => {
  try {
    if (typeof message === 'string') return JSON.parse(message);
    const end = message.indexOf(delimiter);
    return JSON.parse(new TextDecoder().decode(end === -1 ? message : message.subarray(0, end)));
  } catch {
    return null;
  }
};
