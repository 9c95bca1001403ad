import { computeAppraisalFee } from '../items/appraisal-fee.ts';
import { computeAssistiveDevice } from '../items/assistive-device.ts';
import { computeDeathCompensation } from '../items/death-compensation.ts';
import { computeDependantsLiving } from '../items/dependants-living.ts';
import { computeDisabilityCompensation } from '../items/disability-compensation.ts';
import { computeFollowUpTreatment } from '../items/follow-up-treatment.ts';
import { computeFuneralRelatives } from '../items/funeral-relatives.ts';
import { computeFuneral } from '../items/funeral.ts';
import { computeHospitalMeals } from '../items/hospital-meals.ts';
import { computeLodging } from '../items/lodging.ts';
import { computeLostIncome } from '../items/lost-income.ts';
import { computeMedical } from '../items/medical.ts';
import { computeMentalDistress } from '../items/mental-distress.ts';
import { computeNursingDependence } from '../items/nursing-dependence.ts';
import { computeNursing } from '../items/nursing.ts';
import { computeNutrition } from '../items/nutrition.ts';
import { computeProperty } from '../items/property.ts';
import { computeRehabilitation } from '../items/rehabilitation.ts';
import { computeTransport } from '../items/transport.ts';
import type { Draft, ItemContext } from './item-context.ts';
import type { ItemKey, ItemsInput } from './item-schemas.ts';
import type { CommonInput, LossGroup } from './parts.ts';

export type ItemInput<Key extends ItemKey> = Exclude<NonNullable<ItemsInput[Key]>, number | string>;
type ItemRules = { readonly [Key in ItemKey]: (input: ItemInput<Key>, ctx: ItemContext) => Draft | undefined };

const itemRules: ItemRules = {
  medical: computeMedical,
  followUpTreatment: computeFollowUpTreatment,
  hospitalMeals: computeHospitalMeals,
  nutrition: computeNutrition,
  rehabilitation: computeRehabilitation,
  lostIncome: computeLostIncome,
  nursing: computeNursing,
  nursingDependence: computeNursingDependence,
  transport: computeTransport,
  lodging: computeLodging,
  disabilityCompensation: computeDisabilityCompensation,
  assistiveDevice: computeAssistiveDevice,
  deathCompensation: computeDeathCompensation,
  dependantsLiving: computeDependantsLiving,
  funeral: computeFuneral,
  funeralRelatives: computeFuneralRelatives,
  mentalDistress: computeMentalDistress,
  property: computeProperty,
  appraisalFee: computeAppraisalFee,
};

/** Runs the rule of one head of damage. */
export const runItemRule = <Key extends ItemKey>(key: Key, input: ItemInput<Key>, ctx: ItemContext): Draft | undefined =>
  itemRules[key](input, ctx);

/** Which sub-limit of compulsory cover a head belongs to. Source: CTPLI clause art. 8 [S], consistent with judgments [J]. */
export const defaultGroup: Readonly<Record<ItemKey, LossGroup>> = {
  medical: 'medical',
  followUpTreatment: 'medical',
  hospitalMeals: 'medical',
  nutrition: 'medical',
  rehabilitation: 'deathDisability',
  lostIncome: 'deathDisability',
  nursing: 'deathDisability',
  nursingDependence: 'deathDisability',
  transport: 'deathDisability',
  lodging: 'deathDisability',
  disabilityCompensation: 'deathDisability',
  assistiveDevice: 'deathDisability',
  deathCompensation: 'deathDisability',
  dependantsLiving: 'deathDisability',
  funeral: 'deathDisability',
  funeralRelatives: 'deathDisability',
  mentalDistress: 'deathDisability',
  property: 'property',
  appraisalFee: 'outside',
};

const commonKeys: ReadonlySet<string> = new Set<keyof CommonInput>(['amount', 'claimed', 'group', 'reason', 'source', 'note', 'evidence']);

/** Whether an item carries inputs of its rule, and not only an agreed amount. */
export const hasRuleInputs = (input: object): boolean =>
  Object.entries(input).some(([key, value]) => !commonKeys.has(key) && value !== undefined);
