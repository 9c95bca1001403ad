import fc from 'fast-check';
import { expect, it } from 'vitest';
import { driftsOf, proofsFor } from '../../../shared/facts/drift.ts';
import { sameMeaning } from '../../../shared/facts/meaning.ts';
import type { Carer, Dependant, Fact, FactValue } from '../../../shared/facts/model.ts';
import { shippedWording } from '../wording/resources.ts';

const { facts: topics, papers } = shippedWording();

const text = (said: string): FactValue => ({ kind: 'text', text: said });
const yuan = (amount: number): FactValue => ({ kind: 'money', amountFen: amount * 100 });
const on = (date: string): FactValue => ({ kind: 'date', on: date });
const choice = (id: string): FactValue => ({ kind: 'choice', choice: id });
const carer = (name: string, relation: string, more: Partial<Carer> = {}): Carer => ({
  name,
  relation,
  days: null,
  incomeMonthlyFen: null,
  ...more,
});
const carers = (...people: Carer[]): FactValue => ({ kind: 'carers', carers: people });
const child = (name: string, more: Partial<Dependant> = {}): Dependant => ({
  name,
  relation: '儿子',
  bornOn: null,
  supporters: null,
  ...more,
});
const dependants = (...people: Dependant[]): FactValue => ({ kind: 'dependants', dependants: people });

/** Two facts about one topic, a week apart, as the file would hold them. */
const said = (topic: string, ...values: FactValue[]): Fact[] =>
  values.map((value, index) => ({
    id: `fact-${index}`,
    caseId: null,
    at: `2026-03-0${index + 1}T01:00:00.000Z`,
    byPersonId: null,
    rev: index,
    voidReason: null,
    partyId: 'party' as Fact['partyId'],
    topic,
    value,
    source: 'injured',
    sourceName: null,
    saidAt: `2026-03-0${index + 1}T01:00:00.000Z`,
    logId: null,
  }));

const drifts = (topic: string, first: FactValue, later: FactValue) => driftsOf(said(topic, first, later), topics);

