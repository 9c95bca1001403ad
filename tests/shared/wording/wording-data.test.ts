import { describe, expect, it } from 'vitest';
import { bundleProblems } from '../../../shared/wording/check-bundle.ts';
import { lintWording } from '../../../shared/wording/rules.ts';
import { bilingualSchema, type Bilingual } from '../../../shared/wording/model.ts';
import { CASE_SIGNALS } from '../../../shared/wording/vocabulary.ts';
import { shippedIcd, shippedWording } from './resources.ts';

const bundle = shippedWording();

const textsIn = (value: unknown): Bilingual[] => {
  const parsed = bilingualSchema.safeParse(value);
  if (parsed.success) return [parsed.data];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsIn) : [];
};

describe('shipped wording', () => {
  it('fits its schemas in both languages, with unique ids and no dangling reference', () => {
    expect(bundleProblems(bundle)).toEqual([]);
  });

  it('covers the six steps, the topics, the rules and the papers in the promised breadth', () => {
    expect(bundle.steps.map((step) => step.name.zh)).toEqual(['回访客户', '查勘伤者', '对话医生', '跟踪指导', '合理审核', '及时上报']);
    expect(bundle.topics.length).toBeGreaterThanOrEqual(14);
    expect(bundle.rules.length).toBeGreaterThanOrEqual(25);
    expect(bundle.papers.length).toBeGreaterThanOrEqual(25);
    expect(bundle.doubts.length).toBeGreaterThanOrEqual(15);
  });

  it('freezes work, income, home, carers, dependants and the accident in own words as first statement', () => {
    const frozen = bundle.facts.filter((fact) => fact.firstStatement).map((fact) => fact.id);
    expect(frozen).toEqual(
      expect.arrayContaining(['occupation', 'employer', 'incomeMonthly', 'homeAddress', 'carers', 'dependants', 'accidentInOwnWords']),
    );
  });

  it('asks every question in a step that its fact names', () => {
    const factById = new Map(bundle.facts.map((fact) => [fact.id, fact]));
    const strays = bundle.steps.flatMap((step) =>
      step.questions.filter(({ factId }) => !factById.get(factId)?.steps.includes(step.key)).map(({ factId }) => `${step.key}:${factId}`),
    );
    expect(strays).toEqual([]);
  });

  it('lets every fact be asked in each of its steps', () => {
    const asked = new Set(bundle.steps.flatMap((step) => step.questions.map(({ factId }) => `${step.key}:${factId}`)));
    const silent = bundle.facts.flatMap((fact) => fact.steps.map((key) => `${key}:${fact.id}`)).filter((key) => !asked.has(key));
    expect(silent).toEqual([]);
  });

  it('ticks a topic only in a step where that topic applies', () => {
    const topicById = new Map(bundle.topics.map((topic) => [topic.id, topic]));
    const strays = bundle.steps.flatMap((step) =>
      step.do.filter(({ topicId }) => topicId !== undefined && !topicById.get(topicId)?.steps.includes(step.key)).map(({ id }) => id),
    );
    expect(strays).toEqual([]);
  });

  it('uses every case signal at least once', () => {
    const used = new Set([...bundle.topics, ...bundle.papers].flatMap((entry) => entry.when));
    expect(CASE_SIGNALS.filter((signal) => !used.has(signal))).toEqual([]);
  });

  it('keeps its own wording rules in everything that may be said to people', () => {
    const said = textsIn([bundle.steps, bundle.topics, bundle.facts, bundle.papers, bundle.rules.map((rule) => rule.better)]);
    const slips = said
      .flatMap(({ zh, en }) => [zh, en])
      .flatMap((text) =>
        lintWording(text, bundle.rules).map(({ start, end, ruleId }) => `${ruleId}: ${text.slice(start, end)} in ${text}`),
      );
    expect(said.length).toBeGreaterThan(400);
    expect(slips).toEqual([]);
  });
});

describe('shipped ICD-10 list', () => {
  const { codes } = shippedIcd();

  it('holds unique codes in order within each kind, with at least 250 injuries and 20 illnesses', () => {
    const injuries = codes.filter((entry) => entry.kind === 'injury').map((entry) => entry.code);
    expect(new Set(codes.map((entry) => entry.code)).size).toBe(codes.length);
    expect(injuries).toEqual(injuries.toSorted());
    expect(injuries.length).toBeGreaterThanOrEqual(250);
    expect(codes.length - injuries.length).toBeGreaterThanOrEqual(20);
  });

  it('names the category above every four-character injury code and every block of S and T', () => {
    const known = new Set(codes.map((entry) => entry.code));
    const orphans = codes.filter((entry) => entry.kind === 'injury' && !known.has(entry.code.slice(0, 3)));
    expect(orphans).toEqual([]);
    for (let block = 0; block < 100; block += 1) expect(known).toContain(`S${String(block).padStart(2, '0')}`);
    for (let block = 0; block <= 14; block += 1) expect(known).toContain(`T${String(block).padStart(2, '0')}`);
  });

  it('carries no side of the body in a name', () => {
    expect(codes.filter((entry) => /左|右|\b(left|right)\b/iu.test(`${entry.zh} ${entry.en}`))).toEqual([]);
  });
});
