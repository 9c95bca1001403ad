import { describe, expect, it } from 'vitest';
import { contactInput, sourceOf, startValues } from '../../../../renderer/features/contacts/contact-values.ts';
import { dueFor } from '../../../../renderer/features/contacts/due-choices.ts';
import { laneOf, openQuestions, timelineOf } from '../../../../renderer/features/contacts/timeline-view.ts';
import { toldLines } from '../../../../renderer/features/contacts/told.ts';
import { itemLines, totalsOf } from '../../../../renderer/features/damages/totals.ts';
import { diagnosisLines } from '../../../../renderer/features/doctors/diagnosis-view.ts';
import { findCodes } from '../../../../renderer/features/doctors/icd-search.ts';
import { allWays } from '../../../../renderer/features/escalations/escalation-view.ts';
import { cheapestOf, scenarioLines } from '../../../../shared/escalations/scenario-lines.ts';
import { factLines } from '../../../../renderer/features/facts/fact-view.ts';
import { eventsFor, likelyStep, stepsOf } from '../../../../renderer/features/steps/step-view.ts';
import { changedFrom } from '../../../../renderer/ui/form/changed-from.ts';
import type { CaseFile } from '../../../../shared/cases/contract.ts';
import { counterparts } from '../../../../shared/contacts/model.ts';

const now = '2026-11-23T02:00:00.000Z';
const row = { caseId: 'c', at: now, byPersonId: null, rev: 1, voidReason: null, partyId: null };

/** A case file with only what a rule looks at; everything else is empty. */
const file = (part: Record<string, unknown>): CaseFile =>
  ({
    case: { id: 'c', insuredName: '赵某', driverName: null, reportNumber: 'R1' },
    parties: [],
    facts: [],
    statements: [],
    drifts: [],
    logs: [],
    questions: [],
    disclosures: [],
    promises: [],
    diagnoses: [],
    estimates: [],
    doubts: [],
    marks: [],
    treatments: [],
    items: [],
    deductions: [],
    offers: [],
    escalations: [],
    remarks: [],
    stepEvents: [],
    attachments: [],
    steps: [],
    clocks: [],
    may: [],
    people: {},
    ...part,
  }) as unknown as CaseFile;

const log = (id: string, more: Record<string, unknown> = {}) => ({
  ...row,
  id,
  step: 1,
  counterpart: 'insured',
  counterpartName: null,
  channel: 'phone',
  outcome: 'reached',
  contactAt: now,
  place: null,
  mood: null,
  body: id,
  correctsLogId: null,
  correctionReason: null,
  ...more,
});

describe('the story of a case', () => {
  it('puts every counterpart into a lane', () => {
    expect(counterparts.map(laneOf)).toEqual([
      'insured',
      'insured',
      'injured',
      'injured',
      'doctor',
      'others',
      'others',
      'others',
      'internal',
    ]);
  });
  it('points a corrected log at its correction and back', () => {
    const entries = timelineOf(
      file({ logs: [log('old'), log('new', { correctsLogId: 'old', contactAt: '2026-11-23T03:00:00.000Z' })] }),
      null,
    );
    expect(entries.map((entry) => [entry.log.id, entry.correctedBy?.id ?? null, entry.corrects?.id ?? null])).toEqual([
      ['new', null, 'old'],
      ['old', 'new', null],
    ]);
  });
  it('shows the logs of the whole case and of the person in view, not those of others', () => {
    const logs = [log('all'), log('mine', { partyId: 'p1' }), log('other', { partyId: 'p2' })];
    expect(
      timelineOf(file({ logs }), 'p1')
        .map((entry) => entry.log.id)
        .toSorted(),
    ).toEqual(['all', 'mine']);
  });
  it('keeps answered and voided questions out of the open ones', () => {
    const ask = { ...row, logId: null, askedBy: 'insured', askedAt: now, body: 'q', complex: false, answer: null, answeredAt: null };
    const questions = [
      { ...ask, id: '1' },
      { ...ask, id: '2', answer: 'yes' },
      { ...ask, id: '3', voidReason: 'twice' },
    ];
    expect(openQuestions(file({ questions }), null).map((one) => one.id)).toEqual(['1']);
  });
});

