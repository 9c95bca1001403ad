import { defineEntity, type Stored } from '../sync/entity.ts';
import { field } from '../sync/field.ts';

export const genders = ['male', 'female'] as const;
/** What the person was when hurt. */
export const roadRoles = ['pedestrian', 'bicycle', 'e-bike', 'motorcycle', 'passenger', 'driver', 'other'] as const;

/**
 * 伤者: one person hurt in the accident. Only identity and whereabouts live here; what was said about work, income, home,
 * carers and dependants are facts with a speaker, so that a later value never overwrites an earlier one.
 */
export const injuredParty = defineEntity({
  name: 'injuredParty',
  table: 'injured_parties',
  scope: 'case',
  fields: {
    name: field.requiredText(200),
    gender: field.choice(genders),
    bornOn: field.date(),
    /** Data level 1: masked in every answer of the core unless revealed with a reason. */
    idNumber: field.text(32),
    phone: field.text(64),
    roadRole: field.choice(roadRoles),
    hospital: field.text(200),
    department: field.text(200),
    ward: field.text(64),
    bed: field.text(64),
    /** When we came to know the hospital: starts the visit clock. */
    hospitalKnownAt: field.instant(),
    admittedOn: field.date(),
    dischargedOn: field.date(),
    injurySummary: field.text(500),
    treatmentEnded: field.yesNo(),
    privacyNoticeGivenAt: field.instant(),
    /** Why identity or injuries could not be photographed. */
    noPhotoReason: field.text(),
  },
  states: null,
});

export type InjuredParty = Stored<typeof injuredParty>;
