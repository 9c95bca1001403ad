import type { Handlers } from '../handlers.ts';
import { addFacts } from './add-facts.ts';

export const factsHandlers: Handlers<'facts'> = {
  add: ({ session }, input) => addFacts(session, input),
};
