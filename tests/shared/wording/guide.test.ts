import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { duePapers, dueTopics, nextQuestions, pendingQuestions } from '../../../shared/wording/guide.ts';
import { deriveCaseSignals } from '../../../shared/wording/signals.ts';
import { shippedWording } from './resources.ts';

const { steps, facts, topics, papers } = shippedWording();
const ids = (entries: readonly { id: string }[]): string[] => entries.map((entry) => entry.id);

describe('pendingQuestions', () => {
  it('asks everything in funnel order when nothing is known', () => {
    const [first] = pendingQuestions(steps[0]!, facts, new Set());
    expect(first).toMatchObject({ factId: 'accidentCourse', form: 'open' });
    expect(pendingQuestions(steps[0]!, facts, new Set())).toHaveLength(steps[0]!.questions.length);
  });

  it('drops both forms of a question once its fact is known, and nothing else', () => {
    fc.assert(
      fc.property(fc.constantFrom(...steps), fc.subarray(ids(facts)), (step, known) => {
        const left = pendingQuestions(step, facts, new Set(known)).map(({ factId, form }) => `${form}:${factId}`);
        const expected = step.questions.filter(({ factId }) => !known.includes(factId)).map(({ factId, form }) => `${form}:${factId}`);
        expect(left).toEqual(expected);
      }),
      { seed: 20261123 },
    );
  });

  it('speaks to the doctor about the patient, in the words of the step', () => {
    const asked = pendingQuestions(steps[2]!, facts, new Set()).find(({ factId }) => factId === 'oldIllness');
    expect(asked?.text.zh).toContain('医生');
  });
});

describe('nextQuestions', () => {
  const asked = (step: number, known: readonly string[], heardOnce: readonly string[] = []) =>
    nextQuestions(steps[step - 1]!, facts, { known: new Set(known), heardOnce: new Set(heardOnce) });

  it('asks open questions before closed ones and each fact once', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 6 }), fc.subarray(ids(facts)), (step, known) => {
        const heard = known.filter((_, i) => i % 2 === 0);
        const left = asked(step, known, heard);
        const forms = left.map(({ form }) => form).join(' ');
        expect(forms).toMatch(/^(open ?)*(closed ?)*$/);
        expect(new Set(left.map(({ factId }) => factId)).size).toBe(left.length);
        expect(left.filter(({ factId, confirms }) => known.includes(factId) !== confirms)).toEqual([]);
        expect(left.filter(({ factId, confirms }) => confirms && !heard.includes(factId))).toEqual([]);
      }),
      { seed: 20261123 },
    );
  });

  it('confirms what was heard once with the closed question, after everything still unknown', () => {
    const left = asked(2, ['occupation'], ['occupation']);
    expect(left.at(-1)).toMatchObject({ factId: 'occupation', form: 'closed', confirms: true });
    expect(asked(2, ['occupation']).some(({ factId }) => factId === 'occupation')).toBe(false);
  });
});

describe('what a case needs', () => {
  it('is the general topics, and shared fault while the finding is out, for a case of which nothing is known', () => {
    const signals = deriveCaseSignals({});
    expect([...signals].toSorted()).toEqual(['always', 'faultShare']);
    expect(ids(dueTopics(topics, signals))).toEqual(
      expect.arrayContaining(['costsOutsideCover', 'noPrivatePromise', 'keepOriginals', 'faultShare']),
    );
    expect(ids(dueTopics(topics, signals))).not.toContain('nursingNeedsOrder');
  });

  it.each([
    ['an elderly person', { agesYears: [73] }, ['oldIllness', 'nursingNeedsOrder', 'nutritionNeedsOpinion']],
    ['a stay in hospital', { hospitalised: true }, ['nonListedDrugs', 'nursingNeedsOrder']],
    ['an operation', { operated: true }, ['nonListedDrugs', 'nursingNeedsOrder']],
    ['income claimed', { incomeClaimed: true }, ['lostIncomeProof']],
    ['an advance asked for', { advanceAsked: true }, ['advanceIsDeducted']],
    ['an appraisal in sight', { appraisalLikely: true }, ['appraisalTiming', 'mentalDistress']],
  ])('adds topics for %s', (_name, features, expected) => {
    expect(ids(dueTopics(topics, deriveCaseSignals(features)))).toEqual(expect.arrayContaining(expected));
  });

  it('drops the share of fault when the insured side bears it all', () => {
    expect(deriveCaseSignals({ faultSharePercent: 100 }).has('faultShare')).toBe(false);
  });

  it('asks for the papers of the injury course only', () => {
    const light = ids(duePapers(papers, deriveCaseSignals({}), 'outpatient'));
    expect(light).toContain('medicalReceipts');
    expect(light).not.toContain('dischargeRecord');
    const dead = ids(duePapers(papers, deriveCaseSignals({ dead: true }), 'dead'));
    expect(dead).toEqual(expect.arrayContaining(['deathCertificate', 'familyTree']));
    expect(dead).not.toContain('sickNote');
  });

  it('never needs fewer topics when one more feature is known to hold', () => {
    const flags = [
      'hospitalised',
      'operated',
      'oldIllness',
      'incomeClaimed',
      'nursingClaimed',
      'advanceAsked',
      'disabled',
      'dead',
    ] as const;
    fc.assert(
      fc.property(fc.subarray([...flags]), fc.constantFrom(...flags), (some, extra) => {
        const featuresOf = (names: readonly string[]) => Object.fromEntries(names.map((name) => [name, true]));
        const before = ids(dueTopics(topics, deriveCaseSignals(featuresOf(some))));
        expect(ids(dueTopics(topics, deriveCaseSignals(featuresOf([...some, extra]))))).toEqual(expect.arrayContaining(before));
      }),
      { seed: 20261123 },
    );
  });
});
