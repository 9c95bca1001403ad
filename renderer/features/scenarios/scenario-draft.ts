import type { Outcome, ScenarioInput, ScenarioRates, ScenarioSet, ScenarioWay } from '../../../shared/scenarios/model.ts';
import { elderlyScenarios, emptyScenarios } from '../../../shared/scenarios/templates.ts';

/** A set as it is being worked on; `setId` null until it is kept. */
export type ScenarioDraft = {
  readonly setId: string | null;
  readonly seen: number;
  readonly name: string;
  readonly template: ScenarioSet['template'];
  readonly rates: ScenarioRates;
  readonly scenarios: readonly ScenarioInput[];
  readonly changed: boolean;
};

const noRates: ScenarioRates = { lostIncomeFen: null, nursingFen: null, nutritionFen: null };

export const draftOfSet = (set: ScenarioSet): ScenarioDraft => ({
  setId: set.id,
  seen: set.rev,
  name: set.name,
  template: set.template,
  rates: set.rates ?? noRates,
  scenarios: set.scenarios ?? emptyScenarios().scenarios,
  changed: false,
});

export const newDraft = (name: string, template: ScenarioSet['template']): ScenarioDraft => ({
  setId: null,
  seen: 0,
  name,
  template,
  ...(template === 'elderly' ? elderlyScenarios(noRates) : emptyScenarios()),
  changed: true,
});

export const withScenario = (draft: ScenarioDraft, way: ScenarioWay, changes: Partial<ScenarioInput>): ScenarioDraft => ({
  ...draft,
  changed: true,
  scenarios: draft.scenarios.map((one) => (one.way === way ? { ...one, ...changes } : one)),
});

export const withOutcome = (scenario: ScenarioInput, index: number, changes: Partial<Outcome>): Outcome[] =>
  scenario.outcomes.map((one, place) => (place === index ? { ...one, ...changes } : one));

/** A new outcome takes the chance that is still open, and starts from the last one's values. */
export const moreOutcomes = ({ outcomes }: ScenarioInput): Outcome[] => {
  const last = outcomes.at(-1);
  const open = 100 - outcomes.reduce((sum, { chance }) => sum + chance, 0);
  return last === undefined ? [...outcomes] : [...outcomes, { ...last, label: '', chance: Math.max(0, open) }];
};
