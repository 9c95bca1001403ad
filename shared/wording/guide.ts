import type { Bilingual, FactTopic, Paper, Step, StepQuestion, Topic } from './model.ts';
import type { CaseSignal, InjuryCourse } from './vocabulary.ts';

/** A question as the guide shows it, with the fact that an answer would fill. */
export type PendingQuestion = { readonly factId: string; readonly form: StepQuestion['form']; readonly text: Bilingual };

/** The questions still worth asking, in funnel order: one disappears once its fact is known. */
export const pendingQuestions = (step: Step, facts: readonly FactTopic[], known: ReadonlySet<string>): PendingQuestion[] => {
  const factById = new Map(facts.map((fact) => [fact.id, fact]));
  return step.questions.flatMap(({ factId, form, text }) => {
    const wording = text ?? factById.get(factId)?.ask[form];
    return wording === undefined || known.has(factId) ? [] : [{ factId, form, text: wording }];
  });
};

/** A question to ask now; `confirms` marks one that repeats what was heard already. */
export type NextQuestion = PendingQuestion & { readonly confirms: boolean };

/**
 * What is left to ask, in funnel order: first the open questions that teach something new, then closed ones for facts that have
 * no open question, last the closed ones that confirm what was heard once. One question per fact.
 */
export const nextQuestions = (
  step: Step,
  facts: readonly FactTopic[],
  { known, heardOnce }: { known: ReadonlySet<string>; heardOnce: ReadonlySet<string> },
): NextQuestion[] => {
  const pending = pendingQuestions(step, facts, known);
  const open = pending.filter(({ form }) => form === 'open');
  const closed = pending.filter(({ form, factId }) => form === 'closed' && !open.some((one) => one.factId === factId));
  const toConfirm = pendingQuestions(step, facts, new Set(facts.map(({ id }) => id).filter((id) => !heardOnce.has(id)))).filter(
    ({ form }) => form === 'closed',
  );
  return [...open, ...closed, ...toConfirm].map((one) => ({ ...one, confirms: toConfirm.includes(one) }));
};

/** An entry is needed as soon as one of its signals holds. */
export const isDue = (when: readonly CaseSignal[], signals: ReadonlySet<CaseSignal>): boolean =>
  when.some((signal) => signal === 'always' || signals.has(signal));

/** The disclosure topics that this case needs 应告知要点, in the order of the file. */
export const dueTopics = (topics: readonly Topic[], signals: ReadonlySet<CaseSignal>): Topic[] =>
  topics.filter((topic) => isDue(topic.when, signals));

/** The checklist of papers for one injured person. */
export const duePapers = (papers: readonly Paper[], signals: ReadonlySet<CaseSignal>, course: InjuryCourse): Paper[] =>
  papers.filter((paper) => paper.courses.includes(course) && isDue(paper.when, signals));
