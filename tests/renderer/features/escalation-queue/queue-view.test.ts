import { scenarioLines } from '../../../../shared/escalations/scenario-lines.ts';
import { describe, expect, it } from 'vitest';
import { deductionLines, nextAfter, remarkFields, toldBefore } from '../../../../renderer/features/escalation-queue/queue-view.ts';
import type { CaseFile } from '../../../../shared/cases/contract.ts';
import { remarkProblem } from '../../../../shared/escalations/rules.ts';
import type { Scenario } from '../../../../shared/escalations/model.ts';

const way = (name: Scenario['way'], amountFen: number | null, extraCostFen: number | null = null): Scenario => ({
  way: name,
  amountFen,
  extraCostFen,
  days: null,
  note: '',
});

describe('ways side by side', () => {
  it('stand in one order and say what they cost against settling now', () => {
    const lines = scenarioLines([way('in-court', 900, 50), way('settle-now', 500), way('after-appraisal', 450, 20)]);
    expect(lines.map(({ way: name, totalFen, differenceFen }) => [name, totalFen, differenceFen])).toEqual([
      ['settle-now', 500, null],
      ['after-appraisal', 470, -30],
      ['in-court', 950, 450],
    ]);
  });

  it('are not compared with an amount nobody knows', () => {
    expect(scenarioLines([way('settle-now', null), way('in-court', 900)])[1]?.differenceFen).toBeNull();
    expect(scenarioLines([way('in-court', 900)])[0]?.differenceFen).toBeNull();
    expect(scenarioLines(null)).toEqual([]);
  });
});

const row = (fields: object) => ({ voidReason: null, partyId: 'p', ...fields });
const file = {
  disclosures: [
    row({ id: 'd1', topic: 'coverLimits', toldAt: '2026-11-01', understood: 'no' }),
    row({ id: 'd2', topic: 'coverLimits', toldAt: '2026-11-03', understood: 'yes' }),
    row({ id: 'd3', topic: 'faultShare', toldAt: '2026-11-02', voidReason: '误记' }),
    row({ id: 'd4', topic: 'faultShare', toldAt: '2026-11-02', partyId: 'other' }),
  ],
  items: [row({ id: 'i1', kind: 'nursing' }), row({ id: 'i2', kind: 'nutrition', partyId: 'other' })],
  deductions: [
    { id: 'x1', itemId: 'i1', disclosureId: 'd1', voidReason: null },
    { id: 'x2', itemId: 'i1', disclosureId: null, voidReason: null },
    { id: 'x3', itemId: 'i2', disclosureId: 'd2', voidReason: null },
    { id: 'x4', itemId: 'i1', disclosureId: 'd1', voidReason: '重复' },
  ],
} as unknown as CaseFile;

describe('what stands behind a request', () => {
  it('is the latest telling of each topic to this person, without voided rows', () => {
    expect(toldBefore(file, 'p').map(({ id }) => id)).toEqual(['d2']);
  });

  it('is every deduction of this person with the disclosure that announced it', () => {
    expect(deductionLines(file, 'p').map(({ deduction, told }) => [deduction.id, told?.id ?? null])).toEqual([
      ['x1', 'd1'],
      ['x2', null],
    ]);
  });
});

it('the queue goes on with the next request, or the one before when the last was decided', () => {
  expect(nextAfter(['a', 'b', 'c'], 'a')).toBe('b');
  expect(nextAfter(['a', 'b', 'c'], 'c')).toBe('b');
  expect(nextAfter(['a'], 'a')).toBeNull();
  expect(nextAfter([], null)).toBeNull();
});

it('a remark can be pinned to every field that the dossier offers', () => {
  expect(remarkFields.filter((field) => remarkProblem({ field, body: '请附医嘱' }, 'values') !== null)).toEqual([]);
});