describe('the meter of what was told', () => {
  const topic = (id: string, when: string[]) => ({ id, when, steps: [1], covers: [], name: { zh: '', en: '' }, card: { zh: '', en: '' } });
  const told = (id: string, more: Record<string, unknown> = {}) => ({
    ...row,
    id,
    topic: 'costs',
    toldAt: now,
    understood: 'yes',
    channel: 'phone',
    ...more,
  });
  const topics = [topic('costs', ['always']), topic('elderlyOnly', ['elderly'])] as never;
  it('counts only topics that the case makes necessary, each once, by its last telling', () => {
    const disclosures = [told('1', { toldAt: '2026-11-20T02:00:00.000Z', understood: 'no' }), told('2')];
    const lines = toldLines({ topics, signals: new Set(['always'] as const), file: file({ disclosures }), partyId: null });
    expect(lines.map((line) => [line.topic.id, line.told?.id])).toEqual([['costs', '2']]);
  });
  it('does not count a voided telling', () => {
    const lines = toldLines({
      topics,
      signals: new Set(['always'] as const),
      file: file({ disclosures: [told('1', { voidReason: 'wrong case' })] }),
      partyId: null,
    });
    expect(lines[0]?.told).toBeNull();
  });
});

describe('facts', () => {
  it('show the newest value and say that it drifted from the first', () => {
    const fact = (id: string, text: string, saidAt: string) => ({
      ...row,
      id,
      topic: 'occupation',
      value: { kind: 'text', text },
      source: 'injured',
      sourceName: null,
      saidAt,
      logId: null,
    });
    const facts = [fact('2', '工人', '2026-11-22T02:00:00.000Z'), fact('1', '退休', '2026-11-20T02:00:00.000Z')];
    const topic = { id: 'occupation', subject: 'case', kind: 'text' } as never;
    expect(factLines(file({ facts }), [topic], null)[0]).toMatchObject({ drifted: true, first: { id: '1' }, current: { id: '2' } });
  });
});

describe('the contact form', () => {
  it('begins with whom the step usually talks to and what the file knows of them', () => {
    const values = startValues({ file: file({}), partyId: null, step: 1, now, logId: 'l', corrects: null, topic: 'costs' });
    expect(values).toMatchObject({
      counterpart: 'insured',
      counterpartName: '赵某',
      channel: 'phone',
      outcome: 'reached',
      disclosures: [{ topic: 'costs' }],
    });
  });
  it('gives everything said the speaker, channel and time of the contact, under the id made by the form', () => {
    const values = {
      ...startValues({ file: file({}), partyId: null, step: 1, now, logId: 'l', corrects: null, topic: 'costs' }),
      promises: [{ what: '明天来电', side: 'us' as const, dueAt: now }],
      questions: [{ body: '几天到账', complex: null, answer: '' }],
    };
    const input = contactInput(values, { caseId: 'c', step: 1, correctsLogId: null, draftKey: 'contact:c', factOf: () => undefined });
    expect(input).toMatchObject({
      logId: 'l',
      draftKey: 'contact:c',
      disclosures: [{ logId: 'l', toldTo: 'insured', toldAt: now }],
      promises: [{ logId: 'l', side: 'us' }],
    });
    expect(input.questions[0]).not.toHaveProperty('answer');
  });
  it('knows who said a fact from whom we talked to', () => {
    expect([sourceOf('doctor'), sourceOf('lawyer')]).toEqual(['doctor', 'other']);
  });
  it('offers promise times in China civil time, and not one that has passed', () => {
    expect(dueFor('today', now)).toBe('2026-11-23T09:00:00.000Z');
    expect(dueFor('today', '2026-11-23T10:00:00.000Z')).toBe('2026-11-23T15:00:00.000Z');
    expect(dueFor('tomorrow', '2026-11-23T17:00:00.000Z')).toBe('2026-11-25T01:00:00.000Z');
  });
});

