import { err, ok, type Result } from '../kernel/result.ts';
import { bundleProblems } from './check-bundle.ts';
import type { WordingDocument } from './document.ts';
import type { FactTopic, WordingBundle } from './model.ts';

/** Why a document does not fit to what the app ships, and at which entry. */
export type WordingFlaw = {
  readonly code: 'duplicate-id' | 'unknown-fact' | 'unknown-topic' | 'step-order' | 'fact-changed';
  readonly place: string;
};

/**
 * Lays a published document over the shipped words. Nothing shipped goes away, because cases name its ids; a fact keeps its kind,
 * its subject and its choices, because values that people gave and the program's own conclusions rest on them.
 */
export const layOver = (shipped: WordingBundle, document: WordingDocument): Result<WordingBundle, WordingFlaw> => {
  const doubled = doubledIn(document);
  if (doubled !== undefined) return err({ code: 'duplicate-id', place: doubled });
  const changed = (document.facts ?? []).find((fact) => !isSameFact(shipped.facts, fact));
  if (changed !== undefined) return err({ code: 'fact-changed', place: `facts.${changed.id}` });
  const bundle: WordingBundle = {
    rules: document.rules,
    steps: over(shipped.steps, document.steps, ({ key }) => String(key)),
    topics: over(shipped.topics, document.topics, byId),
    facts: over(shipped.facts, document.facts, byId),
    papers: over(shipped.papers, document.papers, byId),
    doubts: over(shipped.doubts, document.doubts, byId),
  };
  const [problem] = bundleProblems(bundle);
  return problem === undefined ? ok(bundle) : err({ code: problem.code, place: `${problem.where}.${problem.id}` });
};

const byId = ({ id }: { readonly id: string }): string => id;

const over = <Entry>(shipped: readonly Entry[], given: readonly Entry[] | undefined, keyOf: (entry: Entry) => string): Entry[] => {
  const byKey = new Map((given ?? []).map((entry) => [keyOf(entry), entry]));
  const known = new Set(shipped.map(keyOf));
  return [...shipped.map((entry) => byKey.get(keyOf(entry)) ?? entry), ...[...byKey.values()].filter((entry) => !known.has(keyOf(entry)))];
};

/** Two entries of one id in the document itself would leave open which of them counts. */
const doubledIn = (document: WordingDocument): string | undefined => {
  const lists = {
    ...document,
    steps: document.steps?.map(({ key }) => ({ id: String(key) })),
  } as Record<string, readonly { id: string }[] | undefined>;
  for (const [list, entries] of Object.entries(lists)) {
    const ids = (entries ?? []).map(byId);
    const twice = ids.find((id, index) => ids.indexOf(id) !== index);
    if (twice !== undefined) return `${list}.${twice}`;
  }
  return undefined;
};

const isSameFact = (shipped: readonly FactTopic[], given: FactTopic): boolean => {
  const before = shipped.find(({ id }) => id === given.id);
  if (before === undefined) return true;
  const choices = new Set((given.choices ?? []).map(byId));
  return before.kind === given.kind && before.subject === given.subject && (before.choices ?? []).every(({ id }) => choices.has(id));
};
