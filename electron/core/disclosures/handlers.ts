import type { Handlers } from '../handlers.ts';
import { correctDisclosure } from './correct-disclosure.ts';
import { listDisclosures, showMatrix } from './list-disclosures.ts';

export const disclosuresHandlers: Handlers<'disclosures'> = {
  ledger: ({ session }, input) => listDisclosures(session, input),
  correct: ({ session }, input) => correctDisclosure(session, input),
  matrix: ({ session }, input) => showMatrix(session, input),
};
