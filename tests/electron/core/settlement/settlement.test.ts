import { describe, expect, it, onTestFinished } from 'vitest';
import { allHandlers } from '../../../../electron/core/features.ts';
import type { Call } from '../../../../electron/core/handlers.ts';
import { findRow, selectRows } from '../../../../electron/db/rows.ts';
import { damageItem, deduction } from '../../../../shared/damages/model.ts';
import type { GridInput } from '../../../../shared/damages/contract.ts';
import { calculationBasis } from '../../../../shared/settlement/model.ts';
import { insertRow, openReview, workAs } from '../../../support/review.ts';

const setUp = async () => {
  const test = await openReview(onTestFinished);
  const { session, caseId, partyId } = test;
  const call = { session } as unknown as Call;
  const edit = { op: 'set' as const, entity: 'case', id: caseId, seen: 1e9, fields: { accidentAt: '2023-07-19T02:00:00.000Z' } };
  session.commit({ kind: 'edit-case', caseId, ops: [edit] });
  const born = { op: 'set' as const, entity: 'injuredParty', id: partyId, seen: 1e9, fields: { bornOn: '1973-05-01' } };
  session.commit({ kind: 'edit-party', caseId, ops: [born] });
  const grid = (changes: Partial<GridInput>) =>
    allHandlers.damages.saveGrid(call, {
      caseId,
      partyId,
      items: [],
      removedItems: [],
      deductions: [],
      removedDeductions: [],
      reason: '',
      draftKey: null,
      ...changes,
    } as never);
  const basis = (values: object, seen = 1e9) => allHandlers.settlement.saveBasis(call, { caseId, seen, values, draftKey: null } as never);
  const personBasis = (values: object) =>
    allHandlers.settlement.savePartyBasis(call, { caseId, partyId, seen: 1e9, values, draftKey: null } as never);
  const itemOf = (id: string) => findRow(session.read, damageItem, id);
  const newId = () => session.ids.next();
  return { ...test, call, grid, basis, personBasis, itemOf, newId };
};
type Test = Awaited<ReturnType<typeof setUp>>;

const vehicles = [{ id: 'car', fault: 'main', ratio: 0.7, compulsory: { insured: true }, commercial: { limit: 1_000_000 } }];
const item = (id: string, values: object) => ({ id, isNew: true, seen: 0, values });

/** A case that can be settled: nursing and a disability item, basis and grading day. */
const whole = async (test: Test) => {
  const ids = [test.newId(), test.newId()] as const;
  await test.basis({ vehicles, ownVehicle: 'car', statistics: { forumRegion: '山西', year: 2023 } });
  await test.personBasis({ gradedOn: '2024-01-10' });
  const saved = await test.grid({
    items: [
      item(ids[0], { kind: 'nursing', claimedFen: 300_000, inputs: { dailyRate: 120, days: 18 } }),
      item(ids[1], { kind: 'disabilityCompensation', claimedFen: 9_000_000, inputs: { grades: [10] } }),
    ] as never,
  });
  expect(saved).toEqual({ ok: true, value: { saved: true, clashes: [] } });
  return ids;
};

