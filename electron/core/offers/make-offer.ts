import { deductedAdvances } from '../../../shared/advances/rules.ts';
import type { CaseId } from '../../../shared/kernel/ids.ts';
import { problem, type Problem } from '../../../shared/kernel/problem.ts';
import { err, ok, type Result } from '../../../shared/kernel/result.ts';
import { offer } from '../../../shared/offers/model.ts';
import { nextVersion } from '../../../shared/offers/rules.ts';
import { injuredParty } from '../../../shared/parties/model.ts';
import { findRow } from '../../db/rows.ts';
import { allowed } from '../people/allowed.ts';
import type { Session } from '../session.ts';
import { advancesOfParty, itemsOfParty, offersOfParty } from './offer-rows.ts';

type Input = { caseId: CaseId; partyId: string; explanation: string };

/** Makes the next version of the party's offer from the amounts allowed on its items; what was paid before is taken off the rest. */
export const makeOffer = (session: Session, { caseId, partyId, explanation }: Input): Result<{ id: string; version: number }, Problem> => {
  const right = allowed(session, 'offer.make', caseId);
  if (!right.ok) return right;
  const party = findRow(session.read, injuredParty, partyId);
  if (!party || party.caseId !== caseId || party.voidReason !== null) return err(problem('not-found', 'partyId'));
  const items = itemsOfParty(session.read, partyId);
  const version = nextVersion(items, offersOfParty(session.read, partyId));
  if (!version.ok) return version;
  const advancesFen = deductedAdvances(advancesOfParty(session.read, partyId), partyId);
  const amountFen = items.reduce((total, item) => total + (item.allowedFen ?? 0), 0);
  const id = session.ids.next();
  const words = explanation.trim() === '' ? null : explanation;
  const fields = { partyId, version: version.value, amountFen, advancesFen, explanation: words };
  const done = session.commit({ kind: 'make-offer', caseId, ops: [{ op: 'insert', entity: offer.name, id, fields }] });
  return done.ok ? ok({ id, version: version.value }) : done;
};
