import { readFile } from 'node:fs/promises';
import type { BrowserContext, Locator, Page, WebSocket } from '@playwright/test';
import { read, utils, write } from '@e965/xlsx';
import { expect, test } from '../support/e2e.ts';
import { startHostProcess, type HostProcess } from '../support/host-process.ts';
import { draftKept } from './pages/draft.ts';
import { begin, goTo, setUp, unlock } from './pages/first-run.ts';
import {
  approve,
  choose,
  chooseInMenu,
  command,
  findCase,
  openByKeys,
  openDialog,
  pick,
  pressButton,
  save,
  tabTo,
  take,
  type,
} from './pages/keyboard.ts';
import { gatherErrors } from './pages/look.ts';
import { openStep as openStepOf } from './pages/walk.ts';

test.describe.configure({ mode: 'serial', timeout: 300_000 });

let host: HostProcess;
let context: BrowserContext;
let page: Page;
let errors: string[];
/** Between the window and the core. */
let socket: WebSocket;

const number = 'R2026110100077';
const halfWritten = '客户说撞到人后马上报了警，现场照片已拍，愿意配合';

test.beforeAll(async ({ browser }, testInfo) => {
  testInfo.setTimeout(120_000);
  host = await startHostProcess();
  const { viewport, locale, timezoneId } = testInfo.project.use;
  context = await browser.newContext({ viewport: viewport ?? null, locale: locale ?? 'zh-CN', timezoneId: timezoneId ?? 'Asia/Shanghai' });
  page = await context.newPage();
  page.setDefaultTimeout(15_000);
  errors = gatherErrors(page);
  page.on('websocket', (opened) => (socket = opened));
  await page.goto(host.address());
  await setUp(page, { name: '王敏', role: 'handler' });
  await begin(page, 'import');
});

test.afterAll(async () => {
  await context.close();
  await host.end();
});

const button = (name: string | RegExp, within: Page | Locator = page): Locator => within.getByRole('button', { name }).first();
const section = (name: string): Locator => page.getByRole('region', { name, exact: true }).first();
const openStep = (step: number): Promise<void> => openStepOf(page, step);
const stepDone = async (step: number): Promise<void> => {
  // Before the last answer has been read, finishing would ask for the reason of doing it early.
  await expect(page.locator('[aria-current=step]')).toContainText('100%');
  await pressButton(page, button(`完成第 ${step} 步`));
  await expect(page.locator('[aria-current=step]')).toContainText('完成');
};

const list = (): Buffer => {
  const rows = [
    ['报案号', '保单号', '车牌号', '被保险人', '联系电话', '出险时间', '出险地点', '出险原因', '伤者人数', '就诊医院'],
    [number, 'P2026001', '苏A12345', '陈建国', '13900001234', '2026-11-01 08:20', '江城市中山路', '变道碰撞电动车', '１', '江城市第一医院'],
    ['R2026110100078', 'P2026002', '苏A22345', '周立新', '13900001235', '三月的某天', '江城市人民路', '追尾', '1', '江城市第二医院'],
    [number, 'P2026001', '苏A12345', '陈建国', '13900001234', '2026-11-01 08:20', '江城市中山路', '变道碰撞电动车', '1', '江城市第一医院'],
  ];
  const book = utils.book_new(utils.aoa_to_sheet(rows), '报案');
  return Buffer.from(write(book, { type: 'array', bookType: 'xlsx' }) as ArrayBuffer);
};

const chooseList = async (): Promise<void> => {
  await page.locator('input[type=file]').setInputFiles({
    name: '报案清单.xlsx',
    buffer: list(),
    mimeType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  });
  await expect(page.getByText('共 3 行')).toBeVisible();
};

test('a list brings its good rows, gives the bad ones back as a file, and adds nothing the second time', async () => {
  await chooseList();
  await expect(page.getByText('“三月的某天”认不出', { exact: false })).toBeVisible();
  await expect(page.getByText('在表中重复', { exact: false })).toBeVisible();
  const coming = page.waitForEvent('download');
  await button('下载 2 行问题清单').click();
  const back = read(await readFile(await (await coming).path()));
  const rows = utils.sheet_to_json<string[]>(back.Sheets[back.SheetNames[0] ?? ''] ?? {}, { header: 1 });
  expect(rows).toHaveLength(3);
  expect(rows[0]?.at(-1)).toBe('未导入原因');
  expect(rows[1]?.at(-1)).toContain('出险时间“三月的某天”认不出');
  expect(rows[2]?.at(-1)).toContain('重复');
  await button('导入 1 条').click();
  await expect(page.getByText('新增 1 个案件')).toBeVisible();
  await button('再导入一份').click();
  await chooseList();
  await expect(button('导入 0 条')).toBeDisabled();
});

