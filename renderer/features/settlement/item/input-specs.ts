import type { DamageKind } from '../../../../shared/damages/model.ts';

/** How one input of a rule is typed. What cannot be read is kept as typed, and the engine says so at the field. */
export type InputField = {
  readonly name: string;
  readonly type:
    | 'yuan'
    | 'number'
    | 'integer'
    | 'date'
    | 'ratio'
    | 'text'
    | 'choice'
    | 'many'
    | 'yes'
    | 'grades'
    | 'ratios'
    | 'amounts'
    | 'figure'
    | 'reserve';
  readonly options?: readonly string[];
  /** Words for options that are names of the file itself, such as people and vehicles. */
  readonly labels?: Readonly<Record<string, string>>;
  /** Only shown when this holds, or when something stands in it. */
  readonly when?: { readonly name: string; readonly is: string };
};
export type InputList = { readonly name: string; readonly fields: readonly InputField[] };
export type InputSpec = { readonly fields: readonly InputField[]; readonly list: InputList | null };

const field = (name: string, type: InputField['type'], more: Partial<InputField> = {}): InputField => ({ name, type, ...more });
const choice = (name: string, ...options: string[]): InputField => ({ name, type: 'choice', options });

const rate: readonly InputField[] = [
  field('label', 'text'),
  field('fromOn', 'date'),
  field('untilOn', 'date'),
  field('days', 'number'),
  field('excludedDays', 'number'),
  field('dailyRate', 'yuan'),
  field('carers', 'number'),
  field('monthlyRate', 'yuan'),
  field('months', 'number'),
  field('monthDays', 'number'),
  field('annualRate', 'yuan'),
  choice('dailyRounding', 'none', '0.01', '0.1', '1'),
  field('years', 'number'),
  field('incomes', 'amounts'),
  field('industry', 'figure'),
  field('income', 'yuan'),
  field('overDays', 'number'),
  field('received', 'yuan'),
  field('lineAmount', 'yuan'),
];
const without = (...names: string[]): readonly InputField[] => rate.filter(({ name }) => !names.includes(name));

const rateList = (fields: readonly InputField[] = rate): InputList => ({ name: 'lines', fields });
const receipts: InputList = {
  name: 'receipts',
  fields: [field('on', 'date'), field('label', 'text'), field('amount', 'yuan'), field('allowed', 'yes')],
};
const cycles: InputList = {
  name: 'lines',
  fields: [
    field('label', 'text'),
    field('unitPrice', 'yuan'),
    field('count', 'number'),
    field('times', 'integer'),
    field('years', 'number'),
    field('lifeExpectancy', 'integer'),
    field('cycleYears', 'number'),
    choice('rounding', 'down', 'up', 'none'),
  ],
};
const devices: InputList = {
  name: 'devices',
  fields: [
    field('label', 'text'),
    field('price', 'yuan'),
    field('count', 'integer'),
    field('times', 'integer'),
    field('termYears', 'number'),
    field('lifeExpectancy', 'integer'),
    field('cycleYears', 'number'),
    choice('rounding', 'up', 'down', 'none'),
    field('maintenanceRate', 'ratio'),
    field('maintenance', 'yuan'),
    field('maintenancePerYear', 'yuan'),
  ],
};
const people: InputList = {
  name: 'people',
  fields: [
    field('label', 'text'),
    choice('relation', 'child', 'parent', 'spouse', 'other'),
    field('bornOn', 'date'),
    field('age', 'integer'),
    field('incapable', 'yes'),
    field('supporters', 'integer'),
    field('share', 'ratio'),
    field('yearsClaimed', 'number'),
    field('yearsGiven', 'number'),
    field('monthsGiven', 'number'),
    field('keepsShare', 'yes'),
  ],
};
const cuts: InputList = { name: 'deductions', fields: [field('amount', 'yuan'), field('reason', 'text')] };

const years: readonly InputField[] = [field('yearsClaimed', 'number'), field('yearsGiven', 'number'), field('base', 'figure')];
const inDays = without(
  'carers',
  'monthlyRate',
  'months',
  'monthDays',
  'annualRate',
  'years',
  'incomes',
  'industry',
  'income',
  'overDays',
  'received',
  'dailyRounding',
);

const specs: Record<DamageKind, InputSpec> = {
  medical: { fields: [], list: cuts },
  followUpTreatment: { fields: [], list: cycles },
  rehabilitation: { fields: [], list: cycles },
  hospitalMeals: { fields: [], list: rateList(inDays) },
  nutrition: { fields: [], list: rateList(inDays) },
  lostIncome: { fields: [field('earningsProven', 'yes'), field('fixedIncome', 'yes')], list: rateList(without('carers')) },
  nursing: { fields: [field('carersOpinion', 'text')], list: rateList() },
  nursingDependence: {
    fields: [
      choice('level', 'full', 'most', 'part'),
      field('coefficient', 'ratio'),
      field('dailyRate', 'yuan'),
      field('monthlyRate', 'yuan'),
      field('annualRate', 'yuan'),
      field('industry', 'figure'),
      field('years', 'number'),
      field('carers', 'number'),
      field('worstGrade', 'integer'),
    ],
    list: null,
  },
  transport: { fields: [], list: receipts },
  lodging: { fields: [], list: receipts },
  property: { fields: [], list: receipts },
  appraisalFee: { fields: [], list: receipts },
  funeralRelatives: { fields: [], list: rateList() },
  assistiveDevice: { fields: [], list: devices },
  disabilityCompensation: {
    fields: [
      field('grades', 'grades'),
      choice('method', 'SHANXI-2020', 'PLUS-1-PER-10', 'GB18667-B', 'MANUAL'),
      field('additions', 'ratios', { when: { name: 'method', is: 'GB18667-B' } }),
      field('coefficient', 'ratio', { when: { name: 'method', is: 'MANUAL' } }),
      ...years,
    ],
    list: null,
  },
  dependantsLiving: { fields: [field('coefficient', 'ratio')], list: people },
  deathCompensation: { fields: years, list: null },
  funeral: { fields: [field('byRule', 'yes'), field('wage', 'figure'), field('monthlyWage', 'yes')], list: null },
  mentalDistress: {
    fields: [
      field('base', 'yuan'),
      field('coefficient', 'ratio'),
      field('schedule', 'text'),
      choice('grade', '1', '2', '3', '4', '5', '6', '7', '8', '9', '10', 'death'),
      field('ownFaultReduction', 'ratio'),
    ],
    list: null,
  },
  other: { fields: [], list: null },
};

const moved: readonly InputField[] = [
  choice('group', 'medical', 'deathDisability', 'property', 'outside', 'personal', 'personalFull'),
  field('reason', 'text'),
  field('source', 'text'),
];

/** The inputs of the rule of one kind, and the fields that move an item to another group. */
export const specOf = (kind: DamageKind): InputSpec & { readonly moved: readonly InputField[] } => ({ ...specs[kind], moved });
