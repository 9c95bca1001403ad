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

/** Parts of the body a mark can stand on; `side` says which of two. Terms follow the chapters of GA/T 1193-2014. */
export const bodyRegions = [
  'head',
  'face',
  'neck',
  'chest',
  'abdomen',
  'upperBack',
  'lowerBack',
  'pelvis',
  'buttock',
  'shoulder',
  'upperArm',
  'elbow',
  'forearm',
  'wrist',
  'hand',
  'hip',
  'thigh',
  'knee',
  'lowerLeg',
  'ankle',
  'foot',
] as const;
export type BodyRegion = (typeof bodyRegions)[number];

/** Left and right are the person's own, never the viewer's. */
export const bodySides = ['left', 'right', 'middle'] as const;
export type BodySide = (typeof bodySides)[number];
export const bodyViews = ['front', 'back'] as const;
export type BodyView = (typeof bodyViews)[number];
export const injuryKinds = ['fracture', 'dislocation', 'bruise', 'wound', 'sprain', 'burn', 'internal', 'other'] as const;
export type InjuryKind = (typeof injuryKinds)[number];
/** Whose word or which paper the mark repeats. */
export const markSources = ['doctor', 'paper', 'injured', 'family', 'police', 'seen'] as const;

/** 伤情标记: one injury on the body map. Never changed; a wrong mark is voided with a reason and made anew. */
export const injuryMark = defineEntity({
  name: 'injuryMark',
  table: 'injury_marks',
  scope: 'case',
  fields: {
    partyId: field.refFixed<'injuredParty'>(),
    region: field.choiceFixed(bodyRegions),
    side: field.choiceFixed(bodySides),
    view: field.choiceFixed(bodyViews),
    kind: field.choiceFixed(injuryKinds),
    source: field.choiceFixed(markSources),
    note: field.textFixed(500),
    logId: field.refFixed<'contactLog'>(),
    diagnosisId: field.refFixed<'diagnosis'>(),
  },
  states: null,
});
export type InjuryMark = Stored<typeof injuryMark>;

export const treatmentKinds = ['stay', 'operation', 'clinic', 'rehab', 'bill'] as const;
export type TreatmentKind = (typeof treatmentKinds)[number];

/** 治疗经过: a stay, an operation, a visit, rehabilitation or a bill, with its days. A stay without an end still runs. */
export const treatmentEvent = defineEntity({
  name: 'treatmentEvent',
  table: 'treatment_events',
  scope: 'case',
  fields: {
    partyId: field.refFixed<'injuredParty'>(),
    kind: field.choiceFixed(treatmentKinds),
    fromOn: field.date(),
    untilOn: field.date(),
    hospital: field.text(200),
    amountFen: field.amountFen(),
    note: field.text(500),
    attachmentId: field.ref<'attachment'>(),
    source: field.choice(markSources),
  },
  states: null,
});
export type TreatmentEvent = Stored<typeof treatmentEvent>;