test('the case is found by its plate, and a half-written contact survives the death of the core', async () => {
  await findCase(page, '苏A12345', number);
  await expect(page.getByRole('heading', { level: 1 })).toContainText('陈建国');
  await openStep(1);
  await openByKeys(page, 'Control+n');
  await choose(page, '对方态度', 4);
  await type(page, '说了什么', halfWritten);
  const kept = draftKept(socket, 'costsOutsideCover');
  await pressButton(page, button('+ 保险不承担的费用'));
  await kept;
  await host.kill();
  await expect(page.getByText('内核未应答')).toBeVisible();
  await host.restart();
  await page.goto(host.address());
  await unlock(page);
  await findCase(page, '苏A12345', number);
  await openStep(1);
  await openByKeys(page, 'Control+n');
  await expect(page.getByRole('dialog').getByText(/已恢复 .* 的草稿/)).toBeVisible();
  await expect(page.getByLabel('说了什么')).toHaveValue(halfWritten);
  await expect(page.getByRole('group', { name: '保险不承担的费用' })).toBeVisible();
});

test('step 1: costs and papers are told, the next date is promised, and the gate opens', async () => {
  const dialog = page.getByRole('dialog');
  await pressButton(page, button('+ 要交的资料和时间', dialog));
  await pressButton(page, button('＋ 承诺', dialog));
  await type(page, '承诺什么', '明天上午再打电话说明垫付怎么办');
  await save(page);
  await expect(page.getByText(halfWritten)).toBeVisible();
  await openDialog(page, button(/约定的下次联系/));
  await type(page, '约定的下次联系', '2026-12-01');
  await save(page);
  await stepDone(1);
});

test('step 2: an injured party with a checked identity number, a statement, the notice and why there is no photo', async () => {
  await openStep(2);
  await openDialog(page, button('＋ 伤者'));
  await type(page, '姓名', '李秀英');
  await choose(page, '性别', 2);
  await type(page, '身份证号', '110101195003074568');
  await type(page, '医院', '江城市第一医院');
  await page.keyboard.press('Control+Enter');
  await expect(page.getByText('身份证号校验位不对')).toBeVisible();
  await type(page, '身份证号', '１１０１０１１９５００３０７４５６７');
  await save(page);
  await expect(page.getByRole('heading', { level: 1 })).toContainText('李秀英');
  for (const [topic, text] of [
    ['职业', '退休教师'],
    ['伤者自述事故经过', '我骑车直行，被右转的车带倒'],
  ] as const) {
    await openDialog(page, button(new RegExp(`记录.*${topic}`)));
    await type(page, topic, text);
    await save(page);
    await expect(section('首次陈述与事实').getByText(text)).toBeVisible();
  }
  await pressButton(page, button('现在已告知'));
  await expect(button('现在已告知')).toHaveCount(0);
  await openDialog(page, button('未拍照的原因'));
  await type(page, '原因', '家属不同意拍照');
  await save(page);
  await openDialog(page, button('核对并固定'));
  await choose(page, '怎样确认', 3);
  await type(page, '不签的原因', '右手受伤不便签字，听读后口头确认');
  await save(page);
  await expect(section('首次陈述').getByText('已固定', { exact: true })).toBeVisible();
  await stepDone(2);
});

test('step 3: a diagnosis with its code and an estimate', async () => {
  await openStep(3);
  await openDialog(page, button('记录诊断'));
  await choose(page, '口述还是书面', 2);
  await type(page, '诊断', '右股骨颈骨折');
  await pick(page, 'ICD-10 编码', '股骨颈');
  await type(page, '医生', '赵医生');
  await save(page);
  await expect(section('诊断').getByText(/S72/)).toBeVisible();
  await openDialog(page, button('记录预估'));
  await type(page, '治疗方案', '内固定手术');
  await type(page, '预计住院天数', '２１');
  await type(page, '预计费用', '48，000.00');
  await save(page);
  await stepDone(3);
});

