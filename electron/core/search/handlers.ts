import type { Handlers } from '../handlers.ts';
import { findCases } from './find-cases.ts';

export const searchHandlers: Handlers<'search'> = {
  find: ({ session }, input) => findCases(session, input),
};
