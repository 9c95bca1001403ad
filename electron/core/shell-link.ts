import type { FromCore, KeyStore, ToCore } from '../../shared/kernel/host-messages.ts';

type Request = { type: 'wrap' | 'unwrap'; bytes: Uint8Array };

/** The operating system's key store, reached by asking the shell and waiting for its answer. */
export const remoteKeyStore = (
  send: (message: FromCore) => void,
): { keyStore: KeyStore; answered: (reply: Extract<ToCore, { type: 'secret' }>) => void } => {
  const waiting = new Map<number, (bytes: Uint8Array | null) => void>();
  let last = 0;
  const ask = (request: Request): Promise<Uint8Array | null> =>
    new Promise((resolve) => {
      last += 1;
      waiting.set(last, resolve);
      send({ ...request, id: last });
    });
  return {
    keyStore: { wrap: (bytes) => ask({ type: 'wrap', bytes }), unwrap: (bytes) => ask({ type: 'unwrap', bytes }) },
    answered: ({ id, bytes }) => {
      waiting.get(id)?.(bytes);
      waiting.delete(id);
    },
  };
};