describe('the review grid', () => {
  it('saves several new rows, a deduction among them, as one change, with what their rules give', async () => {
    const test = await setUp();
    const [nursing, disability] = await whole(test);
    expect(test.itemOf(nursing)?.computedFen).toBe(216_000);
    expect(test.itemOf(disability)?.computedFen).toBe(4_132_700 * 2);
    const kinds = test.session.read.all<{ kind: string }>("SELECT kind FROM journal WHERE kind = 'save-grid'");
    expect(kinds.length).toBe(1);
  });

  it('moves the computed amounts of other items in the same change', async () => {
    const test = await setUp();
    const [, disability] = await whole(test);
    await test.basis({ statistics: { forumRegion: '山西', year: 2024 } });
    expect(test.itemOf(disability)?.computedFen).toBe(4_303_600 * 2);
    await test.personBasis({ gradedOn: '2034-05-01' });
    expect(test.itemOf(disability)?.computedFen).toBe(4_303_600 * 1.9);
  });

  it('follow a date of birth, the accident date and a hidden row as well', async () => {
    const test = await setUp();
    const [nursing, disability] = await whole(test);
    const party = { caseId: test.caseId, partyId: test.partyId, seen: 1e9, values: { bornOn: '1954-01-10' } };
    expect((await allHandlers.parties.edit(test.call, party as never)).ok).toBe(true);
    expect(test.itemOf(disability)?.computedFen).toBe(4_132_700);
    const edit = { caseId: test.caseId, seen: 1e9, values: { accidentAt: null } };
    expect((await allHandlers.cases.edit(test.call, edit as never)).ok).toBe(true);
    expect(test.itemOf(disability)?.computedFen).toBeNull();
    const back = { ...edit, values: { accidentAt: '2023-07-19T02:00:00.000Z' } };
    expect((await allHandlers.cases.edit(test.call, back as never)).ok).toBe(true);
    const dependants = test.newId();
    const people = [{ relation: 'child', age: 8, supporters: 2 }];
    await test.grid({ items: [item(dependants, { kind: 'dependantsLiving', inputs: { people } })] as never });
    expect(test.itemOf(dependants)?.computedFen).toBeGreaterThan(0);
    const hide = { caseId: test.caseId, entity: 'damageItem', id: disability, reason: '录错了', restores: false };
    expect((await allHandlers.cases.voidRow(test.call, hide)).ok).toBe(true);
    expect([test.itemOf(dependants)?.computedFen, test.itemOf(nursing)?.computedFen]).toEqual([null, 216_000]);
  });

  it('takes the whole save back with one undo', async () => {
    const test = await setUp();
    const [nursing] = await whole(test);
    const seen = test.itemOf(nursing)?.rev ?? 0;
    await test.grid({
      items: [{ id: nursing, isNew: false, seen, values: { inputs: { dailyRate: 150, days: 18 }, claimedFen: 270_000 } }] as never,
    });
    expect(test.itemOf(nursing)?.computedFen).toBe(270_000);
    const list = await allHandlers.undo.list(test.call, { caseId: test.caseId });
    const change = list.ok ? list.value.find(({ kind }) => kind === 'save-grid') : undefined;
    await allHandlers.undo.run(test.call, { caseId: test.caseId, changeId: change?.changeId ?? '', reason: '点错了' });
    expect(test.itemOf(nursing)).toMatchObject({ computedFen: 216_000, claimedFen: 300_000, inputs: { dailyRate: 120 } });
  });

  it('saves nothing when one cell is wrong, and names that cell', async () => {
    const test = await setUp();
    const [good, bad] = [test.newId(), test.newId()];
    const answer = await test.grid({
      items: [
        item(good, { kind: 'medical', claimedFen: 1 }),
        item(bad, { kind: 'nursing', inputs: { dailyRate: 120, days: -3 } }),
      ] as never,
    });
    expect(answer).toMatchObject({ ok: false, error: { code: 'damage.input-invalid', field: `items.${bad}.inputs.days` } });
    expect(test.itemOf(good)).toBeUndefined();
  });

  it.each([
    [{ kind: 'nursing', inputs: { dailyRate: 120, tage: 3 } }, 'inputs'],
    [{ kind: 'nursing', inputs: { amount: 120 } }, 'inputs.amount'],
    [{ kind: 'disabilityCompensation', inputs: { grades: [11] } }, 'inputs.grades.0'],
    [{ kind: 'disabilityCompensation', inputs: { coefficient: 1.2 } }, 'inputs.coefficient'],
    [{ kind: 'dependantsLiving', inputs: { people: [{ age: 3, supporters: 21 }] } }, 'inputs.people.0.supporters'],
    [{ kind: 'nursing', inputs: { dailyRate: 120, fromOn: '2023-02-30', untilOn: '2023-03-01' } }, 'inputs.fromOn'],
    [{ kind: 'nursing', computedFen: 1 }, 'computedFen'],
    [{ kind: 'nursing', fromOn: '2024-02-02', untilOn: '2024-02-01' }, 'untilOn'],
  ])('refuses %j at its field', async (values, field) => {
    const test = await setUp();
    const id = test.newId();
    const answer = await test.grid({ items: [item(id, values)] as never });
    expect(!answer.ok && answer.error.field).toBe(`items.${id}.${field}`);
  });

  it('tells all cells that another window wrote since, and saves none', async () => {
    const test = await setUp();
    const [nursing, disability] = await whole(test);
    const seen = test.itemOf(nursing)?.rev ?? 0;
    const edits = (values: object) => [nursing, disability].map((id) => ({ id, isNew: false, seen, values })) as never;
    await test.grid({ items: edits({ remark: '先到', claimedFen: 20_000_000 }) });
    const answer = await test.grid({ items: edits({ remark: '后到', claimedFen: 21_000_000 }) });
    if (!answer.ok) throw new Error(answer.error.code);
    expect(answer.value.saved).toBe(false);
    expect(answer.value.clashes.map(({ field }) => field).toSorted()).toEqual(
      [nursing, disability].flatMap((id) => [`items.${id}.claimedFen`, `items.${id}.remark`]).toSorted(),
    );
    expect(test.itemOf(nursing)?.remark).toBe('先到');
  });

  it('adds a deduction to a row of the same save and refuses one above the claim', async () => {
    const test = await setUp();
    const [id, cut] = [test.newId(), test.newId()];
    const rows = (amountFen: number) => ({
      items: [item(id, { kind: 'transport', claimedFen: 10_000, allowedFen: 7_000 })] as never,
      deductions: [{ id: cut, isNew: true, itemId: id, seen: 0, values: { amountFen, reason: '无票', notToldBefore: true } }] as never,
    });
    expect(await test.grid(rows(10_001))).toMatchObject({
      ok: false,
      error: { code: 'damage.deduction-over-claim', field: `items.${id}.claimedFen` },
    });
    expect((await test.grid(rows(3_000))).ok).toBe(true);
    expect(findRow(test.session.read, deduction, cut)?.amountFen).toBe(3_000);
    expect((await test.grid({ removedDeductions: [cut], reason: '撤回' })).ok).toBe(true);
    expect(findRow(test.session.read, deduction, cut)?.voidReason).toBe('撤回');
  });

  it('keeps a draft through a lock and drops it with the save', async () => {
    const test = await setUp();
    const key = `grid:${test.partyId}`;
    await allHandlers.drafts.keep(test.call, { key, caseId: test.caseId, body: { cells: 1 } });
    await test.grid({ items: [item(test.newId(), { kind: 'transport', claimedFen: 1 })] as never, draftKey: key });
    expect(await allHandlers.drafts.read(test.call, { key })).toEqual({ ok: true, value: null });
  });
});

