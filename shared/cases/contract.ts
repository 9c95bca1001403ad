import { z } from 'zod';
import { advance } from '../advances/model.ts';
import { attachment } from '../attachments/model.ts';
import { clockViewSchema } from '../clocks/view.ts';
import { waitingSchema } from '../clocks/waiting.ts';
import { contactLog, question } from '../contacts/model.ts';
import { complaint } from '../complaints/model.ts';
import { driftEffectsSchema } from '../settlement/drift-contract.ts';
import { damageItem, damageKinds, deduction } from '../damages/model.ts';
import { disclosure } from '../disclosures/model.ts';
import { diagnosis, doubt, injuryMark, treatmentEstimate, treatmentEvent } from '../doctors/model.ts';
import { escalation, escalationRemark } from '../escalations/model.ts';
import { drift } from '../facts/drift-model.ts';
import { fact } from '../facts/model.ts';
import { procedure } from '../kernel/procedure.ts';
import { determination } from '../letters/model.ts';
import { mediationRound } from '../mediations/model.ts';
import { offerAcceptance } from '../offers/acceptance-model.ts';
import { offer } from '../offers/model.ts';
import { negotiation } from '../offers/negotiation-model.ts';
import { paper, paperRequest } from '../papers/model.ts';
import { injuredParty } from '../parties/model.ts';
import { staleReasons } from '../offers/stale.ts';
import { payment, satisfaction } from '../payments/model.ts';
import { actions } from '../people/access.ts';
import { promise } from '../promises/model.ts';
import { statement } from '../statements/model.ts';
import { stepEvent, stepStates } from '../steps/model.ts';
import { stepViewSchema } from '../steps/view.ts';
import { storedSchema, valuesSchema } from '../sync/entity.ts';
import { caseEntity, caseStates, severities } from './model.ts';

export const caseSorts = ['next-due', 'reported', 'last-contact', 'report-number'] as const;

export const caseFilterSchema = z.strictObject({
  /** Words, plate, pinyin initials, tails; empty finds all. */
  text: z.string().max(200),
  state: z.enum(caseStates).nullable(),
  severity: z.enum(severities).nullable(),
  ownerName: z.string().max(200).nullable(),
  hospital: z.string().max(200).nullable(),
  /** Only cases whose step has this state. */
  step: z.strictObject({ step: z.number().int().min(1).max(6), state: z.enum(stepStates) }).nullable(),
  /** `overdue`: the next clock has passed. `silent`: no contact for longer than the setting. `escalated`: a request waits. */
  attention: z.enum(['overdue', 'silent', 'escalated']).nullable(),
  sort: z.enum(caseSorts),
  descending: z.boolean(),
});
export type CaseFilter = z.infer<typeof caseFilterSchema>;

export const caseLineSchema = z.object({
  id: z.string(),
  reportNumber: z.string(),
  plate: z.string().nullable(),
  insuredName: z.string().nullable(),
  partyNames: z.array(z.string()),
  partyCount: z.number().int(),
  hospital: z.string().nullable(),
  accidentAt: z.string().nullable(),
  reportedAt: z.string().nullable(),
  severity: z.enum(severities).nullable(),
  ownerName: z.string().nullable(),
  state: z.enum(caseStates),
  /** State of steps 1 to 6 over all injured parties: the least advanced one that has begun decides. */
  dots: z.array(z.enum(stepStates)).length(6),
  /** The next clock with for whom the case waits and since when. */
  nextClock: clockViewSchema
    .pick({ kind: true, basis: true, dueAt: true, waitingFor: true, startedAt: true, ruleVersion: true })
    .nullable(),
  lastContactAt: z.string().nullable(),
});
export type CaseLine = z.infer<typeof caseLineSchema>;