test('step 4: the person hears what comes next, the promise is kept, and treatment has ended', async () => {
  await openStep(4);
  await openByKeys(page, 'Control+n');
  await type(page, '说了什么', '告诉家属护理费要有医嘱，家属说明白');
  await pick(page, '其他要点…', '护理要有医嘱');
  await expect(page.getByRole('group', { name: '护理要有医嘱' })).toBeVisible();
  await save(page);
  await openDialog(page, button('处理', section('承诺')));
  await save(page);
  await pressButton(page, button('治疗结束'));
  await expect(button('仍在治疗')).toBeVisible();
  await stepDone(4);
});

const addItem = async (kind: string, claimed: string, allowed: string): Promise<void> => {
  await openDialog(page, button('添加项目'));
  await pick(page, '项目', kind);
  await type(page, '索赔', claimed);
  await type(page, '核定', allowed);
  await save(page);
};

const deduct = async (kind: string, amount: string, reason: string, tie: string): Promise<void> => {
  await openDialog(page, button('＋ 扣减', page.getByRole('row', { name: new RegExp(kind) })));
  await type(page, '扣减金额', amount);
  await type(page, '理由', reason);
  await pick(page, '哪次告知说过这件事', tie);
  await save(page);
};

test('step 5: items with a deduction told before and one that was not, an offer put and answered', async () => {
  await openStep(5);
  await addItem('医疗费', '48,000', '42000');
  await addItem('护理费', '6000', '4500');
  await deduct('医疗费', '6000', '目录外用药', '保险不承担的费用');
  await deduct('护理费', '1500', '超出医嘱天数', '未事先告知');
  for (const kind of ['医疗费', '护理费']) {
    const row = page.getByRole('row', { name: new RegExp(kind) });
    await pressButton(page, button('定下', row));
    await expect(row.getByText('已定', { exact: true })).toBeVisible();
  }
  await openDialog(page, button('生成方案 v1'));
  await choose(page, '怎么定', 2);
  await type(page, '为什么给一次性总额', '治疗已结束，双方愿意一次了结');
  await type(page, '怎么解释这个方案', '医疗费按目录核定，护理按医嘱天数。');
  await save(page);
  await expect(section('赔付方案').getByText('v1 ¥ 46,500.00', { exact: true })).toBeVisible();
  await pressButton(page, button('提交批准', section('赔付方案')));
  await openDialog(page, button('给出并解释'));
  await choose(page, '解释后对方', 1);
  await save(page);
  await openDialog(page, button('记录答复'));
  await choose(page, '答复', 1);
  await type(page, '对方还价', '50000');
  await type(page, '对方原话', '护理费太少');
  await save(page);
  await stepDone(5);
});

test('step 6: the request is written and submitted, a supervisor decides it in three keys, and it is told', async () => {
  await openStep(6);
  await openDialog(page, button('写上报'));
  await choose(page, '类型', 2);
  await type(page, '一句话请求', '请批准多付护理费 3,500 元一次了结');
  await type(page, '金额', '3500');
  await type(page, '现场核实的事实', '七十六岁，独居，女儿请假照护');
  await save(page);
  await pressButton(page, button('提交', page.getByRole('article')));
  await expect(page.getByRole('article').getByText('待批')).toBeVisible();
  const address = new URL(page.url()).hash.slice(1);

  await command(page, '设置', 'settings');
  await tabTo(page, page.getByRole('form', { name: '添加人员' }).getByLabel('姓名'));
  await page.keyboard.insertText('秦主管');
  await tabTo(page, page.getByRole('form', { name: '添加人员' }).getByLabel('角色'));
  await take(page, '主管');
  await page.keyboard.press('Control+Enter');
  await expect(page.getByText('已添加 秦主管')).toBeVisible();
  await pressButton(page, button(/当前人员/));
  await chooseInMenu(page, page.getByRole('menuitem', { name: /秦主管/ }));
  await expect(button(/当前人员 秦主管/)).toBeVisible();

  await command(page, '上报', 'escalations');
  await expect(page.getByRole('region', { name: '上报材料' }).getByText('请批准多付护理费', { exact: false }).first()).toBeVisible();
  await approve(page);
  await expect(page.getByText('已批准', { exact: true })).toBeVisible();

  await goTo(page, address);
  await openDialog(page, button('记录转告'));
  await type(page, '怎样告诉了现场', '电话告诉了王敏');
  await pick(page, '哪次联络告诉了当事人', '护理');
  await save(page);
  await expect(page.getByRole('article').getByText('已转告', { exact: true })).toBeVisible();
  await stepDone(6);
});

test('nothing went wrong on the way', () => {
  expect(errors).toEqual([]);
});
