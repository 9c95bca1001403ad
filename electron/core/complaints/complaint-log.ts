import { contactLog, type Channel } from '../../../shared/contacts/model.ts';
import type { Complaint } from '../../../shared/complaints/model.ts';
import type { DraftOperation } from '../session.ts';

type Said = { channel: Channel; contactAt: string; body: string };

/** A complaint is a contact, and so is the answer to it: the log is made in the same change, so that nobody types it twice. */
export const complaintLog = (
  id: string,
  { partyId, saidBy, saidByName }: Pick<Complaint, 'partyId' | 'saidBy' | 'saidByName'>,
  said: Said,
): DraftOperation => ({
  op: 'insert',
  entity: contactLog.name,
  id,
  fields: { partyId, step: 4, counterpart: saidBy, counterpartName: saidByName, outcome: 'reached', ...said },
});
