import type { Handlers } from '../handlers.ts';
import { settlePromise } from './settle-promise.ts';

export const promisesHandlers: Handlers<'promises'> = {
  settle: ({ session }, input) => settlePromise(session, input),
};
