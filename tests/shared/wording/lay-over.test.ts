import { describe, expect, it } from 'vitest';
import type { WordingDocument } from '../../../shared/wording/document.ts';
import { layOver } from '../../../shared/wording/lay-over.ts';
import type { FactTopic, Topic } from '../../../shared/wording/model.ts';
import { readBody } from '../../../shared/sync/document-body.ts';
import { shippedWording } from './resources.ts';

const shipped = shippedWording();
const [topic, other] = shipped.topics as [Topic, Topic];
const choice = shipped.facts.find(({ kind }) => kind === 'choice') as FactTopic;
const document = (changes: Partial<WordingDocument> = {}): WordingDocument => ({ rules: [...shipped.rules], ...changes });
const newCard = { zh: '公司的说法', en: 'What the company says' };

describe('published words over the shipped ones', () => {
  it('take the place of entries of the same id, add new ones, and leave the rest as shipped', () => {
    const added: Topic = { ...topic, id: 'companyOwn' };
    const laid = layOver(shipped, document({ topics: [{ ...topic, card: newCard }, added] }));
    if (!laid.ok) throw new Error(laid.error.place);
    expect(laid.value.topics).toEqual([{ ...topic, card: newCard }, ...shipped.topics.slice(1), added]);
    expect(laid.value.facts).toEqual(shipped.facts);
  });

  it('replace the rules as a whole', () => {
    const laid = layOver(shipped, { rules: shipped.rules.slice(0, 1) });
    expect(laid.ok && laid.value.rules).toEqual(shipped.rules.slice(0, 1));
  });

  const flaws: [string, WordingDocument, string, string][] = [
    ['an entry twice', document({ topics: [other, other] }), 'duplicate-id', `topics.${other.id}`],
    [
      'a rule twice',
      { rules: [...shipped.rules.slice(0, 1), ...shipped.rules.slice(0, 1)] },
      'duplicate-id',
      `rules.${shipped.rules[0]?.id}`,
    ],
    [
      'a fact of another kind',
      document({ facts: [{ ...choice, kind: 'text', choices: undefined }] }),
      'fact-changed',
      `facts.${choice.id}`,
    ],
    [
      'a fact without a choice that cases hold',
      document({ facts: [{ ...choice, choices: [...(choice.choices ?? []).slice(1), { id: 'else', name: newCard }] }] }),
      'fact-changed',
      `facts.${choice.id}`,
    ],
    [
      'a step that asks for a fact that is not there',
      document({
        steps: shipped.steps.slice(0, 1).map((step) => ({
          ...step,
          questions: [...step.questions, { form: 'open' as const, factId: 'nowhere', text: newCard }],
        })),
      }),
      'unknown-fact',
      'steps.1.nowhere',
    ],
  ];
  it.each(flaws)('with %s are refused', (_name, given, code, place) => {
    expect(layOver(shipped, given)).toEqual({ ok: false, error: { code, place } });
  });

  it('need both languages at every text, and say where one is missing', () => {
    const read = (card: object) => readBody('wording-rules', { ...document(), topics: [{ ...topic, card }] });
    expect(read({ zh: '只有中文' })).toEqual({ ok: false, error: { code: 'language', place: `topics.${topic.id}.card.en` } });
    expect(read({ zh: 'only English', en: 'only English' })).toMatchObject({
      error: { code: 'language', place: `topics.${topic.id}.card.zh` },
    });
    expect(read(newCard)).toMatchObject({ ok: true });
  });
});
