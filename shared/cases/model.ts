import { defineEntity, type Stored } from '../sync/entity.ts';
import { field } from '../sync/field.ts';

export const severities = ['ordinary', 'serious'] as const;
/** How the report reached the company. */
export const sourceChannels = ['hotline', 'app', 'police', 'branch', 'list', 'other'] as const;
/** Liability finding of the traffic police. Source: Road Traffic Accident Procedure Rules art. 60. */
export const liabilityFindings = ['full', 'primary', 'equal', 'secondary', 'none', 'undetermined'] as const;
export const caseStates = ['open', 'closed'] as const;

/** 案件: one reported accident with bodily injury under one policy. */
export const caseEntity = defineEntity({
  name: 'case',
  table: 'cases',
  scope: 'case',
  fields: {
    reportNumber: field.requiredText(64),
    policyNumber: field.text(64),
    plate: field.text(32),
    insuredName: field.text(200),
    insuredPhone: field.text(64),
    driverName: field.text(200),
    driverPhone: field.text(64),
    reportedAt: field.instant(),
    accidentAt: field.instant(),
    accidentPlace: field.text(500),
    accidentCause: field.text(500),
    accidentCourse: field.longText(),
    injuredCount: field.integer(0, 500),
    hospital: field.text(200),
    severity: field.choice(severities),
    sourceChannel: field.choice(sourceChannels),
    liabilityFinding: field.choice(liabilityFindings),
    /** Share of the insured vehicle in percent, 0 to 100. */
    liabilityShare: field.integer(0, 100),
    /** Commercial third-party limit at the accident date, fen. Compulsory limits follow from the accident date. */
    commercialLimitFen: field.amountFen(),
    hopes: field.text(),
    worries: field.text(),
    advanceNeeded: field.yesNo(),
    ownerName: field.text(200),
    branch: field.text(200),
    state: field.state(caseStates),
    closingReason: field.stateText(),
  },
  states: { field: 'state', initial: 'open', moves: { open: ['closed'], closed: ['open'] } },
});

export type Case = Stored<typeof caseEntity>;
