import { expect, it, onTestFinished } from 'vitest';
import { badRowsFile } from '../../../../electron/core/imports/bad-rows-file.ts';
import { readList } from '../../../../electron/core/imports/read-list.ts';
import { takeList } from '../../../../electron/core/imports/take-list.ts';
import { projectors } from '../../../../electron/core/workflows/projectors.ts';
import { drain, fileOf, headings, openDesk, rowOf, sheetOf, xlsxOf, type Desk } from './lists.ts';

const countCases = ({ session }: Desk): number => session.read.get<{ n: number }>('SELECT count(*) AS n FROM cases')?.n ?? -1;

const readFile = async ({ session, ports }: Desk, file: File) => {
  const answer = await readList(session, file, ports);
  if (!answer.ok) throw new Error(answer.error.code);
  return answer.value;
};

const take = ({ session, ports }: Desk, importId: string, goesOn: () => boolean = () => true) => {
  const events = takeList(session, { importId, goesOn }, ports);
  if (!events.ok) throw new Error(events.error.code);
  return drain(events.value);
};

const listOf = (count: number, changes: Parameters<typeof rowOf>[1] = {}): File =>
  xlsxOf({ 清单: sheetOf([headings, ...Array.from({ length: count }, (_, index) => rowOf(`T${index}`, changes))]) });

it('takes the good rows as cases and tells how far it is', async () => {
  const desk = await openDesk(onTestFinished);
  const { importId } = await readFile(desk, listOf(450));
  expect(await take(desk, importId)).toEqual([
    { done: 0, total: 450, added: 0 },
    { done: 200, total: 450, added: 200 },
    { done: 400, total: 450, added: 400 },
    { done: 450, total: 450, added: 450 },
  ]);
  const row = desk.session.read.get("SELECT * FROM cases WHERE report_number = 'T0'");
  expect(row).toMatchObject({
    plate: '京A12345',
    insured_phone: '13800001234',
    accident_at: '2026-02-20T08:10:00.000Z',
    injured_count: 2,
    severity: 'ordinary',
    source_channel: 'list',
    state: 'open',
  });
});

it('adds nothing when the same list is taken twice', async () => {
  const desk = await openDesk(onTestFinished);
  const first = await readFile(desk, listOf(30));
  await take(desk, first.importId);
  expect((await take(desk, first.importId)).at(-1)).toEqual({ done: 30, total: 30, added: 0 });
  const second = await readFile(desk, listOf(31));
  expect(second).toMatchObject({ good: 1, alreadyThere: 30, bad: 0 });
  expect((await take(desk, second.importId)).at(-1)).toMatchObject({ added: 1 });
  expect(countCases(desk)).toBe(31);
});

it('goes on with the rest when a cut-off import is taken again', async () => {
  const desk = await openDesk(onTestFinished);
  const { importId } = await readFile(desk, listOf(500));
  const turns = { left: 2 };
  await take(desk, importId, () => (turns.left -= 1) >= 0);
  expect(countCases(desk)).toBe(400);
  expect((await take(desk, importId)).at(-1)).toEqual({ done: 500, total: 500, added: 100 });
});

it('gives the bad rows back with a reason, ready to be corrected and read again', async () => {
  const desk = await openDesk(onTestFinished);
  const file = xlsxOf({ 清单: sheetOf([headings, rowOf('G1'), rowOf('B1', { 5: '上周三' }), rowOf('', { 8: '=HYPERLINK("http://x")' })]) });
  const { importId } = await readFile(desk, file);
  const chinese = await badRowsFile(desk.session, { importId, language: 'zh-CN' }, desk.ports);
  const english = await badRowsFile(desk.session, { importId, language: 'en-US' }, desk.ports);
  if (!chinese.ok || !english.ok) throw new Error('no file');
  expect(chinese.value.name).toBe('清单-未导入的行.xlsx');
  const sheets = await desk.ports.parser.run({ kind: 'read', bytes: new Uint8Array(await chinese.value.arrayBuffer()) });
  const rows = sheets.ok ? (sheets.value[0]?.rows ?? []) : [];
  expect(rows[0]).toEqual([...headings, '原表行号', '未导入原因']);
  expect(rows[1]?.slice(-2)).toEqual(['3', '出险时间“上周三”认不出，请写成 2026-11-20 16:10 这样']);
  expect(rows[2]?.at(-1)).toContain('缺少报案号');
  expect(rows[2]?.[8]).toBe('=HYPERLINK("http://x")');
  const words = await desk.ports.parser.run({ kind: 'read', bytes: new Uint8Array(await english.value.arrayBuffer()) });
  expect(words.ok && words.value[0]?.rows[1]?.at(-1)).toContain('Accident time "上周三" cannot be read');
  expect(await readFile(desk, chinese.value)).toMatchObject({ bad: 2, good: 0 });
});

it('keeps markup, emoji and hidden characters as harmless text', async () => {
  const desk = await openDesk(onTestFinished);
  const text = '<img src=x onerror=alert(1)>\u202E王\u200B五👨‍👩‍👧';
  const { importId } = await readFile(desk, listOf(1, { 3: text }));
  await take(desk, importId);
  const row = desk.session.read.get<{ name: string }>('SELECT insured_name AS name FROM cases');
  expect(row?.name).toBe('<img src=x onerror=alert(1)>王五👨‍👩‍👧');
});

const csvOf = (count: number): File => {
  const lines = Array.from(
    { length: count },
    (_, index) => `L${index},粤B${index},李${index},1380000${String(index % 10_000).padStart(4, '0')},2026-02-01 08:00`,
  );
  return fileOf(`报案号,车牌号,被保险人,联系电话,出险时间\n${lines.join('\n')}\n`, '大清单.csv');
};

it('takes 50,000 rows within a minute while others are served, and refuses one more', async () => {
  const desk = await openDesk(onTestFinished, { projectors });
  const turns = { longest: 0, last: performance.now() };
  const timer = setInterval(() => {
    turns.longest = Math.max(turns.longest, performance.now() - turns.last);
    turns.last = performance.now();
  }, 5);
  onTestFinished(() => clearInterval(timer));
  const { importId, good } = await readFile(desk, csvOf(50_000));
  expect(good).toBe(50_000);
  const started = performance.now();
  expect((await take(desk, importId)).at(-1)).toMatchObject({ added: 50_000 });
  console.info(`50,000 rows: ${Math.round(performance.now() - started)} ms, longest wait ${Math.round(turns.longest)} ms`);
  expect(countCases(desk)).toBe(50_000);
  const more = await readList(desk.session, csvOf(50_001), desk.ports);
  expect(!more.ok && more.error.code).toBe('import.too-many-rows');
}, 300_000);
