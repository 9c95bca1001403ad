import { expect, it, onTestFinished } from 'vitest';
import { insertRow } from '../../../support/review.ts';
import { must, refusalOf } from '../../../support/file.ts';
import { settledCase, type Settled } from '../../../support/settled.ts';
import { allHandlers } from '../../../../electron/core/features.ts';
import { settlementReady } from '../../../../electron/core/workflows/settlement-of-case.ts';
import type { FactValue } from '../../../../shared/facts/model.ts';
import { assembleCase } from '../../../../shared/settlement/file/assemble.ts';
import { withValue } from '../../../../shared/settlement/effect.ts';
import { settleCase } from '../../../../shared/settlement/settle.ts';
import type { DriftMoney } from '../../../../shared/settlement/drift-contract.ts';

const say = ({ session, caseId, partyId }: Settled, topic: string, value: FactValue): string =>
  insertRow(session, { caseId, entity: 'fact', fields: { partyId, topic, value, source: 'injured', saidAt: session.clock.now().at } });

type Asked = { topic: string; touches: DriftMoney['kind'][]; first: FactValue; later: FactValue };

const effectOf = async (t: Settled, { topic, touches, first, later }: Asked): Promise<DriftMoney[]> => {
  const pairs = [{ firstFactId: say(t, topic, first), laterFactId: say(t, topic, later), touches }];
  const found = must(await allHandlers.cases.driftEffects(t.call, { caseId: t.caseId, pairs } as never));
  return found[0]?.items ?? [];
};

const money = (yuan: number): FactValue => ({ kind: 'money', amountFen: yuan * 100 });

/** Gives an item of the settled case inputs, as the review would. */
const inputsOf = (t: Settled, kind: string, inputs: object): string =>
  insertRow(t.session, { caseId: t.caseId, entity: 'damageItem', fields: { partyId: t.partyId, kind, inputs } });

/** The engine's own two answers for the same head. */
const byEngine = (t: Settled, kind: string, heads: readonly [object, object]): { item: number; receives: number } => {
  const { rows, pack } = must(settlementReady(t.session, t.caseId));
  const { input } = assembleCase(rows, 'computed');
  const [before, after] = heads.map((value) => settleCase(withValue(input, { path: `victims[0].items.${kind}`, value }), pack));
  if (!before?.ok || !after?.ok) throw new Error('the engine refuses');
  const amount = (one: typeof before): number => one.value.victims[0]?.items.find(({ key }) => key === kind)?.amountFen ?? Number.NaN;
  return {
    item: amount(after) - amount(before),
    receives: after.value.summary.receives.fen - before.value.summary.receives.fen,
  };
};

it('says what a later income is worth over the known days, to the fen as the engine has it', async () => {
  const t = await settledCase(onTestFinished);
  const asked = { topic: 'incomeMonthly', touches: ['lostIncome' as const], first: money(3_100), later: money(5_555) };
  expect(await effectOf(t, asked)).toMatchObject([{ kind: 'lostIncome', differenceFen: null, missing: ['days'] }]);
  const { session, caseId, partyId } = t;
  for (const [field, value] of [
    ['admittedOn', '2023-07-19'],
    ['dischargedOn', '2023-08-18'],
  ] as const) {
    const fields = { [field]: value } as never;
    must(session.commit({ kind: 'edit-party', caseId, ops: [{ op: 'set', entity: 'injuredParty', id: partyId, seen: 1e9, fields }] }));
  }
  const [stay] = await effectOf(t, asked);
  const heads = [
    { monthlyRate: 3_100, monthDays: 30, days: 30 },
    { monthlyRate: 5_555, monthDays: 30, days: 30 },
  ] as const;
  const engine = byEngine(t, 'lostIncome', heads);
  expect(stay).toMatchObject({
    beforeFen: 310_000,
    afterFen: 555_500,
    differenceFen: engine.item,
    assumed: ['month-of-30', 'days-in-hospital'],
  });
  expect(stay?.differenceFen).toBe(245_500);
  expect(stay?.receivesFen).toBe(engine.receives);
});

