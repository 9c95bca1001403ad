import type { Handlers } from '../handlers.ts';
import { listPromises } from './list-promises.ts';
import { settlePromise } from './settle-promise.ts';

export const promisesHandlers: Handlers<'promises'> = {
  ledger: ({ session }, input) => listPromises(session, input),
  settle: ({ session }, input) => settlePromise(session, input),
};
