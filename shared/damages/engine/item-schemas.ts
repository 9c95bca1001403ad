import { z } from 'zod';
import { appraisalFeeSchema } from '../items/appraisal-fee.ts';
import { assistiveDeviceSchema } from '../items/assistive-device.ts';
import { deathCompensationSchema } from '../items/death-compensation.ts';
import { dependantsLivingSchema } from '../items/dependants-living.ts';
import { disabilityCompensationSchema } from '../items/disability-compensation.ts';
import { followUpTreatmentSchema } from '../items/follow-up-treatment.ts';
import { funeralRelativesSchema } from '../items/funeral-relatives.ts';
import { funeralSchema } from '../items/funeral.ts';
import { hospitalMealsSchema } from '../items/hospital-meals.ts';
import { lodgingSchema } from '../items/lodging.ts';
import { lostIncomeSchema } from '../items/lost-income.ts';
import { medicalSchema } from '../items/medical.ts';
import { mentalDistressSchema } from '../items/mental-distress.ts';
import { nursingDependenceSchema } from '../items/nursing-dependence.ts';
import { nursingSchema } from '../items/nursing.ts';
import { nutritionSchema } from '../items/nutrition.ts';
import { propertySchema } from '../items/property.ts';
import { rehabilitationSchema } from '../items/rehabilitation.ts';
import { transportSchema } from '../items/transport.ts';
import { commonShape, lossGroupSchema, textSchema, yuanSchema } from './parts.ts';

const otherSchema = z.strictObject({ ...commonShape, label: textSchema, amount: yuanSchema, group: lossGroupSchema });

/** The heads of damage of one injured person, in the order of a calculation sheet. */
export const itemShape = {
  medical: medicalSchema.optional().describe('医疗费'),
  followUpTreatment: followUpTreatmentSchema.optional().describe('后续治疗费, 整容费'),
  hospitalMeals: hospitalMealsSchema.optional().describe('住院伙食补助费'),
  nutrition: nutritionSchema.optional().describe('营养费'),
  rehabilitation: rehabilitationSchema.optional().describe('康复费 (death and disability group by the clause)'),
  lostIncome: lostIncomeSchema.optional().describe('误工费'),
  nursing: nursingSchema.optional().describe('护理费'),
  nursingDependence: nursingDependenceSchema.optional().describe('定残后护理费 (护理依赖)'),
  transport: transportSchema.optional().describe('交通费'),
  lodging: lodgingSchema.optional().describe('住宿费'),
  disabilityCompensation: disabilityCompensationSchema.optional().describe('残疾赔偿金'),
  assistiveDevice: assistiveDeviceSchema.optional().describe('残疾辅助器具费'),
  deathCompensation: deathCompensationSchema.optional().describe('死亡赔偿金'),
  dependantsLiving: dependantsLivingSchema.optional().describe('被扶养人生活费'),
  funeral: funeralSchema.optional().describe('丧葬费'),
  funeralRelatives: funeralRelativesSchema.optional().describe('亲属办理丧葬费用'),
  mentalDistress: mentalDistressSchema.optional().describe('精神损害抚慰金'),
  property: propertySchema.optional().describe('财产损失'),
  appraisalFee: appraisalFeeSchema.optional().describe('鉴定费'),
};

export type ItemKey = keyof typeof itemShape;
export const itemKeys = Object.keys(itemShape) as ItemKey[];

export const itemsSchema = z.strictObject({
  ...itemShape,
  other: z.array(otherSchema).max(500).optional().describe('Any other head, with its group; also whole group sums of a victim'),
});
export type ItemsInput = z.infer<typeof itemsSchema>;
export type OtherItem = z.infer<typeof otherSchema>;
