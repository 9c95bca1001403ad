import { advance } from '../../../shared/advances/model.ts';
import { attachment } from '../../../shared/attachments/model.ts';
import type { CaseFile } from '../../../shared/cases/contract.ts';
import { caseEntity } from '../../../shared/cases/model.ts';
import { waitingOf } from '../../../shared/clocks/waiting.ts';
import { complaint } from '../../../shared/complaints/model.ts';
import { contactLog, question } from '../../../shared/contacts/model.ts';
import { damageItem, deduction } from '../../../shared/damages/model.ts';
import { disclosure } from '../../../shared/disclosures/model.ts';
import { diagnosis, doubt, injuryMark, treatmentEstimate, treatmentEvent } from '../../../shared/doctors/model.ts';
import { escalation, escalationRemark } from '../../../shared/escalations/model.ts';
import { drift } from '../../../shared/facts/drift-model.ts';
import { fact } from '../../../shared/facts/model.ts';
import { maskIdNumber } from '../../../shared/kernel/id-number.ts';
import { problem, type Problem } from '../../../shared/kernel/problem.ts';
import { err, ok, type Result } from '../../../shared/kernel/result.ts';
import { determination } from '../../../shared/letters/model.ts';
import { mediationRound } from '../../../shared/mediations/model.ts';
import { offerAcceptance } from '../../../shared/offers/acceptance-model.ts';
import { offer } from '../../../shared/offers/model.ts';
import { negotiation } from '../../../shared/offers/negotiation-model.ts';
import { paper, paperRequest } from '../../../shared/papers/model.ts';
import { injuredParty, type InjuredParty } from '../../../shared/parties/model.ts';
import { payment, satisfaction } from '../../../shared/payments/model.ts';
import { actions, may } from '../../../shared/people/access.ts';
import { promise } from '../../../shared/promises/model.ts';
import { statement } from '../../../shared/statements/model.ts';
import { stepEvent } from '../../../shared/steps/model.ts';
import { stepsOf } from '../../../shared/steps/rules.ts';
import type { Entity, Stored } from '../../../shared/sync/entity.ts';
import type { Reads } from '../../db/handles.ts';
import { findRow, selectRows } from '../../db/rows.ts';
import { loadSnapshot } from '../case-snapshot.ts';
import { clocksOfCase } from '../clocks/clock-rows.ts';
import { visible } from '../people/allowed.ts';
import { namesOfPeople } from '../people/person-rows.ts';
import type { Session } from '../session.ts';
import { readSettings } from '../settings/setting-rows.ts';
import { staleOffers } from './stale-offer.ts';

/** The whole file of one case in one answer, hidden rows included and ID numbers masked. */
export const openCase = (session: Session, { caseId }: { caseId: string }): Result<CaseFile, Problem> => {
  const seen = visible(session, caseId);
  if (!seen.ok) return seen;
  const { read } = session;
  const theCase = findRow(read, caseEntity, caseId);
  const file = loadSnapshot(read, caseId);
  if (!theCase || !file) return err(problem('not-found', 'caseId'));
  const { silentDays } = readSettings(read);
  const rows = rowsOf(read, caseId);
  const clocks = clocksOfCase(read, caseId);
  return ok({
    case: theCase,
    ...rows,
    steps: stepsOf(file, { silentDays, now: session.clock.now().at }),
    clocks,
    waiting: waitingOf(
      clocks,
      rows.logs,
      rows.parties.filter(({ voidReason }) => voidReason === null).map(({ id }) => id),
    ),
    may: actions.filter((action) => may(session.person().role, action, seen.value.state)),
    staleOffers: staleOffers(session, rows.offers),
    people: namesOfPeople(read),
  });
};

const rowsOf = (db: Reads, caseId: string) => {
  const all = <E extends Entity>(entity: E): Stored<E>[] => selectRows(db, entity, 'case_id = ? ORDER BY at, id', [caseId]);
  return {
    parties: all(injuredParty).map(masked),
    facts: all(fact),
    statements: all(statement),
    drifts: all(drift),
    logs: selectRows(db, contactLog, 'case_id = ? ORDER BY contact_at, id', [caseId]),
    questions: all(question),
    disclosures: all(disclosure),
    promises: all(promise),
    diagnoses: all(diagnosis),
    estimates: all(treatmentEstimate),
    doubts: all(doubt),
    marks: all(injuryMark),
    treatments: all(treatmentEvent),
    items: all(damageItem),
    deductions: all(deduction),
    advances: all(advance),
    rounds: all(mediationRound),
    offers: all(offer),
    acceptances: all(offerAcceptance),
    talks: all(negotiation),
    payments: all(payment),
    complaints: all(complaint),
    satisfactions: all(satisfaction),
    determinations: all(determination),
    escalations: all(escalation),
    remarks: all(escalationRemark),
    stepEvents: all(stepEvent),
    papers: all(paper),
    paperRequests: all(paperRequest),
    attachments: all(attachment),
  };
};

const masked = (party: InjuredParty): InjuredParty => ({
  ...party,
  idNumber: party.idNumber === null ? null : maskIdNumber(party.idNumber),
});
