import { assessItems, type AssessedItem } from '../damages/engine/assess.ts';
import { checkStandardRegion, type Figures } from '../damages/engine/figures.ts';
import { openLedger, type Ledger, type SettleError } from '../damages/engine/ledger.ts';
import { ruleSets, selectRuleSet, type RuleSet, type RuleSetChoice } from '../damages/engine/rule-sets.ts';
import type { StandardsPack } from '../damages/engine/standards-pack.ts';
import { err, ok, type Result } from '../kernel/result.ts';
import { checkCase } from './check-case.ts';
import type { CaseInput, VictimInput } from './input/case-input.ts';
import { parseCase } from './input/parse-case.ts';
import { netAdvances } from './layers/advances.ts';
import { computeOwed } from './layers/owed.ts';
import { byId, type Settling, type Victim } from './layers/parties.ts';
import { usedPack } from './replay.ts';
import { reportOf } from './report.ts';
import type { Settlement } from './result.ts';

/** Changes when a rule of the engine changes; a stored calculation names it. */
export const engineVersion = 'settle-3';

const chooseRules = (input: CaseInput, ledger: Ledger): { rules: RuleSet; choice: RuleSetChoice } | undefined => {
  const selected = selectRuleSet({ accidentOn: input.accident.on, filedOn: input.filedOn, settledOn: input.settledOn });
  if (input.ruleSet !== undefined) {
    ledger.choose({
      key: 'ruleSet',
      path: 'ruleSet',
      value: input.ruleSet.id,
      given: true,
      suggestion: selected?.id ?? '',
      reason: input.ruleSet.reason,
      source: selected?.source ?? '',
      mark: 'input',
    });
    return { rules: ruleSets[input.ruleSet.id], choice: { id: input.ruleSet.id, by: 'given', source: input.ruleSet.reason } };
  }
  if (selected === null) return ledger.fail('settle.missing-input', 'filedOn', { neededBy: 'ruleSet', or: 'settledOn' });
  if (selected.by === 'settlement') ledger.note('rule-set-assumed', 'settledOn', { ruleSet: selected.id });
  if (selected.id === 'CN-1992') ledger.note('article-1992-secondary', 'ruleSet', { mark: 'S' });
  return { rules: ruleSets[selected.id], choice: selected };
};

type Frame = { input: CaseInput; rules: RuleSet; pack: StandardsPack; ledger: Ledger };

const figuresFor = (victim: VictimInput, path: string, { input, rules, pack, ledger }: Frame): Figures => ({
  pack,
  rules,
  caseLevel: input.statistics ?? {},
  casePath: 'statistics',
  personLevel: victim.statistics ?? {},
  personPath: `${path}.statistics`,
  residence: victim.residence,
  accidentOn: input.accident.on,
  settledOn: input.settledOn,
  ledger,
});

const gradesOf = ({ items: { disabilityCompensation } }: VictimInput): number[] =>
  typeof disabilityCompensation === 'object' ? [...(disabilityCompensation.grades ?? [])].sort((a, b) => a - b) : [];

const assessVictim = (victim: VictimInput, index: number, frame: Frame): Victim => {
  const path = `victims[${index}]`;
  const { input, rules, pack, ledger } = frame;
  const figures = figuresFor(victim, path, frame);
  checkStandardRegion(figures);
  const person = {
    path,
    bornOn: victim.bornOn,
    age: victim.age,
    accidentOn: input.accident.on,
    gradedOn: victim.gradedOn,
    diedOn: victim.diedOn,
    grades: gradesOf(victim),
  };
  const { dependantsCap, dependantsSplit, appraisalFee } = input.conventions ?? {};
  const items = assessItems({
    items: victim.items,
    itemsPath: `${path}.items`,
    participation: victim.participation,
    limitToClaim: input.conventions?.limitToClaim === true,
    context: { rules, person, figures, pack, ledger, conventions: { dependantsCap, dependantsSplit, appraisalFee } },
  });
  return { input: victim, path, items };
};

/** Items with everything a reader of them has to know, and no layer. */
export type Assessed = Pick<Ledger, 'errors' | 'remarks' | 'choices' | 'figures'> & {
  readonly victims: readonly { readonly id: string; readonly items: readonly AssessedItem[] }[];
};

/** Computes the items alone, each for itself: an item with a problem is left out and the others stand. For showing work in progress. */
export const assessInput = (input: CaseInput, pack: StandardsPack): Assessed => {
  const ledger = openLedger();
  const chosen = chooseRules(input, ledger);
  const frame = chosen === undefined ? undefined : { input, rules: chosen.rules, pack, ledger };
  const victims = frame === undefined ? [] : input.victims.map((victim, index) => assessVictim(victim, index, frame));
  const { errors, remarks, choices, figures } = ledger;
  return { errors, remarks, choices, figures, victims: victims.map((victim) => ({ id: victim.input.id, items: victim.items })) };
};

/** Computes input that was parsed before, for example a stored record or the screen's own state. */
export const settleInput = (input: CaseInput, pack: StandardsPack): Result<Settlement, readonly SettleError[]> => {
  const ledger = openLedger();
  checkCase(input, ledger);
  const chosen = ledger.errors.length > 0 ? undefined : chooseRules(input, ledger);
  if (chosen === undefined) return err(ledger.errors);
  const frame: Frame = { input, rules: chosen.rules, pack, ledger };
  const settling: Settling = {
    input,
    conventions: input.conventions ?? {},
    vehicles: input.vehicles.map((vehicle, index) => ({ input: vehicle, path: `vehicles[${index}]` })).sort(byId),
    victims: input.victims.map((victim, index) => assessVictim(victim, index, frame)).sort(byId),
    ledger,
  };
  const owed = computeOwed(settling, pack);
  const netted = netAdvances(owed.dues, settling);
  if (ledger.errors.length > 0) return err(ledger.errors);
  return ok({
    schema: 'liubu-settle-result/1',
    ok: true,
    caseRef: input.caseRef ?? '',
    ruleSet: { ...chosen.choice, instrument: chosen.rules.instrument, mark: chosen.rules.mark },
    standards: { pack: pack.id, version: pack.version, issuedOn: pack.issuedOn, figures: ledger.figures },
    choices: ledger.choices,
    remarks: ledger.remarks,
    ...reportOf(settling, owed, netted),
    record: { engine: engineVersion, input, pack: usedPack(pack, input, ledger.figures) },
  });
};

/** Computes a case file. Pure: the same file and pack always give the same fen. */
export const settleCase = (value: unknown, pack: StandardsPack): Result<Settlement, readonly SettleError[]> => {
  const parsed = parseCase(value);
  return parsed.ok ? settleInput(parsed.value, pack) : parsed;
};
