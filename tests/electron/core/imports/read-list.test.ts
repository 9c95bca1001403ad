import { Buffer } from 'node:buffer';
import { utils } from '@e965/xlsx';
import { expect, it, onTestFinished } from 'vitest';
import { readList } from '../../../../electron/core/imports/read-list.ts';
import { remapList } from '../../../../electron/core/imports/remap-list.ts';
import { drain, fileOf, headings, openDesk, rowOf, sheetOf, xlsxOf } from './lists.ts';
import { takeList } from '../../../../electron/core/imports/take-list.ts';

const read = async (file: File) => {
  const desk = await openDesk(onTestFinished);
  const answer = await readList(desk.session, file, desk.ports);
  return { ...desk, answer, preview: answer.ok ? answer.value : null };
};

const goesOn = () => true;

it('recognises Chinese headings below a merged title', async () => {
  const sheet = sheetOf([['2026 年 2 月人伤案件清单'], [], headings, rowOf('A1'), rowOf('A2')]);
  sheet['!merges'] = [{ s: { r: 0, c: 0 }, e: { r: 0, c: 10 } }];
  const { preview } = await read(xlsxOf({ 清单: sheet }));
  expect(preview).toMatchObject({
    total: 2,
    good: 2,
    bad: 0,
    sheet: '清单',
    mapping: { reportNumber: 0, ownerName: 10, reportedAt: null },
  });
  expect(preview?.rows[0]).toMatchObject({ line: 4, status: 'good', cells: { reportNumber: 'A1', accidentAt: '2026-02-20 16:10' } });
});

it('recognises English headings in any order', async () => {
  const { preview } = await read(fileOf('Plate No.,Insured,Report Number,Date of Loss\n京A12345,Zhang,E1,2026-02-01 08:00\n', 'list.csv'));
  expect(preview?.mapping).toMatchObject({ plate: 0, insuredName: 1, reportNumber: 2, accidentAt: 3 });
  expect(preview?.good).toBe(1);
});

it('gives every row of a merged cell its value', async () => {
  const sheet = sheetOf([headings, rowOf('M1'), rowOf('M2', { 9: null }), rowOf('M3', { 9: null })]);
  sheet['!merges'] = [{ s: { r: 1, c: 9 }, e: { r: 3, c: 9 } }];
  const { preview } = await read(xlsxOf({ 表: sheet }));
  expect(preview?.rows.map((row) => row.cells['hospital'])).toEqual(['市第一医院', '市第一医院', '市第一医院']);
});

it('takes the stored value of a formula and says when there is none', async () => {
  const stored = rowOf('F1', { 8: { t: 'n', f: '1+2', v: 3 } });
  const empty = rowOf('F2', { 9: { t: 'n', f: 'VLOOKUP(1,Z:Z,1)' } });
  const { preview } = await read(xlsxOf({ 表: sheetOf([headings, stored, empty]) }));
  expect(preview?.rows[0]).toMatchObject({ status: 'good', cells: { injuredCount: '3' }, problems: [] });
  expect(preview?.rows[1]).toMatchObject({ status: 'good', problems: [{ column: 'hospital', code: 'import.no-value' }] });
});

it('reads dates of spreadsheets, texts and full-width digits as the same moment', async () => {
  const ways = ['2026-02-20 16:10', '2026/2/20 16:10', '2026年2月20日16时10分', '２０２６．０２．２０　１６：１０', '20260220161000'];
  const dated = { t: 'n', v: 46_073.673_611_111, z: 'yyyy/m/d h:mm' } as const;
  const rows = [...ways, dated].map((when, index) => rowOf(`D${index}`, { 5: when }));
  const desk = await read(xlsxOf({ 表: sheetOf([headings, ...rows]) }));
  expect(desk.preview).toMatchObject({ good: 6, bad: 0 });
  const taken = takeList(desk.session, { importId: desk.preview?.importId ?? '', goesOn }, desk.ports);
  if (!taken.ok) throw new Error(taken.error.code);
  await drain(taken.value);
  const moments = desk.session.read.all<{ at: string }>('SELECT DISTINCT accident_at AS at FROM cases');
  expect(moments).toEqual([{ at: '2026-02-20T08:10:00.000Z' }]);
});

it('shows each bad row with the field and the reason', async () => {
  const rows = [
    rowOf(''),
    rowOf('B2', { 5: '上周三下午' }),
    rowOf('B3', { 8: '很多' }),
    rowOf('B4', { 4: '见附件' }),
    rowOf('B5', { 5: '2099-01-01 08:00' }),
    rowOf('B6'),
    rowOf('b6'),
    rowOf('B8', { 3: '名'.repeat(201) }),
  ];
  const { preview } = await read(xlsxOf({ 表: sheetOf([headings, ...rows]) }));
  expect(preview).toMatchObject({ total: 8, good: 1, bad: 7 });
  const codes = preview?.rows
    .filter(({ status }) => status === 'bad')
    .map(({ line, problems }) => [line, problems[0]?.column, problems[0]?.code]);
  expect(codes).toEqual([
    [2, 'reportNumber', 'import.required'],
    [3, 'accidentAt', 'import.date'],
    [4, 'injuredCount', 'import.count'],
    [5, 'insuredPhone', 'import.phone'],
    [6, 'accidentAt', 'import.in-the-future'],
    [8, 'reportNumber', 'import.duplicate-in-file'],
    [9, 'insuredName', 'import.too-long'],
  ]);
});

