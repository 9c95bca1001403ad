import type { Handlers } from '../handlers.ts';
import { revealIdNumber } from '../parties/reveal-id-number.ts';
import { addParty, editParty } from '../parties/save-party.ts';
import { computingSession } from './computing-session.ts';

export const partiesHandlers: Handlers<'parties'> = {
  add: ({ session }, input) => addParty(session, input),
  edit: ({ session }, input) => editParty(computingSession(session, input.caseId), input),
  revealIdNumber: ({ session }, input) => revealIdNumber(session, input),
};
