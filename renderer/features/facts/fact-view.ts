import type { CaseFile } from '../../../shared/cases/contract.ts';
import type { Fact, FactValue } from '../../../shared/facts/model.ts';
import type { FactTopic } from '../../../shared/wording/model.ts';

/** Everything said about one topic: the value of today, the first one, and whether they differ. */
export type FactLine = { topic: FactTopic; current: Fact | null; first: Fact | null; all: Fact[]; drifted: boolean };

const sameValue = (a: FactValue, b: FactValue): boolean => JSON.stringify(a) === JSON.stringify(b);

/** Facts of one topic, oldest statement first. Facts without a party are about the case. */
const saidOn = (file: CaseFile, topicId: string, partyId: string | null): Fact[] =>
  file.facts
    .filter((fact) => fact.topic === topicId && fact.partyId === partyId && fact.voidReason === null && fact.value !== null)
    .toSorted((a, b) => a.saidAt.localeCompare(b.saidAt) || a.at.localeCompare(b.at));

export const factLines = (file: CaseFile, topics: readonly FactTopic[], partyId: string | null): FactLine[] =>
  topics.map((topic) => {
    const all = saidOn(file, topic.id, topic.subject === 'case' ? null : partyId);
    const [first, current] = [all[0] ?? null, all.at(-1) ?? null];
    const drifted = first?.value != null && current?.value != null && !sameValue(first.value, current.value);
    return { topic, current, first, all, drifted };
  });
