import type { Handlers } from '../handlers.ts';
import { revealIdNumber } from './reveal-id-number.ts';
import { addParty, editParty } from './save-party.ts';

export const partiesHandlers: Handlers<'parties'> = {
  add: ({ session }, input) => addParty(session, input),
  edit: ({ session }, input) => editParty(session, input),
  revealIdNumber: ({ session }, input) => revealIdNumber(session, input),
};
