import type { AssessedItem } from '../damages/engine/assess.ts';
import type { SettleError } from '../damages/engine/ledger.ts';
import type { StandardsPack } from '../damages/engine/standards-pack.ts';
import type { DamageKind } from '../damages/model.ts';
import type { FactValue } from '../facts/model.ts';
import { monthlyFenIn } from '../facts/plain-words.ts';
import type { DriftGap, DriftMoney } from './drift-contract.ts';
import { effectOfValues, withValue, type Replacement } from './effect.ts';
import { headSaid, type DriftRows, type Said } from './drift-heads.ts';
import { assembleCase } from './file/assemble.ts';
import { repairedInput } from './file/repaired-input.ts';
import type { CaseInput } from './input/case-input.ts';
import { parseCase } from './input/parse-case.ts';
import { assessInput } from './settle.ts';

type DriftPair = { topic: string; touches: readonly string[]; partyId: string; first: FactValue; later: FactValue };

const empty = (kind: DamageKind, missing: DriftGap[]): DriftMoney => ({
  kind,
  beforeFen: null,
  afterFen: null,
  differenceFen: null,
  receivesFen: null,
  beforeWorking: null,
  afterWorking: null,
  assumed: [],
  missing,
});

/**
 * What the difference between two statements does to the money, item by item, with everything else of the file as it stands. The rule
 * decides, never an amount somebody allowed: the question is what the words are worth.
 */
export const driftMoney = (rows: DriftRows, pack: StandardsPack, pair: DriftPair): DriftMoney[] => {
  const { input } = assembleCase(rows, 'computed');
  const index = input.victims.findIndex(({ id }) => id === pair.partyId);
  const kinds = pair.touches as readonly DamageKind[];
  if (index < 0 || !computable.has(pair.topic)) return kinds.map((kind) => empty(kind, ['words']));
  if (pair.topic === 'household') return byResidence({ input, pack, index }, pair);
  return kinds.map((kind) => byHead({ input, pack, index }, { kind, rows, pair }));
};

const computable: ReadonlySet<string> = new Set(['incomeMonthly', 'carers', 'dependants', 'household']);

type Site = { input: CaseInput; pack: StandardsPack; index: number };

/** An amount said in words counts where the words name one figure. */
const asMoney = (value: FactValue): FactValue => {
  const fen = value.kind === 'text' ? monthlyFenIn(value.text) : null;
  return fen === null ? value : { kind: 'money', amountFen: fen };
};

const byHead = (site: Site, { kind, rows, pair }: { kind: DamageKind; rows: DriftRows; pair: DriftPair }): DriftMoney => {
  const said = (value: FactValue): Said =>
    headSaid(asMoney(value), { rows, partyId: pair.partyId, input: site.input.victims[site.index]?.items });
  const [first, later] = [said(pair.first), said(pair.later)];
  const missing = [...new Set([...first.missing, ...later.missing])];
  if (missing.length > 0) return empty(kind, missing);
  const path = `victims[${site.index}].items.${kind}`;
  const assumed = [...new Set([...first.assumed, ...later.assumed])];
  return {
    ...compared(site, kind, [
      { path, value: first.head },
      { path, value: later.head },
    ]),
    assumed,
  };
};

/** Urban or rural figures; which items they move is for the rule set to say. */
const byResidence = (site: Site, { touches, first, later }: DriftPair): DriftMoney[] => {
  const there = Object.keys(site.input.victims[site.index]?.items ?? {});
  const kinds = (touches as readonly DamageKind[]).filter((kind) => there.includes(kind));
  if (kinds.length === 0) return (touches as readonly DamageKind[]).slice(0, 1).map((kind) => empty(kind, ['item']));
  const sides = [residenceOf(first), residenceOf(later)];
  const path = `victims[${site.index}].residence`;
  return kinds.map((kind) =>
    sides.includes(null)
      ? empty(kind, ['words'])
      : compared(site, kind, [
          { path, value: sides[0] },
          { path, value: sides[1] },
        ]),
  );
};

const residenceOf = (value: FactValue): string | null =>
  value.kind === 'choice' && (value.choice === 'urban' || value.choice === 'rural') ? value.choice : null;

type Side = { item: AssessedItem | undefined; gaps: DriftGap[] };

const compared = (site: Site, kind: DamageKind, [first, later]: [Replacement, Replacement]): DriftMoney => {
  const before = sideOf(site, kind, first);
  const after = sideOf(site, kind, later);
  const missing = [...new Set([...before.gaps, ...after.gaps])];
  const [beforeFen, afterFen] = [fenOf(before, first), fenOf(after, later)];
  if (missing.length > 0 || beforeFen === null || afterFen === null) return empty(kind, missing.length > 0 ? missing : ['other']);
  const whole = effectOfValues(withValue(site.input, first), site.pack, [later]);
  return {
    ...empty(kind, []),
    beforeFen,
    afterFen,
    differenceFen: afterFen - beforeFen,
    receivesFen: whole.ok ? whole.value.receivesFen : null,
    beforeWorking: before.item?.working.values ?? null,
    afterWorking: after.item?.working.values ?? null,
  };
};

/** No head at all is nothing to pay: nobody was named. */
const fenOf = ({ item }: Side, { value }: Replacement): number | null => (value === undefined ? 0 : (item?.amountFen ?? null));

const sideOf = (site: Site, kind: DamageKind, replacement: Replacement): Side => {
  if (replacement.value === undefined) return { item: undefined, gaps: [] };
  const input = withValue(site.input, replacement);
  const parsed = parseCase(input);
  const assessed = assessInput(parsed.ok ? parsed.value : repairedInput(input), site.pack);
  const partyId = site.input.victims[site.index]?.id;
  const item = assessed.victims.find(({ id }) => id === partyId)?.items.find(({ key }) => key === kind);
  if (item !== undefined) return { item, gaps: [] };
  const errors = [...(parsed.ok ? [] : parsed.error), ...assessed.errors];
  const own = errors.filter(({ path }) => path.includes(`[${site.index}].items.${kind}`) || !path.includes('.items.'));
  return { item, gaps: [...new Set(own.map(gapOf))] };
};

/** The last names of a path say what is missing; the rest is where. */
const gapByField: Readonly<Record<string, DriftGap>> = {
  days: 'days',
  untilOn: 'days',
  fromOn: 'days',
  supporters: 'supporters',
  share: 'supporters',
  incapable: 'incapable',
  age: 'age',
  bornOn: 'age',
  gradedOn: 'grade',
  grades: 'grade',
  coefficient: 'grade',
  people: 'people',
};

const gapOf = ({ path }: SettleError): DriftGap => {
  const last = path.slice(path.lastIndexOf('.') + 1);
  if (path.startsWith('accident')) return 'accident';
  if (/statistics|residence|filedOn|settledOn|base|consumption|income/.test(path.slice(path.indexOf('.') + 1)))
    return gapByField[last] ?? 'standards';
  return gapByField[last] ?? 'other';
};
