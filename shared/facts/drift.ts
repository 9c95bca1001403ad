import { compareText } from '../kernel/compare-text.ts';
import type { FactTopic, Paper } from '../wording/model.ts';
import { sameMeaning } from './meaning.ts';
import type { Carer, Dependant, Fact, FactValue } from './model.ts';
import { monthlyFenIn } from './plain-words.ts';

/** Where a later value moves the claim: up, down, or somewhere that only a paper can tell. */
export type DriftEffect = 'raises' | 'lowers' | 'changes';

/** 变动: a value that differs in meaning from the first statement, with what it does to the items of damage. */
export type Drift = {
  topic: FactTopic;
  first: Fact;
  later: Fact;
  effect: DriftEffect;
  /** Later minus first, fen a month, where both are amounts. */
  differenceFen: number | null;
};

/**
 * One drift per different later value, the newest word for each. The first value of a topic is the frozen one; while nothing is
 * frozen it is the oldest. Source: lessons.md D-2.
 */
export const driftsOf = (facts: readonly Fact[], topics: readonly FactTopic[], frozenIds: ReadonlySet<string> = new Set()): Drift[] =>
  topics
    .filter(({ firstStatement, subject }) => firstStatement && subject === 'person')
    .flatMap((topic) => {
      const said = facts.filter((fact) => fact.topic === topic.id && fact.voidReason === null && fact.value !== null).toSorted(bySaid);
      const first = said.find(({ id }) => frozenIds.has(id)) ?? said[0];
      return first === undefined ? [] : differing(topic, first, said);
    });

const bySaid = (a: Fact, b: Fact): number => compareText(a.saidAt, b.saidAt) || compareText(a.at, b.at) || compareText(a.id, b.id);

const differing = (topic: FactTopic, first: Fact, said: readonly Fact[]): Drift[] => {
  const drifts: Drift[] = [];
  for (const later of said.toReversed()) {
    const known = drifts.some((one) => one.later.value && later.value && sameMeaning(one.later.value, later.value));
    if (later.id === first.id || known || !first.value || !later.value || sameMeaning(first.value, later.value)) continue;
    drifts.push({
      topic,
      first,
      later,
      effect: effectOf(topic, first.value, later.value),
      differenceFen: differenceOf(topic, first.value, later.value),
    });
  }
  return drifts;
};

const effectOf = (topic: FactTopic, first: FactValue, later: FactValue): DriftEffect => {
  if (topic.touches.length === 0) return 'changes';
  const [before, after] = [weightOf(topic, first), weightOf(topic, later)];
  if (before === null || after === null || before === after) return 'changes';
  return after > before ? 'raises' : 'lowers';
};

/**
 * How far a choice carries the items its topic touches; equal or missing weights say nothing. Income that goes on after
 * retirement, a town household and independence before the accident are what raises lost income, compensation and nursing.
 */
const choiceWeights: Readonly<Record<string, Readonly<Record<string, number>>>> = {
  retired: { notWorking: 0, student: 0, retired: 0, farming: 1, retiredWorking: 1, working: 2 },
  incomeProof: { none: 0, business: 1, contract: 1, tax: 1, bankRecord: 1 },
  household: { rural: 0, unified: 1, urban: 1 },
  walkingBefore: { bedridden: 0, indoors: 1, stick: 2, free: 3 },
};

const nothing = /^(无|没有|没|否认|不详)/;

const weightOf = ({ id, kind }: FactTopic, value: FactValue): number | null => {
  if (value.kind === 'money') return value.amountFen;
  if (value.kind === 'number') return value.number;
  if (value.kind === 'carers') return carersWeight(value.carers);
  if (value.kind === 'dependants') return dependantsWeight(value.dependants);
  if (value.kind === 'choice') return choiceWeights[id]?.[value.choice] ?? null;
  if (value.kind !== 'text') return null;
  // An earlier illness or injury takes part of the blame away from the accident.
  if (id === 'oldIllness' || id === 'oldInjury') return nothing.test(value.text.trim()) ? 1 : 0;
  return kind === 'money' ? monthlyFenIn(value.text) : null;
};

/** Money first; days and heads decide where no income was named. */
const carersWeight = (carers: readonly Carer[]): number => {
  const fen = carers.reduce((sum, one) => sum + (one.incomeMonthlyFen ?? 0), 0);
  const days = carers.reduce((sum, one) => sum + (one.days ?? 0), 0);
  return fen * 1_000 + days + carers.length;
};

/** Each dependant weighs less the more people support them. Source: Civil Code interpretation on personal injury, art. 17. */
const dependantsWeight = (dependants: readonly Dependant[]): number =>
  dependants.reduce((sum, { supporters }) => sum + 1 / (supporters ?? 1), 0);

const differenceOf = ({ kind }: FactTopic, first: FactValue, later: FactValue): number | null => {
  if (kind !== 'money') return null;
  const [before, after] = [fenOf(first), fenOf(later)];
  return before === null || after === null ? null : after - before;
};

const fenOf = (value: FactValue): number | null => {
  if (value.kind === 'money') return value.amountFen;
  return value.kind === 'text' ? monthlyFenIn(value.text) : null;
};

/** Papers that speak to one topic; for the others the touched items decide. Ids of `resources/wording/papers.json`. */
const papersByTopic: Readonly<Record<string, readonly string[]>> = {
  occupation: ['contract', 'employerStatement', 'businessLicence'],
  employer: ['contract', 'employerStatement', 'businessLicence'],
  jobSince: ['contract', 'employerStatement'],
  incomeMonthly: ['payRecord', 'employerStatement', 'contract'],
  incomePaidBy: ['payRecord'],
  incomeProof: ['payRecord', 'contract', 'businessLicence'],
  retired: ['contract', 'payRecord'],
  household: ['householdRegister'],
  homeAddress: ['householdRegister'],
  livingSituation: ['householdRegister'],
  carers: ['carerProof', 'careOrder'],
  dependants: ['dependantProof', 'householdRegister'],
  oldIllness: ['medicalRecord', 'dischargeRecord'],
  oldInjury: ['films', 'medicalRecord'],
  walkingBefore: ['medicalRecord', 'dischargeRecord'],
  firstTreatment: ['medicalRecord', 'medicalReceipts'],
};

/** Papers that could settle a drift 所需凭证, the strongest first. */
export const proofsFor = (papers: readonly Paper[], { topic }: Pick<Drift, 'topic'>): Paper[] => {
  const named = papersByTopic[topic.id];
  if (named !== undefined) return named.flatMap((id) => papers.find((paper) => paper.id === id) ?? []);
  return papers.filter(({ touches }) => touches.some((kind) => topic.touches.includes(kind))).slice(0, 3);
};
