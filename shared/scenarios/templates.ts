import type { Outcome, ScenarioInput, ScenarioRates, ScenarioWay } from './model.ts';

export type ScenarioValues = { readonly rates: ScenarioRates; readonly scenarios: readonly ScenarioInput[] };

const asInFile: Omit<Outcome, 'label' | 'chance'> = {
  grade: null,
  lostIncomeDays: null,
  nursingDays: null,
  nutritionDays: null,
  ratio: null,
};

const plain = (way: ScenarioWay, days: number, changes: Partial<ScenarioInput> = {}): ScenarioInput => ({
  way,
  days,
  share: 100,
  appraisalFeeFen: 0,
  courtFeeFen: 0,
  ownCostFen: 0,
  note: '',
  outcomes: [{ label: '', chance: 100, ...asInFile }],
  ...changes,
});

const noRates: ScenarioRates = { lostIncomeFen: null, nursingFen: null, nutritionFen: null };

/** Three ways as the case stands; the person fills in what differs. */
export const emptyScenarios = (): ScenarioValues => ({
  rates: noRates,
  scenarios: [plain('settle-now', 10), plain('after-appraisal', 90), plain('in-court', 240)],
});

/** Daily rates and the appraisal fee of the template are placeholders of a usual size, shown and changed on screen before use. */
const usual = { nursingFen: 12_000, nutritionFen: 5_000, appraisalFeeFen: 250_000, courtFeeFen: 60_000, ownCostFen: 300_000 };

/**
 * 高龄、无严重伤情: on paper no nursing or nutrition is due; an appraisal will grant both (60 and 60 days, perhaps 90), plus its fee.
 * Now half of it by agreement. Source: product.md, the classic case for step 6.
 */
export const elderlyScenarios = (rates: ScenarioRates): ScenarioValues => {
  const granted = { ...asInFile, nursingDays: 60, nutritionDays: 60 };
  const outcomes: Outcome[] = [
    { ...granted, label: '60', chance: 70 },
    { ...granted, nursingDays: 90, nutritionDays: 90, label: '90', chance: 20 },
    { ...asInFile, nursingDays: 0, nutritionDays: 0, label: '0', chance: 10 },
  ];
  const { appraisalFeeFen, courtFeeFen, ownCostFen } = usual;
  return {
    rates: {
      lostIncomeFen: rates.lostIncomeFen,
      nursingFen: rates.nursingFen ?? usual.nursingFen,
      nutritionFen: rates.nutritionFen ?? usual.nutritionFen,
    },
    scenarios: [
      plain('settle-now', 10, { share: 50, outcomes: [{ ...granted, label: '', chance: 100 }] }),
      plain('after-appraisal', 90, { appraisalFeeFen, outcomes }),
      plain('in-court', 240, { appraisalFeeFen, courtFeeFen, ownCostFen, outcomes }),
    ],
  };
};
