import type { Handlers } from '../handlers.ts';
import { listPromises } from './list-promises.ts';
import { promiseSharesOf } from './promise-shares.ts';
import { settlePromise } from './settle-promise.ts';

export const promisesHandlers: Handlers<'promises'> = {
  ledger: ({ session }, input) => listPromises(session, input),
  shares: ({ session }) => promiseSharesOf(session),
  settle: ({ session }, input) => settlePromise(session, input),
};
