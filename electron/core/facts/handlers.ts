import type { Handlers } from '../handlers.ts';
import { addFacts } from './add-facts.ts';
import { closeDrift, ownDrift, reopenDrift } from './settle-drift.ts';

export const factsHandlers: Handlers<'facts'> = {
  add: ({ session }, input) => addFacts(session, input),
  ownDrift: ({ session }, input) => ownDrift(session, input),
  closeDrift: ({ session }, input) => closeDrift(session, input),
  reopenDrift: ({ session }, input) => reopenDrift(session, input),
};