it('takes the days and the month of the item before anything is assumed', async () => {
  const t = await settledCase(onTestFinished);
  const id = t.session.read.get<{ id: string }>("SELECT id FROM damage_items WHERE kind = 'lostIncome'")?.id ?? '';
  must(
    t.session.commit({
      kind: 'test',
      caseId: t.caseId,
      ops: [{ op: 'transition', entity: 'damageItem', id, from: 'decided', to: 'open', facts: {} }],
    }),
  );
  const fields = { inputs: { dailyRate: 100, fromOn: '2023-07-19', untilOn: '2023-10-16', monthDays: 21.75 } } as never;
  must(t.session.commit({ kind: 'test', caseId: t.caseId, ops: [{ op: 'set', entity: 'damageItem', id, seen: 1e9, fields }] }));
  const [one] = await effectOf(t, { topic: 'incomeMonthly', touches: ['lostIncome'], first: money(3_000), later: money(4_001) });
  const time = { fromOn: '2023-07-19', untilOn: '2023-10-16', monthDays: 21.75 };
  const engine = byEngine(t, 'lostIncome', [
    { monthlyRate: 3_000, ...time },
    { monthlyRate: 4_001, ...time },
  ]);
  expect(one).toMatchObject({ differenceFen: engine.item, receivesFen: engine.receives, assumed: [] });
});

it('counts carers with their own days and income, else with those of the item', async () => {
  const t = await settledCase(onTestFinished);
  const carer = { name: '赵强', relation: '儿子', days: 20, incomeMonthlyFen: 450_000 };
  const [one] = await effectOf(t, {
    topic: 'carers',
    touches: ['nursing'],
    first: { kind: 'carers', carers: [{ ...carer, days: null, incomeMonthlyFen: null }] },
    later: { kind: 'carers', carers: [carer, { ...carer, name: '赵莉', days: 5, incomeMonthlyFen: null }] },
  });
  // 120 × 18 against 4500 ÷ 30 × 20 + 120 × 5.
  expect(one).toMatchObject({ beforeFen: 216_000, afterFen: 360_000, differenceFen: 144_000 });
  const [none] = await effectOf(t, {
    topic: 'carers',
    touches: ['nursing'],
    first: { kind: 'carers', carers: [carer] },
    later: { kind: 'carers', carers: [] },
  });
  expect(none).toMatchObject({ beforeFen: 300_000, afterFen: 0, differenceFen: -300_000 });
});

it('counts dependants by age and supporters, and asks whether an adult can work', async () => {
  const t = await settledCase(onTestFinished);
  const child = { name: '小宝', relation: '女儿', bornOn: '2015-06-01', supporters: 2 };
  const heads = [2, 1].map((supporters) => ({ people: [{ label: '小宝', relation: 'child', bornOn: '2015-06-01', supporters }] }));
  const asked = {
    topic: 'dependants',
    touches: ['dependantsLiving' as const],
    first: { kind: 'dependants' as const, dependants: [child] },
    later: { kind: 'dependants' as const, dependants: [{ ...child, supporters: 1 }] },
  };
  const [one] = await effectOf(t, asked);
  const engine = byEngine(t, 'dependantsLiving', heads as never);
  expect(one?.differenceFen).toBe(engine.item);
  expect(one?.differenceFen).toBeGreaterThan(0);
  const mother = { name: '', relation: '母亲', bornOn: '1950-01-01', supporters: null };
  const [two] = await effectOf(t, { ...asked, later: { kind: 'dependants', dependants: [child, mother] } });
  expect(two?.differenceFen).toBe(null);
  expect(two?.missing.toSorted()).toEqual(['incapable', 'supporters']);
});

it('asks the engine what town or country makes, and names what is only words', async () => {
  const t = await settledCase(onTestFinished);
  const home = { topic: 'household', touches: ['disabilityCompensation' as const, 'deathCompensation' as const] };
  const [one, ...more] = await effectOf(t, {
    ...home,
    first: { kind: 'choice', choice: 'rural' },
    later: { kind: 'choice', choice: 'urban' },
  });
  // Since 2022 one figure holds for both, so the engine itself says that nothing moves.
  expect(one).toMatchObject({ kind: 'disabilityCompensation', differenceFen: 0 });
  expect(more).toEqual([]);
  const text = (words: string): FactValue => ({ kind: 'text', text: words });
  expect(await effectOf(t, { topic: 'occupation', touches: ['lostIncome'], first: text('保洁'), later: text('厨师') })).toMatchObject([
    { differenceFen: null, missing: ['words'] },
  ]);
  inputsOf(t, 'nutrition', { dailyRate: 30, days: 10 });
  const pairs = [{ firstFactId: say(t, 'household', text('城')), laterFactId: say(t, 'occupation', text('厨师')), touches: [] }];
  expect(refusalOf(await allHandlers.cases.driftEffects(t.call, { caseId: t.caseId, pairs } as never))).toBe('not-found @ pairs');
});
