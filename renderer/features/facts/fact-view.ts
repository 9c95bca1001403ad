import type { CaseFile } from '../../../shared/cases/contract.ts';
import { driftsOf, type Drift } from '../../../shared/facts/drift.ts';
import type { DriftRow } from '../../../shared/facts/drift-model.ts';
import { sameMeaning } from '../../../shared/facts/meaning.ts';
import { factSources, type Fact, type FactSource } from '../../../shared/facts/model.ts';
import { nextQuestions, type NextQuestion } from '../../../shared/wording/guide.ts';
import { knownElsewhere } from '../../../shared/wording/known-elsewhere.ts';
import type { FactTopic, Step } from '../../../shared/wording/model.ts';

/** Everything said about one topic: the value of today, the first one, whether they differ in meaning, and whether it is frozen. */
export type FactLine = { topic: FactTopic; current: Fact | null; first: Fact | null; all: Fact[]; drifted: boolean; frozen: boolean };

/** Facts of one topic, oldest statement first. Facts without a party are about the case. */
const saidOn = (file: CaseFile, topicId: string, partyId: string | null): Fact[] =>
  file.facts
    .filter((fact) => fact.topic === topicId && fact.partyId === partyId && fact.voidReason === null && fact.value !== null)
    .toSorted((a, b) => a.saidAt.localeCompare(b.saidAt) || a.at.localeCompare(b.at));

/** Ids of the facts that a frozen statement names. */
export const frozenIds = (file: CaseFile): ReadonlySet<string> =>
  new Set(
    file.statements
      .filter(({ state, voidReason }) => state === 'frozen' && voidReason === null)
      .flatMap(({ facts }) => (facts ?? []).map(({ factId }) => factId)),
  );

export const factLines = (file: CaseFile, topics: readonly FactTopic[], partyId: string | null): FactLine[] => {
  const frozen = frozenIds(file);
  return topics.map((topic) => {
    const all = saidOn(file, topic.id, topic.subject === 'case' ? null : partyId);
    const current = all.at(-1) ?? null;
    const kept = all.find(({ id }) => frozen.has(id)) ?? null;
    const first = kept ?? all[0] ?? null;
    const drifted = first?.value != null && current?.value != null && !sameMeaning(first.value, current.value);
    return { topic, current, first, all, drifted, frozen: kept !== null };
  });
};

/** A drift with the row that says who finds out or which paper settled it. */
export type DriftLine = Drift & { row: DriftRow | null };

/** What changed since the first statement of a person: open ones first. */
export const driftLines = (file: CaseFile, topics: readonly FactTopic[], partyId: string): DriftLine[] =>
  driftsOf(
    file.facts.filter((fact) => fact.partyId === partyId),
    topics,
    frozenIds(file),
  )
    .map((drift) => ({ ...drift, row: file.drifts.find((row) => row.laterFactId === drift.later.id && row.voidReason === null) ?? null }))
    .toSorted((a, b) => Number(a.row?.state === 'closed') - Number(b.row?.state === 'closed'));

/** What to ask next in a step: unknown facts by an open question; facts heard once from somebody, to be confirmed by a closed one. */
export const questionsLeft = (input: {
  file: CaseFile;
  step: Step;
  topics: readonly FactTopic[];
  partyId: string | null;
}): NextQuestion[] => {
  const { file, step, topics, partyId } = input;
  const lines = factLines(file, topics, partyId).filter(({ topic }) => topic.subject === 'case' || partyId !== null);
  const there = new Set(lines.map(({ topic }) => topic.id));
  const elsewhere = knownElsewhere(file, partyId);
  const known = new Set([
    ...elsewhere,
    ...lines.filter(({ current }) => current !== null).map(({ topic }) => topic.id),
    ...topics.map(({ id }) => id).filter((id) => !there.has(id)),
  ]);
  const heardOnce = lines.filter(
    ({ topic, all, frozen }) =>
      all.length === 1 && !frozen && !elsewhere.has(topic.id) && all[0]?.source !== 'paper' && all[0]?.source !== 'seen',
  );
  return nextQuestions(step, topics, { known, heardOnce: new Set(heardOnce.map(({ topic }) => topic.id)) });
};

/** Nine sources, so that each has a number key: what an employer says is about a person, what a driver says about the accident. */
export const sourcesFor = (topic: FactTopic): FactSource[] =>
  factSources.filter((source) => source !== (topic.subject === 'case' ? 'employer' : 'driver'));

/** What we note for ourselves before and between contacts; nobody told us. */
const ourOwn = new Set(['likelyDispute', 'ownPosition', 'contactPlan']);

/** Who usually answers: the first chip that is pressed already. */
export const usualSource = (topic: FactTopic): FactSource => {
  if (ourOwn.has(topic.id)) return 'other';
  if (topic.subject === 'case') return 'insured';
  return topic.steps[0] === 3 ? 'doctor' : 'injured';
};
