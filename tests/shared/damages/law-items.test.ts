import { describe, expect, it } from 'vitest';
import type { CaseInput } from '../../../shared/settlement/input/case-input.ts';
import { byHand } from '../settlement/by-hand.ts';
import { plainCase, problems, settled } from '../settlement/read-case.ts';

type Victim = CaseInput['victims'][number];
type Items = Victim['items'];

/** Income 40,000, consumption 24,000, wage 90,000: round figures, so that the arithmetic in a title can be followed. */
const figures = { income: 40_000, consumption: 24_000, wage: 90_000, livingCost: 6_000 };

const caseOf = (items: Items, victim: Partial<Victim> = {}, changes: Partial<CaseInput> = {}): CaseInput =>
  plainCase({ statistics: figures, victims: [{ id: 'v', age: 40, gradedOn: '2024-09-01', ...victim, items }], ...changes });

const amount = (key: keyof Items, input: CaseInput): string | undefined =>
  settled(input).victims[0]?.items.find((entry) => entry.key === key)?.amountYuan;

const remarkCodes = (input: CaseInput): string[] => settled(input).remarks.map((remark) => remark.code);

const then = (on: string, filedOn: string): Partial<CaseInput> => ({ accident: { on }, filedOn });
const in1992 = { ...then('2003-02-01', '2003-10-01'), vehicles: [{ id: 'A', fault: 'full' as const }] };

describe('years by age on the day of grading or death (art. 12, 15)', () => {
  it.each([
    ['the day before the 60th birthday', '1964-09-02', '40000 × 20 × 10%'],
    ['on the 60th birthday', '1964-09-01', '40000 × 20 × 10%'],
    ['on the 61st birthday', '1963-09-01', '40000 × 19 × 10%'],
    ['the day before the 61st birthday', '1963-09-02', '40000 × 20 × 10%'],
    ['at 74', '1950-08-31', '40000 × 6 × 10%'],
    ['the day before the 75th birthday', '1949-09-02', '40000 × 6 × 10%'],
    ['on the 75th birthday', '1949-09-01', '40000 × 5 × 10%'],
    ['at 76', '1948-03-01', '40000 × 5 × 10%'],
    ['born on 29 February, 60 from 1 March on', '1964-02-29', '40000 × 20 × 10%'],
  ])('%s: %s → %s', (_name, bornOn, sum) => {
    expect(amount('disabilityCompensation', caseOf({ disabilityCompensation: { grades: [10] } }, { bornOn, age: undefined }))).toBe(
      byHand(sum),
    );
  });

  it.each([
    ['CN-2022', {}, 67, '40000 × 13'],
    ['CN-2022', {}, 75, '40000 × 5'],
    ['CN-2021', then('2020-05-01', '2021-01-01'), 61, '40000 × 19'],
    ['CN-2003+2010', then('2009-05-01', '2010-07-01'), 74, '40000 × 6'],
    ['CN-2003', then('2009-05-01', '2010-06-30'), 59, '40000 × 20'],
    ['CN-1992', in1992, 40, '6000 × 10'],
    ['CN-1992', in1992, 13, '6000 × 7'],
    ['CN-1992', in1992, 9, '6000 × 5'],
    ['CN-1992', in1992, 71, '6000 × 9'],
    ['CN-1992', in1992, 80, '6000 × 5'],
  ] as const)('death under %s (%j) at %i: %s', (id, changes, age, sum) => {
    const input = caseOf({ deathCompensation: {} }, { age, gradedOn: undefined, residence: 'urban' }, changes as Partial<CaseInput>);
    expect(settled(input).ruleSet.id).toBe(id);
    expect(amount('deathCompensation', input)).toBe(byHand(sum));
  });

  it.each([
    [49, '6000 × 20 × 30%'],
    [50, '6000 × 20 × 30%'],
    [55, '6000 × 15 × 30%'],
    [69, '6000 × 10 × 30%'],
    [70, '6000 × 5 × 30%'],
  ])('disability under CN-1992 at %i: %s', (age, sum) => {
    expect(amount('disabilityCompensation', caseOf({ disabilityCompensation: { grades: [8] } }, { age }, in1992))).toBe(byHand(sum));
  });
});

