import type { Handlers } from '../handlers.ts';
import { listDisclosures, showMatrix } from './list-disclosures.ts';

export const disclosuresHandlers: Handlers<'disclosures'> = {
  ledger: ({ session }, input) => listDisclosures(session, input),
  matrix: ({ session }, input) => showMatrix(session, input),
};
