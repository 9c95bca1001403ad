import { defineEntity, type Stored } from '../sync/entity.ts';
import { field } from '../sync/field.ts';

export const diagnosisModes = ['spoken', 'written', 'not-yet-written'] as const;

/** 诊断: one diagnosis as spoken or as written, each with its date and speaker. */
export const diagnosis = defineEntity({
  name: 'diagnosis',
  table: 'diagnoses',
  scope: 'case',
  fields: {
    partyId: field.refFixed<'injuredParty'>(),
    logId: field.refFixed<'contactLog'>(),
    mode: field.choiceFixed(diagnosisModes),
    body: field.requiredTextFixed(2_000),
    /** ICD-10 code, for example S82.8, or null. Source: GB/T 14396. */
    icd10: field.textFixed(16),
    hospital: field.textFixed(200),
    department: field.textFixed(200),
    doctor: field.textFixed(200),
    statedOn: field.dateFixed(),
    oldIllness: field.yesNoFixed(),
  },
  states: null,
});
export type Diagnosis = Stored<typeof diagnosis>;

/** 治疗预估: the doctor's plan with stay and cost, as told on one day. */
export const treatmentEstimate = defineEntity({
  name: 'treatmentEstimate',
  table: 'treatment_estimates',
  scope: 'case',
  fields: {
    partyId: field.refFixed<'injuredParty'>(),
    logId: field.refFixed<'contactLog'>(),
    plan: field.textFixed(2_000),
    stayDays: field.integerFixed(0, 3_650),
    costFen: field.amountFenFixed(),
    nonListedFen: field.amountFenFixed(),
    outcome: field.textFixed(2_000),
    statedOn: field.dateFixed(),
    doctor: field.textFixed(200),
  },
  states: null,
});
export type TreatmentEstimate = Stored<typeof treatmentEstimate>;

export const doubtStates = ['open', 'answered'] as const;

/** 疑点: something that does not fit between accident, injury and cause; open until answered with a source. */
export const doubt = defineEntity({
  name: 'doubt',
  table: 'doubts',
  scope: 'case',
  fields: {
    partyId: field.refFixed<'injuredParty'>(),
    body: field.requiredTextFixed(2_000),
    askWhom: field.text(500),
    ownerName: field.text(200),
    state: field.state(doubtStates),
    answer: field.stateText(),
    answerSource: field.stateText(500),
  },
  states: { field: 'state', initial: 'open', moves: { open: ['answered'], answered: ['open'] } },
});
export type Doubt = Stored<typeof doubt>;