describe('base figures', () => {
  const graded: Items = { disabilityCompensation: { grades: [10] } };
  it.each([
    ['the year before the end of the debate', { forumRegion: '山西省', debateEndedOn: '2025-02-01' }, {}, '43036 × 20 × 10%'],
    [
      'the higher standard region, which counts for income only',
      { forumRegion: '山西', year: 2023, standardRegion: { region: '北京市', reason: 'lives there' } },
      {},
      '88650 × 20 × 10%',
    ],
    ['a person’s own year', { forumRegion: '山西', year: 2023 }, { statistics: { income: { year: 2022 } } }, '39532 × 20 × 10%'],
    ['decimals of a yearbook', { forumRegion: '广东', year: 2013 }, {}, '29537.3 × 20 × 10%'],
  ])('%s: %j', (_name, statistics, victim, sum) => {
    expect(amount('disabilityCompensation', caseOf(graded, victim, { statistics }))).toBe(byHand(sum));
  });

  it('before 2022-05-01 ask for the residence, and name a pilot of the single standard that may apply', () => {
    const statistics = { forumRegion: '山西省', year: 2023 };
    const changes = { ...then('2021-06-01', '2022-01-10'), statistics };
    expect(problems(caseOf(graded, {}, changes))).toEqual(['settle.missing-input victims[0].residence']);
    const pilot = { ...changes, statistics: { ...statistics, urbanForAll: { applies: true, source: 'pilot' } } };
    expect(amount('disabilityCompensation', caseOf(graded, {}, pilot))).toBe(byHand('41327 × 20 × 10%'));
  });

  it('a statistics year that is not the year before the debate is used and remarked', () => {
    const statistics = { forumRegion: '山西', year: 2023, debateEndedOn: '2025-02-01' };
    expect(remarkCodes(caseOf(graded, {}, { statistics }))).toContain('statistics-year-differs');
  });
});

describe('disability coefficient (§2.1)', () => {
  it.each([
    [{ grades: [1] }, '100%'],
    [{ grades: [7] }, '40%'],
    [{ grades: [10, 10], method: 'SHANXI-2020' }, '12%'],
    [{ grades: [9, 8], method: 'SHANXI-2020' }, '33%'],
    [{ grades: [9, 10, 10], method: 'SHANXI-2020' }, '24%'],
    [{ grades: [8, 2], method: 'SHANXI-2020' }, '94%'],
    [{ grades: [5, 6, 6, 7], method: 'SHANXI-2020' }, '70%'],
    [{ grades: [1, 2, 3], method: 'SHANXI-2020' }, '100%'],
    [{ grades: [9, 10, 10], method: 'PLUS-1-PER-10' }, '22%'],
    [{ grades: [9, 10, 10], method: 'GB18667-B', additions: ['4%', '3%'] }, '27%'],
    [{ grades: [9, 10, 10], method: 'GB18667-B', additions: ['8%', '7%'] }, '30%'],
    [{ grades: [2, 3], method: 'GB18667-B', additions: ['10%'] }, '100%'],
    [{ grades: [10, 10], method: 'MANUAL', coefficient: '11%', reason: 'as the court held' }, '11%'],
  ] as const)('%j is %s', (disability, coefficient) => {
    const input = caseOf({ disabilityCompensation: disability as unknown as Items['disabilityCompensation'] });
    expect(amount('disabilityCompensation', input)).toBe(byHand(`40000 × 20 × ${coefficient}`));
  });

  it('beside one grade a typed coefficient wins, and the difference is remarked', () => {
    const input = caseOf({ disabilityCompensation: { grades: [9], coefficient: '18%', reason: 'income did not fall' } });
    expect(amount('disabilityCompensation', input)).toBe(byHand('40000 × 20 × 18%'));
    expect(remarkCodes(input)).toContain('coefficient-differs');
  });
});

type People = NonNullable<Extract<Items['dependantsLiving'], object>['people']>;