describe('who may do what', () => {
  it('a surveyor enters items and bills, and leaves judging and the basis to the office', async () => {
    const test = await setUp();
    const [nursing] = await whole(test);
    workAs(test.session, 'surveyor');
    const seen = test.itemOf(nursing)?.rev ?? 0;
    const cell = (values: object) => test.grid({ items: [{ id: nursing, isNew: false, seen, values }] as never });
    expect((await cell({ inputs: { dailyRate: 100, days: 18 } })).ok).toBe(true);
    for (const values of [{ allowedFen: 1 }, { covered: 'yes' }, { papersNote: 'x' }, { clause: '第八条' }]) {
      expect(await cell(values)).toMatchObject({ ok: false, error: { code: 'forbidden' } });
    }
    expect(await test.basis({ filedOn: '2024-01-01' })).toMatchObject({ ok: false, error: { code: 'forbidden' } });
    expect(await test.personBasis({ ratios: { car: 0.5 } })).toMatchObject({ ok: false, error: { code: 'forbidden' } });
    expect((await test.personBasis({ treatmentEndedOn: '2024-01-01' })).ok).toBe(true);
  });

  it('a closed case is read-only', async () => {
    const test = await setUp();
    await whole(test);
    const close = { op: 'transition' as const, entity: 'case', id: test.caseId, from: 'open', to: 'closed', facts: {} };
    test.session.commit({ kind: 'close-case', caseId: test.caseId, ops: [close] });
    const refused = [
      await test.basis({ filedOn: '2024-01-01' }),
      await test.grid({ items: [item(test.newId(), { kind: 'medical' })] as never }),
    ];
    expect(refused.map((answer) => !answer.ok && answer.error.code)).toEqual(['case.closed', 'case.closed']);
    expect((await allHandlers.settlement.compute(test.call, { caseId: test.caseId, mode: 'review' })).ok).toBe(true);
  });
});

