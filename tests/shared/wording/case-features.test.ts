import { describe, expect, it } from 'vitest';
import { caseFeatures, type FeatureSource } from '../../../shared/wording/case-features.ts';
import { deriveCaseSignals } from '../../../shared/wording/signals.ts';

type Loose = { readonly [list in keyof FeatureSource]?: unknown };

/** Only the columns that features are read from; everything else of a row is left out on purpose. */
const fileOf = (lists: Loose): FeatureSource =>
  ({
    parties: [],
    facts: [],
    logs: [],
    estimates: [],
    diagnoses: [],
    items: [],
    escalations: [],
    treatments: [],
    ...lists,
    case: { accidentAt: '2026-03-04T17:00:00.000Z', liabilityShare: null, advanceNeeded: null, ...(lists.case as object | undefined) },
  }) as unknown as FeatureSource;

const party = (id: string, more: object = {}) => ({ id, voidReason: null, bornOn: null, admittedOn: null, ...more });
const fact = (topic: string, choice: string, more: object = {}) => ({
  partyId: 'p1',
  topic,
  value: { kind: 'choice', choice },
  saidAt: '2026-03-05T02:00:00.000Z',
  voidReason: null,
  ...more,
});
const signalsOf = (lists: Loose, partyId: string | null = 'p1') => deriveCaseSignals(caseFeatures(fileOf(lists), partyId));

describe('caseFeatures', () => {
  it('knows nothing of an empty file', () => {
    expect([...signalsOf({})].toSorted()).toEqual(['always', 'faultShare']);
  });

  it('counts full years on the Chinese day of the accident', () => {
    expect(signalsOf({ parties: [party('p1', { bornOn: '1966-03-05' })] })).toContain('elderly');
    expect(signalsOf({ parties: [party('p1', { bornOn: '1966-03-06' })] })).not.toContain('elderly');
  });

  it('sees an old person and a child side by side when everybody is in view', () => {
    const parties = [party('p1', { bornOn: '1950-01-01' }), party('p2', { bornOn: '2016-01-01' })];
    expect([...signalsOf({ parties }, null)]).toEqual(expect.arrayContaining(['elderly', 'minor']));
    expect(signalsOf({ parties }, 'p1')).not.toContain('minor');
  });

  it('takes the latest answer and leaves out voided rows and other people', () => {
    const early = fact('carersNeeded', 'one');
    const late = fact('carersNeeded', 'none', { saidAt: '2026-03-09T02:00:00.000Z' });
    expect(signalsOf({ facts: [late, early] })).not.toContain('nursingClaimed');
    expect(signalsOf({ facts: [early, { ...late, voidReason: 'typed twice' }] })).toContain('nursingClaimed');
    expect(signalsOf({ facts: [early] }, 'p2')).not.toContain('nursingClaimed');
  });

  it.each([
    ['a claimed item of nursing', { items: [{ partyId: 'p1', kind: 'nursing', voidReason: null }] }, 'nursingClaimed'],
    ['a stay', { parties: [party('p1', { admittedOn: '2026-03-04' })] }, 'hospitalised'],
    [
      'a stay that only the timeline knows',
      { parties: [party('p1')], treatments: [{ partyId: 'p1', kind: 'stay', fromOn: '2026-03-04', untilOn: null, voidReason: null }] },
      'hospitalised',
    ],
    ['an old illness in a diagnosis', { diagnoses: [{ partyId: 'p1', oldIllness: true, voidReason: null }] }, 'oldIllness'],
    ['non-listed cost in an estimate', { estimates: [{ partyId: 'p1', nonListedFen: 100, voidReason: null }] }, 'nonListedDrugs'],
    ['a talk with a lawyer', { logs: [{ partyId: null, counterpart: 'lawyer', voidReason: null }] }, 'represented'],
    ['an advance wanted at the callback', { case: { advanceNeeded: true } }, 'advance'],
    ['work without proof of income', { facts: [fact('retired', 'working')] }, 'noIncomeProof'],
  ] as const)('reads %s', (_name, lists, signal) => {
    expect(signalsOf(lists)).toContain(signal);
  });
});