describe('dependants (art. 16–17)', () => {
  const father = { age: 72, incapable: true, supporters: 2 };
  const child10 = { relation: 'child' as const, age: 10, supporters: 2 };
  const child16 = { relation: 'child' as const, age: 16, supporters: 2 };
  const k30 = { disabilityCompensation: { grades: [8] } };
  const living = (people: People, items: Items = k30, conventions: CaseInput['conventions'] = {}): string | undefined =>
    amount('dependantsLiving', caseOf({ ...items, dependantsLiving: { people } }, {}, { conventions }));

  it.each([
    ['before the coefficient', 'beforeCoefficient', '(2 + 6) × 24000 × 30%'],
    ['after the coefficient', 'afterCoefficient', '(8 + 8 + 2) ÷ 2 × 24000 × 30%'],
  ] as const)('the yearly cap compared %s: %s → %s', (_name, dependantsCap, sum) => {
    expect(living([father, child10, child16], k30, { dependantsCap })).toBe(byHand(sum));
  });

  it.each([
    ['one child of two parents', [{ ...child10, age: 0 }], '24000 × 18 ÷ 2'],
    ['a child born after the accident', [{ bornOn: '2024-12-01', supporters: 2 }], '24000 × 18 ÷ 2'],
    ['a disabled minor counts to 18', [{ ...child10, incapable: true }], '24000 × 8 ÷ 2'],
    ['an adult unable to work', [{ age: 35, incapable: true, supporters: 3 }], '24000 × 20 ÷ 3'],
    ['a parent of 60', [{ age: 60, incapable: true, supporters: 5 }], '24000 × 20 ÷ 5'],
    ['a parent of 74', [{ age: 74, incapable: true, supporters: 5 }], '24000 × 6 ÷ 5'],
    ['a parent of 75', [{ age: 75, incapable: true, supporters: 5 }], '24000 × 5 ÷ 5'],
    ['three thirds of seven years in months', [{ monthsGiven: 89, supporters: 3 }], '24000 × 89 ÷ 12 ÷ 3'],
    ['three at the cap: 2 years at 1.5 shares are cut to 1, then 6 years at 1', [father, child10, child16], '24000 × 2 + 24000 × 6'],
    [
      'six of different terms: shares of 3.5, 2.5, 1.5, 1, 0.5 over 2, 3, 3, 2, 10 years',
      [
        { ...child10, age: 16, supporters: 1 },
        { ...child10, age: 13 },
        { ...child10, age: 13 },
        { ...child10, age: 10 },
        { age: 70, incapable: true, supporters: 2 },
        { age: 35, incapable: true, supporters: 2 },
      ],
      '24000 × (2 + 3 + 3) + 24000 × 2 × 1 + 24000 × 10 ÷ 2',
    ],
  ] as const)('after a death, %s', (_name, people, sum) => {
    const input = caseOf(
      { deathCompensation: {}, dependantsLiving: { people: people as unknown as People } },
      { gradedOn: undefined, diedOn: '2024-09-01' },
    );
    expect(amount('dependantsLiving', input)).toBe(byHand(sum));
  });

  const capped = (dependantsSplit: 'proportional' | 'seniorFirst'): (string | undefined)[] =>
    (
      settled(
        caseOf(
          { deathCompensation: {}, dependantsLiving: { people: [{ ...father, relation: 'parent', supporters: 1 }, child10, child16] } },
          { gradedOn: undefined, diedOn: '2024-09-01' },
          { conventions: { dependantsSplit } },
        ),
      ).victims[0]?.items.find((entry) => entry.key === 'dependantsLiving')?.working.parts ?? []
    ).map((part) => part.amountYuan);

  it('in a capped year everybody is cut in proportion: 2 years of 1 : ½ : ½, then 6 of 1 : ½', () => {
    expect(capped('proportional')).toEqual([
      byHand('24000 × 2 × 1 ÷ 2 + 24000 × 6 × 2 ÷ 3'),
      byHand('24000 × 2 × 1 ÷ 4 + 24000 × 6 × 1 ÷ 3'),
      byHand('24000 × 2 × 1 ÷ 4'),
    ]);
  });

  it('or elders keep their whole share and the children divide the rest', () => {
    expect(capped('seniorFirst')).toEqual([byHand('24000 × 8'), '0.00', '0.00']);
  });

  it('parts add up to the item to the fen', () => {
    const input = caseOf(
      { ...k30, dependantsLiving: { people: [1, 2, 3].map(() => ({ ...child10, age: 17, supporters: 7 })) } },
      {},
      { statistics: { ...figures, consumption: '24000.01' } },
    );
    const item = settled(input).victims[0]?.items.find((entry) => entry.key === 'dependantsLiving');
    expect(item?.working.parts.reduce((sum, part) => sum + part.amountFen, 0)).toBe(item?.amountFen);
  });

  it('under CN-1992 nothing unverified is used in silence', () => {
    const people = [{ ...child10, base: 3_000 }];
    const input = caseOf({ deathCompensation: {}, dependantsLiving: { people } }, {}, in1992);
    expect(problems(input)).toEqual(['settle.missing-input victims[0].items.dependantsLiving.people[0].yearsGiven']);
    const accepted = { ...input, statistics: { ...figures, acceptUnverified: true } };
    expect(amount('dependantsLiving', accepted)).toBe(byHand('3000 × (16 − 10) ÷ 2'));
    expect(remarkCodes(accepted)).toContain('article-1992-secondary');
  });
});