const sameThing: [string, FactValue, FactValue][] = [
  ['occupation', text('超市收银员'), text('超市 收银员')],
  ['occupation', text('超市收银员'), text('超市收银员。')],
  ['occupation', text('超市收银员'), text('　超市收银员　')],
  ['occupation', text('超市收银员'), text('我是超市收银员')],
  ['occupation', text('超市收银员'), text('超市的收银员')],
  ['occupation', text('外卖骑手、保洁'), text('保洁、外卖骑手')],
  ['occupation', text('外卖骑手、保洁'), text('保洁，外卖骑手')],
  ['occupation', text('外卖骑手、保洁'), text('保洁和外卖骑手')],
  ['occupation', text('外卖骑手，保洁'), text('外卖骑手\n保洁')],
  ['occupation', text('IT 运维'), text('it运维')],
  ['occupation', text('会计（管账）'), text('会计(管帐)')],
  ['occupation', text('电工；焊工'), text('焊工;电工')],
  ['employer', text('江城恒达物流有限公司'), text('江城 恒达物流 有限公司')],
  ['employer', text('江城恒达物流有限公司（城北分部）'), text('江城恒达物流有限公司(城北分部)')],
  ['employer', text('江城恒达物流有限公司'), text('「江城恒达物流有限公司」')],
  ['employer', text('ABC 服饰'), text('ＡＢＣ服饰')],
  ['employer', text('安邦物业'), text('我在安邦物业')],
  ['employer', text('第3纺织厂'), text('第三纺织厂')],
  ['incomeMonthly', yuan(3000), text('3,000')],
  ['incomeMonthly', yuan(3000), text('3000元/月')],
  ['incomeMonthly', yuan(3000), text('３０００元')],
  ['incomeMonthly', yuan(3000), text('月薪3000块')],
  ['incomeMonthly', yuan(3000), text('每月 3,000.00 元')],
  ['incomeMonthly', yuan(3000), text('三千块钱')],
  ['incomeMonthly', yuan(3000), text('3千')],
  ['incomeMonthly', yuan(3000), text('0.3万元')],
  ['incomeMonthly', yuan(3500), text('三千五')],
  ['incomeMonthly', yuan(3000), text('¥3000')],
  ['incomeMonthly', yuan(3000), text('一年36000元')],
  ['incomeMonthly', text('大约3000元左右'), text('3000块')],
  ['incomeMonthly', text('月薪3,000元'), text('每月3000块')],
  ['incomeMonthly', text('3000元/月'), text('每个月三千块')],
  ['incomeMonthly', yuan(12500), text('1.25万')],
  ['incomeMonthly', yuan(12000), text('一万二')],
  ['jobSince', on('2019-03-01'), text('2019年3月1日')],
  ['jobSince', on('2019-03-01'), text('2019.3.1')],
  ['jobSince', on('2019-03-01'), text('2019/03/01')],
  ['jobSince', on('2019-03-01'), text('２０１９－０３－０１')],
  ['homeAddress', text('江城市文昌路12号3幢502室'), text('江城市文昌路12号3栋502')],
  ['homeAddress', text('江城市文昌路12号3号楼502'), text('江城市文昌路 12 号 3 座 502 室')],
  ['homeAddress', text('和平路8号'), text('和平路8号。')],
  ['oldIllness', text('高血压五年'), text('高血压5年')],
  ['oldIllness', text('高血压、糖尿病'), text('糖尿病、高血压')],
  ['carers', carers(carer('罗桂珍', '妻子')), carers(carer('罗 桂珍', '老婆'))],
  ['carers', carers(carer('罗桂珍', '妻子', { days: 10 })), carers(carer('罗桂珍', '爱人', { days: 10 }))],
  ['carers', carers(carer('甲', '儿子'), carer('乙', '女儿')), carers(carer('乙', '女儿'), carer('甲', '儿子'))],
  ['carers', carers(carer('罗桂珍', '妻子')), carers(carer('罗桂珍', '妻子', { days: 12 }))],
  ['dependants', dependants(child('小宝'), child('大宝')), dependants(child('大宝'), child('小宝'))],
  ['dependants', dependants(child('小宝')), dependants(child('小宝 ', { supporters: 2 }))],
  ['dependants', dependants(child('John')), dependants(child('ｊｏｈｎ'))],
];

const otherThing: [string, FactValue, FactValue, string][] = [
  ['occupation', text('超市收银员'), text('装修工'), 'changes'],
  ['occupation', text('保洁'), text('保洁、外卖骑手'), 'changes'],
  ['employer', text('安邦物业'), text('江城恒达物流有限公司'), 'changes'],
  ['employer', text('第三纺织厂'), text('第二纺织厂'), 'changes'],
  ['incomeMonthly', yuan(3000), yuan(5000), 'raises'],
  ['incomeMonthly', yuan(5000), yuan(3000), 'lowers'],
  ['incomeMonthly', yuan(3000), text('3500元/月'), 'raises'],
  ['incomeMonthly', yuan(3000), text('三千五'), 'raises'],
  ['incomeMonthly', text('月薪3000'), text('月薪8000'), 'raises'],
  ['incomeMonthly', yuan(3000), text('3000元/天'), 'changes'],
  ['jobSince', on('2019-03-01'), on('2020-03-01'), 'changes'],
  ['jobSince', on('2019-03-01'), text('2019年3月11日'), 'changes'],
  ['retired', choice('retired'), choice('working'), 'raises'],
  ['household', choice('rural'), choice('urban'), 'raises'],
  ['homeAddress', text('文昌路12号3幢502室'), text('文昌路12号3幢503室'), 'changes'],
  ['oldIllness', text('高血压五年'), text('没有'), 'raises'],
  ['carers', carers(carer('罗桂珍', '妻子')), carers(carer('罗桂珍', '妻子'), carer('罗强', '儿子')), 'raises'],
  [
    'carers',
    carers(carer('罗桂珍', '妻子', { incomeMonthlyFen: 300_000 })),
    carers(carer('罗桂珍', '妻子', { incomeMonthlyFen: 800_000 })),
    'raises',
  ],
  ['dependants', dependants(), dependants(child('小宝', { supporters: 2 })), 'raises'],
  ['dependants', dependants(child('小宝', { supporters: 2 })), dependants(child('小宝', { supporters: 1 })), 'raises'],
  ['walkingBefore', choice('stick'), choice('free'), 'raises'],
];

