import { advance } from '../advances/model.ts';
import { assignment } from '../assignments/model.ts';
import { attachment } from '../attachments/model.ts';
import { caseEntity } from '../cases/model.ts';
import { clockRuleSet } from '../clocks/model.ts';
import { complaint } from '../complaints/model.ts';
import { contactLog, question } from '../contacts/model.ts';
import { damageItem, deduction } from '../damages/model.ts';
import { disclosure } from '../disclosures/model.ts';
import { diagnosis, doubt, injuryMark, treatmentEstimate, treatmentEvent } from '../doctors/model.ts';
import { printedDocument } from '../documents/model.ts';
import { escalation, escalationRemark } from '../escalations/model.ts';
import { drift } from '../facts/drift-model.ts';
import { fact } from '../facts/model.ts';
import { determination } from '../letters/model.ts';
import { mediationRound } from '../mediations/model.ts';
import { offerAcceptance } from '../offers/acceptance-model.ts';
import { offer } from '../offers/model.ts';
import { negotiation } from '../offers/negotiation-model.ts';
import { paper, paperRequest } from '../papers/model.ts';
import { injuredParty } from '../parties/model.ts';
import { payment, satisfaction } from '../payments/model.ts';
import { person, unmasking } from '../people/model.ts';
import { bill } from '../settlement/bill-model.ts';
import { calculation } from '../settlement/calculation-model.ts';
import { scenarioSet } from '../scenarios/model.ts';
import { calculationBasis, partyBasis } from '../settlement/model.ts';
import { promise } from '../promises/model.ts';
import { standardsPack } from '../standards/model.ts';
import { statement } from '../statements/model.ts';
import { stepEvent } from '../steps/model.ts';
import { undoing } from '../undo/model.ts';
import type { Entity } from './entity.ts';
import { resolution } from './resolution.ts';
import { voiding } from './voiding.ts';

/** Every entity that a change may touch. Parents stand before children: tables are rebuilt in this order. */
export const entities = [
  person,
  clockRuleSet,
  standardsPack,
  caseEntity,
  injuredParty,
  contactLog,
  question,
  disclosure,
  promise,
  fact,
  statement,
  drift,
  diagnosis,
  treatmentEstimate,
  doubt,
  injuryMark,
  treatmentEvent,
  calculationBasis,
  partyBasis,
  damageItem,
  deduction,
  bill,
  calculation,
  offer,
  offerAcceptance,
  negotiation,
  payment,
  satisfaction,
  complaint,
  determination,
  scenarioSet,
  escalation,
  escalationRemark,
  stepEvent,
  paper,
  paperRequest,
  printedDocument,
  attachment,
  advance,
  mediationRound,
  unmasking,
  undoing,
  assignment,
  resolution,
  voiding,
] as const satisfies readonly Entity[];

export type EntityName = (typeof entities)[number]['name'];

/** Looks an entity up by the name a change carries; undefined for a name this version does not know. */
export const entityByName = (name: string): Entity | undefined => byName.get(name);

const byName: ReadonlyMap<string, Entity> = new Map(entities.map((entity) => [entity.name, entity]));