describe('doctors', () => {
  const diagnosis = (id: string, more: Record<string, unknown>) => ({
    ...row,
    id,
    partyId: 'p',
    logId: null,
    mode: 'spoken',
    body: '半月板撕裂',
    icd10: null,
    oldIllness: null,
    ...more,
  });
  it('put what was said beside what was written of the same injury', () => {
    const diagnoses = [
      diagnosis('1', {}),
      diagnosis('2', { mode: 'written', body: '左膝内侧半月板撕裂', icd10: 'S83.2' }),
      diagnosis('3', { body: '高血压', icd10: 'I10', oldIllness: true }),
    ];
    const lines = diagnosisLines(file({ diagnoses }), 'p');
    expect(lines.map((line) => [line.icd10, line.spoken.length, line.written.length, line.oldIllness])).toEqual([
      ['S83.2', 1, 1, false],
      ['I10', 1, 0, true],
    ]);
  });
  it('never join two injuries with different codes', () => {
    const diagnoses = [diagnosis('1', { icd10: 'S82.8' }), diagnosis('2', { icd10: 'S83.2' })];
    expect(diagnosisLines(file({ diagnoses }), 'p')).toHaveLength(2);
  });
  it('find a code by its beginning before names that hold the words', () => {
    const codes = [
      { code: 'S82.8', kind: 'injury', zh: '踝骨折', en: 'Fracture of ankle', py: 'hgz' },
      { code: 'S93', kind: 'injury', zh: '踝脱位 S82', en: 'Dislocation', py: 'htw' },
    ];
    expect(findCodes(codes, 'ｓ８２').map((one) => one.code)).toEqual(['S82.8', 'S93']);
    expect(findCodes(codes, '')).toEqual([]);
  });
});

describe('damages', () => {
  const item = { ...row, id: 'i', partyId: 'p', kind: 'medical', claimedFen: 10_000, allowedFen: 9_000, decision: 'open' };
  const cut = { ...row, id: 'd', itemId: 'i', amountFen: 500, reason: 'r', clause: null, disclosureId: null, notToldBefore: false };
  it('say when an item does not balance and when a deduction is not tied', () => {
    const [line] = itemLines(file({ items: [item], deductions: [cut] }), 'p');
    expect(line).toMatchObject({ deductedFen: 500, unbalanced: true, untied: 1 });
  });
  it('sum to the fen over the lines of one person', () => {
    const lines = itemLines(file({ items: [item, { ...item, id: 'j', partyId: 'q' }], deductions: [{ ...cut, amountFen: 1_000 }] }), 'p');
    expect(totalsOf(lines)).toEqual({ claimedFen: 10_000, deductedFen: 1_000, allowedFen: 9_000, decided: 0 });
  });
});

describe('scenarios', () => {
  it('name the way that costs least in all, and none while there is nothing to compare', () => {
    const way = { amountFen: 5_000, extraCostFen: 0, days: 10, note: '' };
    const all = allWays([
      { ...way, way: 'settle-now' },
      { ...way, way: 'in-court', amountFen: 4_900, extraCostFen: 300 },
    ]);
    expect(cheapestOf(scenarioLines(all))).toBe('settle-now');
    expect(cheapestOf(scenarioLines(allWays([{ ...way, way: 'settle-now' }])))).toBeNull();
  });
});

describe('steps', () => {
  it('open the page at the step that asks to be looked at, else at the one under way', () => {
    const view = (step: number, state: string) => ({ step, state, partyId: null, percent: 0, unmet: [], round: 1, reason: null });
    expect(likelyStep([view(1, 'done'), view(2, 'working'), view(3, 'attention')] as never)).toBe(3);
    expect(likelyStep(stepsOf(file({}), null))).toBe(1);
  });
  it('offer what can be decided in each state', () => {
    const view = { step: 1, partyId: null, percent: 0, unmet: [], round: 1, reason: null };
    expect((['not-started', 'working', 'done', 'waived', 'attention'] as const).map((state) => eventsFor({ ...view, state })[0])).toEqual([
      'started',
      'finished',
      'repeated',
      'reopened',
      'reopened',
    ]);
  });
});

describe('an edit', () => {
  it('sends only what was changed', () => {
    expect(changedFrom({ a: 1, b: ['x'], c: null }, { a: 1, b: ['y'], c: null })).toEqual({ b: ['y'] });
  });
});