it('refuses a report number that the spreadsheet has rounded', async () => {
  const { preview } = await read(xlsxOf({ 表: sheetOf([headings, rowOf('x', { 0: 9.0512026022e19 })]) }));
  expect(preview?.rows[0]?.problems).toMatchObject([{ column: 'reportNumber', code: 'import.number-lost' }]);
});

it.each(['utf-8', 'utf-8 with mark', 'gb18030', 'utf-16'])('reads a CSV in %s', async (encoding) => {
  const text = '报案号,被保险人,联系电话,伤者人数\r\nC1,"张三,先生",138 0000 1234,２人\r\n';
  // "报案号,被保险人,联系电话,伤者人数 / C1,"张三,先生",138 0000 1234,２人" in GB18030, as core systems still export it.
  const gb = Buffer.from(
    'b1a8b0b8bac52cb1bbb1a3cfd5c8cb2cc1aacfb5b5e7bbb02cc9cbd5dfc8cbcafd0d0a43312c22d5c5c8fd2ccfc8c9fa222c3133382030303030203132333' +
      '42ca3b2c8cb0d0a',
    'hex',
  );
  const bytes = {
    'utf-8': Buffer.from(text),
    'utf-8 with mark': Buffer.from(`\uFEFF${text}`),
    gb18030: gb,
    'utf-16': Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(text, 'utf16le')]),
  }[encoding] as Buffer;
  const { preview } = await read(fileOf(bytes, '清单.csv'));
  expect(preview?.mapping).toMatchObject({ reportNumber: 0, insuredName: 1, insuredPhone: 2, injuredCount: 3 });
  expect(preview?.rows[0]).toMatchObject({ status: 'good', cells: { insuredName: '张三,先生', injuredCount: '２人' } });
});

it('reads another sheet and columns mapped by hand', async () => {
  const odd = sheetOf([
    ['编号', '人'],
    ['H1', '张三'],
  ]);
  const { session, ports, preview } = await read(xlsxOf({ 说明: odd, 清单: sheetOf([headings, rowOf('S1')]) }));
  expect(preview).toMatchObject({ sheet: '清单', sheets: ['说明', '清单'] });
  const mapped = await remapList(
    session,
    { importId: preview?.importId ?? '', sheet: '说明', mapping: { reportNumber: 0, insuredName: 1 } as never },
    ports,
  );
  expect(mapped.ok && mapped.value).toMatchObject({
    sheet: '说明',
    good: 1,
    rows: [{ cells: { reportNumber: 'H1', insuredName: '张三' } }],
  });
  const old = await remapList(session, { importId: preview?.importId ?? '', sheet: '清单', mapping: null }, ports);
  expect(!old.ok && old.error.code).toBe('import.expired');
});

it('refuses a list nobody took for longer than an hour', async () => {
  const { session, ports, preview, clock } = await read(xlsxOf({ 清单: sheetOf([headings, rowOf('S1')]) }));
  clock.advance(61);
  const late = takeList(session, { importId: preview?.importId ?? '', goesOn }, ports);
  expect(!late.ok && late.error.code).toBe('import.expired');
});

it.each([
  ['an empty file', fileOf('', 'a.xlsx'), 'import.empty'],
  ['an empty sheet', xlsxOf({ 表: utils.aoa_to_sheet([[]]) }), 'import.empty'],
  ['a heading without rows', xlsxOf({ 表: sheetOf([headings]) }), 'import.empty'],
  ['a picture that calls itself a list', fileOf(Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex'), 'a.csv'), 'import.not-a-table'],
  ['a cut spreadsheet', fileOf(Buffer.from('504b030414000000', 'hex'), 'a.xlsx'), 'import.not-a-table'],
  ['one line of text', fileOf('只是一句话', 'a.txt'), 'import.not-a-table'],
  ['more than 30 MB', fileOf(new Uint8Array(30 * 1024 * 1024 + 1), 'a.csv'), 'import.too-large'],
] as const)('refuses %s', async (_title, file, code) => {
  const { answer } = await read(file);
  expect(!answer.ok && answer.error).toMatchObject({ code, field: 'file' });
});

it('is refused to the administrator, who sees no case', async () => {
  const desk = await openDesk(onTestFinished);
  desk.session.commit({
    kind: 'add-person',
    caseId: null,
    ops: [
      {
        op: 'insert',
        entity: 'person',
        id: '01950000-0000-7000-8fff-000000000001',
        fields: { name: '管理员', role: 'admin', active: true },
      },
    ],
  });
  desk.session.commitLocal(['people'], (db) =>
    db.run("INSERT OR REPLACE INTO settings (key, value) VALUES ('current-person', ?)", '"01950000-0000-7000-8fff-000000000001"'),
  );
  const answer = await readList(desk.session, fileOf('报案号\nX1\n', 'a.csv'), desk.ports);
  expect(!answer.ok && answer.error.code).toBe('forbidden');
});