describe('bills and the basis', () => {
  it('count at once, bring their item along, and stop counting when they are removed', async () => {
    const test = await setUp();
    const id = test.newId();
    const save = (changes: object) =>
      allHandlers.settlement.saveBills(test.call, {
        caseId: test.caseId,
        partyId: test.partyId,
        bills: [],
        removed: [],
        reason: '',
        draftKey: null,
        ...changes,
      } as never);
    const line = { label: '头孢', on: '2023-07-20', price: '12.3456', quantity: 3, listClass: 'B', reason: '' };
    const lines = Array.from({ length: 5_000 }, () => ({ ...line, amountFen: 3_704, allowedFen: null }));
    expect((await save({ bills: [item(id, { kind: 'medical', number: '001', lines })] })).ok).toBe(true);
    const medical = () => selectRows(test.session.read, damageItem, "kind = 'medical'")[0];
    expect(medical()?.computedFen).toBe(5_000 * 3_704);
    expect((await save({ removed: [id], reason: '重复' })).ok).toBe(true);
    expect(medical()?.computedFen).toBeNull();
  });

  it('two devices that each began a basis lose nothing, and a value taken out stays out', async () => {
    const test = await setUp();
    await whole(test);
    insertRow(test.session, { caseId: test.caseId, entity: 'calculationBasis', fields: { filedOn: '2024-03-01' } });
    const compute = async () => {
      const live = await allHandlers.settlement.compute(test.call, { caseId: test.caseId, mode: 'review' });
      return live.ok ? live.value.input : null;
    };
    expect(await compute()).toMatchObject({ filedOn: '2024-03-01', vehicles: [{ id: 'car' }] });
    await test.basis({ vehicles: null });
    expect(await compute()).toMatchObject({ filedOn: '2024-03-01', vehicles: [] });
    expect(selectRows(test.session.read, calculationBasis, 'TRUE').length).toBe(2);
  });
});

describe('a calculation', () => {
  it('is kept with a hash, replays to the fen, and is refused while anything is missing', async () => {
    const test = await setUp();
    const keep = () => allHandlers.settlement.calculate(test.call, { caseId: test.caseId, purpose: 'review', note: '' });
    expect(await keep()).toMatchObject({ ok: false, error: { code: 'settlement.incomplete' } });
    const [nursing] = await whole(test);
    const made = await keep();
    if (!made.ok) throw new Error(made.error.code);
    const which = { caseId: test.caseId, calculationId: made.value.id };
    await test.grid({ items: [{ id: nursing, isNew: false, seen: 1e9, values: { inputs: { dailyRate: 1, days: 1 } } }] as never });
    expect(await allHandlers.settlement.replay(test.call, which)).toMatchObject({
      ok: true,
      value: { same: true, untouched: true, differences: [] },
    });
    const stored = await allHandlers.settlement.calculation(test.call, which);
    expect(stored.ok && stored.value).toMatchObject({ purpose: 'review', ruleSet: 'CN-2022', packVersion: '2026-05-15' });
    const file = await allHandlers.settlement.open(test.call, { caseId: test.caseId });
    expect(file.ok && file.value.calculations.map(({ id }) => id)).toEqual([made.value.id]);
  });

  it('is paid out less advances, by payer and item group', async () => {
    const test = await setUp();
    await whole(test);
    const asked = { partyId: test.partyId, basis: 'police-notice', itemGroup: 'medical', amountFen: 1_000_000 };
    const id = insertRow(test.session, { caseId: test.caseId, entity: 'advance', fields: asked });
    const move = (from: string, to: string, facts: object) =>
      test.session.commit({
        kind: 'move',
        caseId: test.caseId,
        ops: [{ op: 'transition', entity: 'advance', id, from, to, facts: { ...facts } }],
      });
    move('draft', 'asked', {});
    move('asked', 'approved', { decidedFen: 800_000 });
    const payments = async () => {
      const live = await allHandlers.settlement.compute(test.call, { caseId: test.caseId, mode: 'review' });
      return live.ok ? live.value.input.advances : null;
    };
    expect(await payments()).toBeUndefined();
    move('approved', 'paid', { paidOn: '2024-01-01' });
    expect(await payments()).toEqual([{ by: 'compulsory', vehicle: 'car', victim: test.partyId, amount: '8000.00', group: 'medical' }]);
  });
});
