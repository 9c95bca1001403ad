import { ruleSetIds } from '../../../../shared/damages/engine/rule-sets.ts';
import type { InputField, InputList } from '../item/input-specs.ts';

const field = (name: string, type: InputField['type']): InputField => ({ name, type });
const choice = (name: string, ...options: string[]): InputField => ({ name, type: 'choice', options });

/** Vehicles and their covers, one line each; what the line has no column for stays as it is. */
export const vehicleList: InputList = {
  name: 'vehicles',
  fields: [
    field('id', 'text'),
    field('label', 'text'),
    choice('kind', 'motor', 'trailer', 'nonMotor', 'other'),
    choice('fault', 'full', 'main', 'equal', 'minor', 'none'),
    field('ratio', 'ratio'),
    field('compulsory.insured', 'yes'),
    field('commercial.limit', 'yuan'),
    choice('commercial.clauseSet', '2014', '2020', 'other'),
    field('commercial.noDeductibleRider', 'yes'),
    field('seat.driverLimit', 'yuan'),
    field('seat.passengerLimit', 'yuan'),
    field('person', 'text'),
    field('tractor', 'text'),
  ],
};

/** Paid before by others than through this file. */
export const paymentList: InputList = {
  name: 'payments',
  fields: [
    choice('by', 'compulsory', 'commercial', 'seat', 'person', 'fund', 'other'),
    field('vehicle', 'text'),
    field('amount', 'yuan'),
    choice('group', 'medical', 'deathDisability', 'property', 'outside'),
    field('inClaim', 'yes'),
    field('label', 'text'),
  ],
};

export const caseFields: readonly InputField[] = [
  field('statistics.year', 'integer'),
  field('statistics.debateEndedOn', 'date'),
  field('statistics.standardRegion.region', 'text'),
  field('statistics.standardRegion.reason', 'text'),
  field('statistics.income', 'figure'),
  field('statistics.consumption', 'figure'),
  field('statistics.wage', 'figure'),
  field('statistics.acceptUnverified', 'yes'),
  field('filedOn', 'date'),
  field('settledOn', 'date'),
  field('expectedOn', 'date'),
];

/** Only to overrule the selection by the dates; without a reason nobody can follow it. */
export const ruleSetFields: readonly InputField[] = [choice('ruleSet.id', ...ruleSetIds), field('ruleSet.reason', 'text')];

export const conventionFields: readonly InputField[] = [
  choice('conventions.dependantsCap', 'afterCoefficient', 'beforeCoefficient'),
  choice('conventions.dependantsSplit', 'proportional', 'seniorFirst'),
  choice('conventions.appraisalFee', 'outside', 'deathDisability', 'personal', 'personalFull'),
  choice('conventions.mentalDistress', 'first', 'proportional', 'last'),
  choice('conventions.noFaultOrder', 'proportional', 'first'),
  choice('conventions.uninsuredOrder', 'insuredFirst', 'proportional'),
  choice('conventions.trailerCover', 'withinTractor', 'added'),
  choice('conventions.refundOrder', 'commercialFirst', 'compulsoryFirst'),
  field('conventions.limitToClaim', 'yes'),
];

export const partyFields: readonly InputField[] = [
  choice('position', 'pedestrian', 'nonMotor', 'driver', 'passenger'),
  field('inVehicle', 'text'),
  choice('residence', 'urban', 'rural'),
  field('age', 'integer'),
  field('treatmentEndedOn', 'date'),
  field('gradedOn', 'date'),
  field('diedOn', 'date'),
];

/** What cuts this person's money: off unless somebody says so with a reason. */
export const cutFields: readonly InputField[] = [
  field('participation.applies', 'yes'),
  field('participation.rate', 'ratio'),
  field('participation.reason', 'text'),
  field('lift.reduction', 'ratio'),
  field('lift.reason', 'text'),
];

const groups = ['medical', 'deathDisability', 'property'];

/** Kept for somebody who is absent, and what went to people outside of this file. */
export const reserveFields: readonly InputField[] = [
  ...groups.map((group) => field(`compulsory.reserve.${group}`, 'reserve')),
  field('compulsory.reserve.reason', 'text'),
  ...groups.map((group) => field(`compulsory.used.${group}`, 'yuan')),
];

export const commercialUsed: InputField = field('commercial.used', 'yuan');

/** A choice among things of this file, by their names; one that is gone stays choosable, so that it is seen. */
export const oneOf = (name: string, labels: Readonly<Record<string, string>>, stored: unknown = undefined): InputField => ({
  name,
  type: 'choice',
  labels,
  options: [...new Set([...Object.keys(labels), ...(typeof stored === 'string' ? [stored] : [])])],
});

type Names = Readonly<Record<string, string>>;

/** Clauses that free the insurer; they count only when they were explained. */
export const exclusionList = (name: string, victims: Names, items: Names): InputList => ({
  name,
  fields: [
    oneOf('item', items),
    choice('group', 'medical', 'deathDisability', 'property', 'outside', 'personal', 'personalFull'),
    oneOf('victim', victims),
    field('amount', 'yuan'),
    field('reason', 'text'),
    field('explained', 'yes'),
  ],
});

/** 医保外用药: what the commercial insurer may refuse of the medical cost. */
export const drugsList = (victims: Names): InputList => ({
  name: 'nonInsuredDrugs',
  fields: [
    choice('basis', 'appraisal', 'agreed', 'flatRate'),
    field('amount', 'yuan'),
    field('rate', 'ratio'),
    choice('order', 'excessOnly', 'compulsoryFirst'),
    oneOf('victim', victims),
    field('reason', 'text'),
  ],
});
