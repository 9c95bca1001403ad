import { itemKeys } from '../../../../shared/damages/engine/item-schemas.ts';
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
  field('statistics.livingCost', 'figure'),
  field('statistics.urbanForAll.applies', 'yes'),
  field('statistics.urbanForAll.source', 'text'),
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
  choice('conventions.surplusAdvance', 'returned', 'deducted'),
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

type Names = Readonly<Record<string, string>>;

/** What cuts this person's money: off unless somebody says so with a reason. */
export const cutFields = (items: Names): readonly InputField[] => [
  field('participation.applies', 'yes'),
  field('participation.rate', 'ratio'),
  { name: 'participation.items', type: 'many', options: [...itemKeys, 'other'], labels: items },
  field('participation.reason', 'text'),
  field('lift.reduction', 'ratio'),
  field('lift.reason', 'text'),
];

const groups = ['medical', 'deathDisability', 'property'];

/** Compulsory cover beyond its line: which limits, what is kept back for somebody absent, what went to people outside of this file. */
export const compulsoryFields: readonly InputField[] = [
  choice('compulsory.side', 'fault', 'noFault'),
  choice('compulsory.recourse', 'noLicence', 'drunk', 'drugs', 'intentional'),
  ...groups.map((group) => field(`compulsory.limits.${group}`, 'yuan')),
  field('compulsory.limitsReason', 'text'),
  ...groups.map((group) => field(`compulsory.reserve.${group}`, 'reserve')),
  field('compulsory.reserve.reason', 'text'),
  ...groups.map((group) => field(`compulsory.used.${group}`, 'yuan')),
];

/** Commercial cover beyond its line. */
export const commercialFields: readonly InputField[] = [
  field('commercial.limit', 'yuan'),
  field('commercial.ratio', 'ratio'),
  field('commercial.faultDeductible', 'ratio'),
  field('commercial.absoluteDeductibles', 'ratios'),
  field('commercial.deductibleAmount', 'yuan'),
  field('commercial.used', 'yuan'),
  field('commercial.reserve', 'reserve'),
  field('commercial.loadingBreach', 'yes'),
  field('commercial.holidayDoubled', 'yes'),
  field('commercial.mutualScheme', 'yes'),
  field('commercial.refused.reason', 'text'),
];

export const seatFields: readonly InputField[] = [
  field('seat.driverLimit', 'yuan'),
  field('seat.passengerLimit', 'yuan'),
  field('seat.deductible', 'ratio'),
];

/** Why a ratio deviates from the police finding. */
export const ratioFields: readonly InputField[] = [field('ratioReason', 'text')];

/** A choice among things of this file, by their names; one that is gone stays choosable, so that it is seen. */
export const oneOf = (name: string, labels: Readonly<Record<string, string>>, stored: unknown = undefined): InputField => ({
  name,
  type: 'choice',
  labels,
  options: [...new Set([...Object.keys(labels), ...(typeof stored === 'string' ? [stored] : [])])],
});

/** Shares of a sub-limit that the court fixed itself. */
export const givenList = (victims: Names): InputList => ({
  name: 'given',
  fields: [oneOf('victim', victims), choice('group', ...groups), field('amount', 'yuan'), field('reason', 'text')],
});

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
