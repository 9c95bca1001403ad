import { expect, it } from 'vitest';
import { figureRows, readFigures } from '../../../shared/standards/figure-sheet.ts';
import { figureChanges, nextVersion } from '../../../shared/standards/new-version.ts';
import { testPack } from '../../support/settlement.ts';

const pack = testPack();
const heading = ['地区', '年度', '指标', '口径', '数值（元/年）', '标记', '来源'];
const read = (...rows: string[][]) =>
  readFigures([
    { name: '说明', rows: [['请勿修改']] },
    { name: '数据', rows: [['山西省统计数据'], heading, ...rows] },
  ]);

it.each([true, false])('what a pack writes reads back as the same figures (Chinese: %s)', (chinese) => {
  const again = readFigures([{ name: '', rows: figureRows(pack.figures, chinese) }]);
  expect(again?.bad).toEqual([]);
  expect(again?.rows.map(({ figure }) => figure)).toEqual(pack.figures);
  expect(figureChanges(pack, again?.rows ?? []).every(({ change }) => change === 'same')).toBe(true);
});

it('reads what people type: full width, separators, long names of regions, brackets around the mark', () => {
  expect(read(['山西省', '２０２５年度', '城镇居民人均可支配收入', '', '４４，６４９元', '[s]', '省统计局公报'])?.rows[0]).toEqual({
    line: 3,
    figure: { region: '山西', year: 2025, kind: 'urbanIncome', series: '', value: '44649', mark: 'S', source: '省统计局公报' },
  });
});

it.each([
  [['', '2025', 'wage', '在岗', '1', 'S', 'x'], 'region'],
  [['山西', '25', 'wage', '在岗', '1', 'S', 'x'], 'year'],
  [['山西', '2025', '人均收入', '', '1', 'S', 'x'], 'kind'],
  [['山西', '2025', 'wage', '在岗', '约五万', 'S', 'x'], 'value'],
  [['山西', '2025', 'wage', '在岗', '0', 'S', 'x'], 'value'],
  [['山西', '2025', 'wage', '在岗', '1', '', 'x'], 'mark'],
  [['山西', '2025', 'wage', '在岗', '1', 'input', 'x'], 'mark'],
  [['山西', '2025', 'wage', '在岗', '1', 'S', ' '], 'source'],
  [['山西', '2025', 'industryWage', '', '1', 'S', 'x'], 'series'],
])('names what is wrong with the row %j', (row, problem) => {
  expect(read(row)).toMatchObject({ rows: [], bad: [{ line: 3, problem }] });
});

it('refuses a figure that stands there twice', () => {
  const row = ['山西', '2025', 'wage', '在岗', '1', 'S', 'x'];
  expect(read(row, [], [...row.slice(0, 4), '2', 'S', 'y'])?.bad).toMatchObject([{ line: 5, problem: 'double' }]);
});

it('finds no figures where a needed column is missing', () => {
  expect(readFigures([{ name: '', rows: [heading.slice(0, 5), ['山西', '2025', 'wage', '', '1']] }])).toBeNull();
});

it('lays changes over the pack and leaves everything else where it was', () => {
  const rows =
    read(['山西', '2023', 'urbanIncome', '', '50000', 'P', '公报'], ['山西', '2026', 'urbanIncome', '', '51000', 'S', '公报'])?.rows ?? [];
  const changes = figureChanges(pack, rows);
  expect(changes.map(({ change, before }) => [change, before?.value])).toEqual([
    ['changed', '41327'],
    ['added', undefined],
  ]);
  const next = nextVersion(pack, changes, { version: '2027', issuedOn: '2027-05-15' });
  expect(next.figures.length).toBe(pack.figures.length + 1);
  expect(next.figures.filter((figure) => !pack.figures.includes(figure)).map(({ value }) => value)).toEqual(['50000', '51000']);
  expect([next.periods, next.practice]).toEqual([pack.periods, pack.practice]);
});
