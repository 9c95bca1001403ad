import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { announces, decisionProblem, deductionProblem, itemProblem } from '../../../shared/damages/rules.ts';

const period = { fromOn: null, untilOn: null };
const deducted = (amountFen: number, told = true) => ({ id: 'd', amountFen, notToldBefore: false, told });

describe('an item while it is entered', () => {
  it('may miss its amounts', () => {
    expect(itemProblem({ claimedFen: null, allowedFen: 5_000, ...period }, 0)).toBeNull();
  });

  it('never allows more than was claimed', () => {
    expect(itemProblem({ claimedFen: 100, allowedFen: 101, ...period }, 0)).toMatchObject({
      code: 'damage.allowed-over-claim',
      field: 'values.allowedFen',
      facts: { claimedFen: 100, allowedFen: 101 },
    });
  });

  it('cannot claim less than is already deducted', () => {
    expect(itemProblem({ claimedFen: 100, allowedFen: null, ...period }, 150)).toMatchObject({ code: 'damage.deduction-over-claim' });
  });

  it('does not end before it starts', () => {
    const wrong = itemProblem({ claimedFen: null, allowedFen: null, fromOn: '2026-02-02', untilOn: '2026-02-01' }, 0);
    expect(wrong).toMatchObject({ code: 'ends-before-start', field: 'values.untilOn' });
  });
});

describe('a deduction', () => {
  it.each([null, 0])('needs an amount, so %s is none', (amountFen) => {
    expect(deductionProblem(100, amountFen, [])).toMatchObject({ code: 'amount.empty', field: 'values.amountFen' });
  });

  it('counts together with the others against the claim', () => {
    expect(deductionProblem(100, 60, [{ amountFen: 40 }])).toBeNull();
    expect(deductionProblem(100, 61, [{ amountFen: 40 }])).toMatchObject({
      code: 'damage.deduction-over-claim',
      facts: { deductedFen: 101 },
    });
  });

  it('may be entered before the claim is known', () => {
    expect(deductionProblem(null, 60, [])).toBeNull();
  });
});

describe('a decision', () => {
  it('needs both amounts', () => {
    expect(decisionProblem({ claimedFen: null, allowedFen: 1 }, [])).toMatchObject({ code: 'required', field: 'item.claimedFen' });
    expect(decisionProblem({ claimedFen: 1, allowedFen: null }, [])).toMatchObject({ code: 'required', field: 'item.allowedFen' });
  });

  it('names the deduction that nobody announced', () => {
    const wrong = decisionProblem({ claimedFen: 100, allowedFen: 70 }, [deducted(20), deducted(10, false)]);
    expect(wrong).toMatchObject({ code: 'damage.told-before-open', field: 'deductions.1.disclosureId', facts: { amountFen: 10 } });
  });

  it('takes an open "not told before" instead', () => {
    expect(decisionProblem({ claimedFen: 100, allowedFen: 90 }, [{ ...deducted(10, false), notToldBefore: true }])).toBeNull();
  });

  it('says by how much it does not balance', () => {
    expect(decisionProblem({ claimedFen: 100, allowedFen: 70 }, [deducted(20)])).toMatchObject({
      code: 'damage.not-balanced',
      facts: { claimedFen: 100, deductedFen: 20, allowedFen: 70, missingFen: 10 },
    });
  });

  it('is possible exactly when claimed less deductions is allowed', () => {
    const fen = fc.integer({ min: 0, max: 1_000 });
    fc.assert(
      fc.property(fen, fen, fc.array(fc.integer({ min: 1, max: 400 }), { maxLength: 4 }), (claimedFen, allowedFen, amounts) => {
        const balanced = claimedFen - amounts.reduce((total, amount) => total + amount, 0) === allowedFen;
        return (
          (decisionProblem(
            { claimedFen, allowedFen },
            amounts.map((amount) => deducted(amount)),
          ) ===
            null) ===
          balanced
        );
      }),
      { seed: 6 },
    );
  });
});

describe('a disclosure announces a deduction', () => {
  const told = { caseId: 'c', partyId: null, toldAt: '2026-02-01T00:00:00.000Z', voidReason: null };
  const entered = { caseId: 'c', partyId: 'p', enteredAt: '2026-02-02T00:00:00.000Z' };

  it.each([
    ['when told before', told, true],
    ['when told to this party', { ...told, partyId: 'p' }, true],
    ['not when told to another party', { ...told, partyId: 'q' }, false],
    ['not when told afterwards', { ...told, toldAt: '2026-02-03T00:00:00.000Z' }, false],
    ['not when voided', { ...told, voidReason: '录错' }, false],
    ['not in another case', { ...told, caseId: 'x' }, false],
  ])('%s', (_title, disclosure, expected) => {
    expect(announces(disclosure, entered)).toBe(expected);
  });
});