/** Everything one case page shows, in one answer. Level-1 data is masked. */
export const caseFileSchema = z.object({
  case: storedSchema(caseEntity),
  parties: z.array(storedSchema(injuredParty)),
  facts: z.array(storedSchema(fact)),
  statements: z.array(storedSchema(statement)),
  drifts: z.array(storedSchema(drift)),
  logs: z.array(storedSchema(contactLog)),
  questions: z.array(storedSchema(question)),
  disclosures: z.array(storedSchema(disclosure)),
  promises: z.array(storedSchema(promise)),
  diagnoses: z.array(storedSchema(diagnosis)),
  estimates: z.array(storedSchema(treatmentEstimate)),
  doubts: z.array(storedSchema(doubt)),
  marks: z.array(storedSchema(injuryMark)),
  treatments: z.array(storedSchema(treatmentEvent)),
  items: z.array(storedSchema(damageItem)),
  deductions: z.array(storedSchema(deduction)),
  advances: z.array(storedSchema(advance)),
  rounds: z.array(storedSchema(mediationRound)),
  offers: z.array(storedSchema(offer)),
  acceptances: z.array(storedSchema(offerAcceptance)),
  talks: z.array(storedSchema(negotiation)),
  payments: z.array(storedSchema(payment)),
  complaints: z.array(storedSchema(complaint)),
  satisfactions: z.array(storedSchema(satisfaction)),
  determinations: z.array(storedSchema(determination)),
  escalations: z.array(storedSchema(escalation)),
  remarks: z.array(storedSchema(escalationRemark)),
  stepEvents: z.array(storedSchema(stepEvent)),
  papers: z.array(storedSchema(paper)),
  paperRequests: z.array(storedSchema(paperRequest)),
  attachments: z.array(storedSchema(attachment)),
  steps: z.array(stepViewSchema),
  clocks: z.array(clockViewSchema),
  waiting: z.array(waitingSchema),
  may: z.array(z.enum(actions)),
  /** Offers the party has not seen yet that no longer fit the file, with what moved. */
  staleOffers: z.record(z.string(), z.array(z.enum(staleReasons))),
  /** Names of the people behind `byPersonId`. */
  people: z.record(z.string(), z.string()),
});
export type CaseFile = z.infer<typeof caseFileSchema>;

/** Whom a case can be given to, and whose it is now. Empty until the hub has published its people. */
export const assigneesSchema = z.object({
  people: z.array(z.object({ id: z.string(), name: z.string(), branchId: z.string().nullable(), branchName: z.string().nullable() })),
  branches: z.array(z.object({ id: z.string(), name: z.string() })),
  ownerId: z.string().nullable(),
  ownerName: z.string().nullable(),
  branchId: z.string().nullable(),
});

const caseId = z.string();
const driftPairs = z
  .array(z.strictObject({ firstFactId: z.string(), laterFactId: z.string(), touches: z.array(z.enum(damageKinds)).max(20) }))
  .max(100);
const seen = z.number().int();

export const casesContract = {
  list: procedure
    .input(z.strictObject({ filter: caseFilterSchema, offset: z.number().int().min(0), limit: z.number().int().min(1).max(200) }))
    .output(z.object({ lines: z.array(caseLineSchema), total: z.number().int() })),
  /** Values for the filter row. */
  filterChoices: procedure.output(z.object({ ownerNames: z.array(z.string()), hospitals: z.array(z.string()) })),
  open: procedure.input(z.strictObject({ caseId })).output(caseFileSchema),
  /** 变动的钱: what differences from the first statement are worth. Asked here, because it moves with every row of the case. */
  driftEffects: procedure.input(z.strictObject({ caseId, pairs: driftPairs })).output(driftEffectsSchema),
  register: procedure.input(z.strictObject({ values: valuesSchema(caseEntity) })).output(z.object({ id: z.string() })),
  edit: procedure.input(z.strictObject({ caseId, seen, values: valuesSchema(caseEntity) })),
  close: procedure.input(z.strictObject({ caseId, reason: z.string().max(2_000) })),
  assignees: procedure.input(z.strictObject({ caseId })).output(assigneesSchema),
  /** Nobody: back to the branch. No branch: that of the new owner, or the one it is in. */
  assign: procedure.input(
    z.strictObject({ caseId, toPersonId: z.string().nullable(), branchId: z.string().nullable(), reason: z.string().max(2_000) }),
  ),
  reopen: procedure.input(z.strictObject({ caseId, reason: z.string().max(2_000) })),
  /** Hides a row with a reason, or brings it back. */
  voidRow: procedure.input(
    z.strictObject({ caseId, entity: z.string().max(64), id: z.string(), reason: z.string().max(2_000), restores: z.boolean() }),
  ),
  views: procedure.output(z.array(z.object({ name: z.string(), filter: caseFilterSchema }))),
  saveView: procedure.input(z.strictObject({ name: z.string().min(1).max(60), filter: caseFilterSchema })),
  dropView: procedure.input(z.strictObject({ name: z.string().max(60) })),
};
