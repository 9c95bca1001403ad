import { describe, expect, it } from 'vitest';
import { tidyCase } from '../../../shared/settlement/input/tidy-case.ts';
import { settleInput } from '../../../shared/settlement/settle.ts';
import { problems, settled } from './read-case.ts';

const judgment = {
  accident: '2024年3月1日',
  statistics: { forumRegion: '山西省', year: '2023' },
  vehicles: [
    { id: 'A', fault: '主要责任', ratio: '70 %', compulsory: true, commercial: '1,000,000' },
    { id: 'site', kind: '其他', ratio: '１０％' },
  ],
  victims: [
    {
      id: '甲',
      name: '张三',
      position: '行人',
      age: '50岁',
      gradedOn: '2024/9/5',
      items: {
        medical: ['1,000.50元', 300],
        nursing: [{ dailyRate: 120, days: '54天' }],
        disabilityCompensation: { grades: '十级' },
        dependantsLiving: [{ name: '母', relation: '母亲', age: '76', incapable: true, supporters: '2人' }],
      },
    },
  ],
  advances: [
    { by: '车主', vehicle: 'A', amount: '500' },
    { by: '交强险', amount: 500, group: '医疗费用' },
  ],
};

const plain = {
  accident: { on: '2024-03-01' },
  statistics: { forumRegion: '山西', year: 2023 },
  vehicles: [
    { id: 'A', fault: 'main', ratio: '70%', compulsory: { insured: true }, commercial: { limit: '1000000' } },
    { id: 'site', kind: 'other', ratio: '10%', fault: 'minor' },
  ],
  victims: [
    {
      id: '甲',
      label: '张三',
      position: 'pedestrian',
      age: 50,
      gradedOn: '2024-09-05',
      items: {
        medical: { bills: ['1000.50', 300] },
        nursing: { lines: [{ dailyRate: 120, days: 54 }] },
        disabilityCompensation: { grades: [10] },
        dependantsLiving: { people: [{ label: '母', relation: 'parent', age: 76, incapable: true, supporters: 2 }] },
      },
    },
  ],
  advances: [
    { victim: '甲', by: 'person', vehicle: 'A', amount: '500' },
    { victim: '甲', by: 'compulsory', vehicle: 'A', amount: 500, group: 'medical' },
  ],
};

describe('a case file as a judgment writes it', () => {
  it('means the same as the plain one', () => {
    expect(settled(judgment).summary).toEqual(settled({ ...plain, statistics: { ...plain.statistics } }).summary);
    expect(settled(judgment).victims[0]).toMatchObject({ label: '张三' });
  });

  it('leaves a plain file as it is', () => {
    expect(tidyCase(plain)).toEqual(plain);
  });

  it.each([
    ['a separator in the wrong place', { ...plain, victims: [{ id: 'v', items: { transport: '1,23' } }] }],
    ['an unknown word', { ...plain, vehicles: [{ ...plain.vehicles[0], fault: '有责' }] }],
    ['a date that does not exist', { ...plain, accident: '2024年2月30日' }],
    ['an advance that either of two vehicles may have paid', { ...plain, advances: [{ by: '车主', amount: 5 }] }],
    ['a list for an item that has no list', { ...plain, victims: [{ id: 'v', items: { mentalDistress: [5] } }] }],
    ['no object', [1, 2]],
    ['nothing', null],
  ])('%s stays an error', (_name, file) => {
    expect(problems(file).length).toBeGreaterThan(0);
  });

  it('replays from its own record when the region was written in full', () => {
    const first = settled(judgment);
    const again = settleInput(first.record.input, first.record.pack);
    expect(again.ok ? again.value.summary : again.error).toEqual(first.summary);
  });

  it('free text is never touched', () => {
    const note = '１，２３４元 2024年3月1日';
    expect(tidyCase({ ...plain, note })).toMatchObject({ note });
  });
});
