import type { Handlers } from '../handlers.ts';
import { correctDisclosure } from './correct-disclosure.ts';
import { listDisclosures, showMatrix } from './list-disclosures.ts';
import { readDisclosure } from './read-disclosure.ts';

export const disclosuresHandlers: Handlers<'disclosures'> = {
  ledger: ({ session }, input) => listDisclosures(session, input),
  read: ({ session }, input) => readDisclosure(session, input),
  correct: ({ session }, input) => correctDisclosure(session, input),
  matrix: ({ session }, input) => showMatrix(session, input),
};
