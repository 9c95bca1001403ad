import { computeFollowUpTreatment, followUpTreatmentSchema, type FollowUpTreatmentInput } from './follow-up-treatment.ts';

/**
 * 康复费: computed like later treatment, but compulsory cover puts it into death and disability (clause art. 8),
 * although the damage rules treat it as treatment. Source: settlement.md §3.2.
 */
export const rehabilitationSchema = followUpTreatmentSchema;
export type RehabilitationInput = FollowUpTreatmentInput;
export const computeRehabilitation = computeFollowUpTreatment;
