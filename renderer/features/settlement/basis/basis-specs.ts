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
