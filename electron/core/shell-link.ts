import type { FromCore, KeyStore, KeyStoreFacts, ToCore } from '../../shared/kernel/host-messages.ts';

type Reply = Extract<ToCore, { type: 'secret' | 'key-store' }>;

/** The operating system's key store, reached by asking the shell and waiting for its answer. */
export const remoteKeyStore = (send: (message: FromCore) => void): { keyStore: KeyStore; answered: (reply: Reply) => void } => {
  const waiting = new Map<number, (reply: Reply) => void>();
  let last = 0;
  const ask = (request: (id: number) => FromCore): Promise<Reply> =>
    new Promise((resolve) => {
      last += 1;
      waiting.set(last, resolve);
      send(request(last));
    });
  const secretOf = async (reply: Promise<Reply>): Promise<Uint8Array | null> => {
    const answer = await reply;
    return answer.type === 'secret' ? answer.bytes : null;
  };
  const factsOf = async (reply: Promise<Reply>): Promise<KeyStoreFacts> => {
    const answer = await reply;
    return answer.type === 'key-store' ? answer.facts : { strength: 'absent', backend: 'unknown' };
  };
  return {
    keyStore: {
      describe: () => factsOf(ask((id) => ({ type: 'describe', id }))),
      wrap: (bytes) => secretOf(ask((id) => ({ type: 'wrap', id, bytes }))),
      unwrap: (bytes) => secretOf(ask((id) => ({ type: 'unwrap', id, bytes }))),
    },
    answered: (reply) => {
      waiting.get(reply.id)?.(reply);
      waiting.delete(reply.id);
    },
  };
};
