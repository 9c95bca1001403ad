import type { WordingBundle } from './model.ts';

/** A reference or id in wording data that does not hold together. */
export type BundleProblem = {
  readonly code: 'duplicate-id' | 'unknown-fact' | 'unknown-topic' | 'step-order';
  readonly where: string;
  readonly id: string;
};

/** Checks what no single schema can see: ids are unique per file, references resolve, and steps run 1 to 6. */
export const bundleProblems = (bundle: WordingBundle): BundleProblem[] => [
  ...(['topics', 'facts', 'rules', 'papers', 'doubts'] as const).flatMap((where) => duplicates(where, bundle[where])),
  ...bundle.facts.flatMap((fact) => duplicates(`facts.${fact.id}.choices`, fact.choices ?? [])),
  ...stepProblems(bundle),
];

const duplicates = (where: string, entries: readonly { readonly id: string }[]): BundleProblem[] =>
  entries
    .filter((entry, index) => entries.findIndex((other) => other.id === entry.id) !== index)
    .map(({ id }) => ({ code: 'duplicate-id', where, id }));

const stepProblems = ({ steps, topics, facts }: WordingBundle): BundleProblem[] => {
  const topicIds = new Set(topics.map(({ id }) => id));
  const factIds = new Set(facts.map(({ id }) => id));
  return steps.flatMap((step, index) => {
    const where = `steps.${step.key}`;
    const wantedTopics = step.do.flatMap(({ topicId }) => topicId ?? []);
    const wantedFacts = [...step.do.flatMap(({ factId }) => factId ?? []), ...step.questions.map(({ factId }) => factId)];
    return [
      ...(step.key === index + 1 ? [] : [{ code: 'step-order' as const, where, id: step.slug }]),
      ...duplicates(`${where}.do`, step.do),
      ...duplicates(`${where}.talkingPoints`, step.talkingPoints),
      ...duplicates(
        `${where}.questions`,
        step.questions.map(({ form, factId }) => ({ id: `${form}:${factId}` })),
      ),
      ...wantedTopics.filter((id) => !topicIds.has(id)).map((id) => ({ code: 'unknown-topic' as const, where, id })),
      ...wantedFacts.filter((id) => !factIds.has(id)).map((id) => ({ code: 'unknown-fact' as const, where, id })),
    ];
  });
};