it('is shown fifty spelling variants and twenty real drifts', () => {
  expect(sameThing).toHaveLength(50);
  expect(otherThing.length).toBeGreaterThanOrEqual(20);
});

it.each(sameThing)('raises no alarm for %s said again in another spelling: %j, %j', (topic, first, later) => {
  expect(drifts(topic, first, later)).toEqual([]);
  expect(drifts(topic, later, first)).toEqual([]);
});

it.each(otherThing)('flags %s that really differs: %j, %j', (topic, first, later, effect) => {
  expect(drifts(topic, first, later).map((one) => [one.first.id, one.later.id, one.effect])).toEqual([['fact-0', 'fact-1', effect]]);
});

it('names the item of damage, the difference and a paper that could settle it', () => {
  const [drift] = drifts('incomeMonthly', yuan(3000), yuan(5000));
  expect([drift?.topic.touches, drift?.differenceFen]).toEqual([['lostIncome'], 200_000]);
  expect(proofsFor(papers, drift!).map(({ id }) => id)).toEqual(['payRecord', 'employerStatement', 'contract']);
});

it('knows a paper for every topic of the first statement that bears on money', () => {
  const money = topics.filter(({ firstStatement, subject, touches }) => firstStatement && subject === 'person' && touches.length > 0);
  expect(money.length).toBeGreaterThan(10);
  expect(money.filter((topic) => proofsFor(papers, { topic }).length === 0).map(({ id }) => id)).toEqual([]);
});

it('compares with the frozen value even when an older saying turns up, and shows each different value once', () => {
  const three = said('incomeMonthly', yuan(9000), yuan(3000), yuan(5000), text('5,000元/月'));
  const found = driftsOf(three, topics, new Set(['fact-1']));
  expect(found.map(({ first, later }) => [first.id, later.id])).toEqual([
    ['fact-1', 'fact-3'],
    ['fact-1', 'fact-0'],
  ]);
});

it('says nothing about topics outside the first statement, hidden rows, and what was said once', () => {
  expect(drifts('attitude', choice('worried'), choice('angry'))).toEqual([]);
  expect(driftsOf(said('incomeMonthly', yuan(1)), topics)).toEqual([]);
  const [first, later] = said('incomeMonthly', yuan(1), yuan(2));
  expect(driftsOf([first!, { ...later!, voidReason: '记错' }], topics)).toEqual([]);
});

it('is the same in both directions, and a value never differs from itself', () => {
  const values = [...sameThing, ...otherThing].flatMap(([, first, later]) => [first, later]);
  fc.assert(
    fc.property(fc.constantFrom(...values), fc.constantFrom(...values), (a, b) => {
      expect(sameMeaning(a, a)).toBe(true);
      expect(sameMeaning(a, b)).toBe(sameMeaning(b, a));
    }),
    { seed: 20261123, numRuns: 2_000 },
  );
});

it('hears every amount in fen through blanks, width and separators', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 999_999 }), fc.integer({ min: 1, max: 999_999 }), (a, b) => {
      const written = a.toLocaleString('en-US').replace(/\d/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0));
      expect(sameMeaning(yuan(a), text(` ${written} 元 / 月`))).toBe(true);
      expect(sameMeaning(yuan(a), text(`${b}元`))).toBe(a === b);
    }),
    { seed: 20261123 },
  );
});
