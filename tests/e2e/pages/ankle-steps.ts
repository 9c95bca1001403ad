import { expect } from '@playwright/test';
import { ankle, at, day } from './ankle-case.ts';
import { picture } from './files.ts';
import { arrived } from './first-run.ts';
import { openByKeys, openDialog, pick, pressButton, save, tabTo, type } from './keyboard.ts';
import type { Walk } from './walk.ts';
import { named } from './words.ts';

// The ankle fracture through steps 1 to 4 and the request of step 6; each function is one stretch of work, without a mouse.

export const register = async (w: Walk): Promise<void> => {
  const { page, fill, t } = w;
  await openByKeys(page, 'Control+Shift+n');
  await fill('cases.field.reportNumber', ankle.number);
  await fill('cases.field.reportedAt', at(-2, '08:40'));
  await fill('cases.field.policyNumber', 'P2026-7741');
  await fill('cases.field.plate', ankle.plate);
  await fill('cases.field.insuredName', ankle.insured);
  await fill('cases.field.insuredPhone', '13900001234');
  await fill('cases.field.accidentAt', at(-2, '08:10'));
  await save(page);
  await arrived(page, 'case');
  await expect(page.getByRole('heading', { level: 1 })).toContainText(ankle.insured);
  await openDialog(page, w.button(t('case-file.header.edit')));
  await fill('case-file.field.driverName', ankle.insured);
  await fill('case-file.field.driverPhone', '13900001234');
  await fill('case-file.field.liabilityShare', '100');
  await fill('case-file.field.commercialLimitFen', '1000000');
  await w.choose(t('case-file.field.liabilityFinding'), 1);
  await save(page);
};

/** Step 1: the accident, what the driver answers, what is told, promised and asked, and the next date. */
export const callback = async (w: Walk): Promise<void> => {
  const { page, fill, t } = w;
  await w.openStep(1);
  await openDialog(page, w.button(t('case-file.accident.edit')));
  await fill('case-file.field.accidentPlace', '城北路与学府街路口');
  await fill('case-file.field.accidentCause', '右转未让行人');
  await fill('case-file.field.hospital', ankle.person.hospital);
  await fill('case-file.field.injuredCount', '１');
  await w.choose(t('case-file.field.advanceNeeded'), 1);
  await fill('case-file.field.accidentCourse', '右转时没看到人行横道上的行人，右前角碰到，人倒地。');
  await fill('case-file.field.hopes', '尽快处理，不上法院');
  await fill('case-file.field.worries', '怕家属要价太高');
  await save(page);
  await w.fact('injuredPeople', { text: '一人，右脚踝' });
  await w.fact('passengers', { text: '车上只有本人' });
  await w.fact('sceneKept', { choice: 'photographed' });
  await w.fact('policeReported', { choice: 'finding' });
  await w.fact('licencesPhotographed', { choice: 'all' });
  await w.fact('driverSober', { choice: 'tested' });
  await w.fact('moneyPaidSoFar', { text: '2000' });
  await w.fact('agreementTalks', { text: '没有谈过' });
  const identity = page.getByRole('checkbox').first();
  await tabTo(page, identity);
  await page.keyboard.press('Space');
  await expect(identity).toBeChecked();
  await w.contact(ankle.callback.body);
  await fill('contacts.editor.place', ankle.callback.place);
  await w.choose(t('contacts.editor.mood'), 4);
  for (const one of ankle.callback.told) await w.tell(one);
  await pressButton(page, w.button(t('contacts.editor.addPromise'), w.dialog()));
  await fill('contacts.editor.what', ankle.callback.promise);
  await pressButton(page, w.button(t('contacts.editor.addQuestion'), w.dialog()));
  await fill('contacts.editor.question', ankle.callback.question);
  await fill('contacts.editor.answer', ankle.callback.answer);
  await save(page);
  await w.fact('nextContactOn', { text: day(1) });
  await w.fact('papersExpectedOn', { text: day(3) });
  await w.stepDone(1);
};

/** Chooses a file with the keys: Enter on the button opens the system's own dialog. */
const photograph = async (w: Walk, which: 'identity' | 'injury', seed: number): Promise<void> => {
  const strip = w.page.locator(`div:has(> strong:text-is("${w.t(`parties.panel.${which}Photos`)}"))`);
  const asked = w.page.waitForEvent('filechooser');
  await pressButton(w.page, w.labelled(w.t('attachments.strip.add'), strip));
  await (await asked).setFiles({ name: `${which}.png`, mimeType: 'image/png', buffer: picture(seed) });
  await expect(w.labelled(`${which}.png`, strip)).toBeVisible();
};

export const person = async (w: Walk): Promise<void> => {
  const { page, fill, t } = w;
  await w.openStep(2);
  await openDialog(page, w.button(t('case-file.parties.add')));
  await fill('parties.field.name', ankle.person.name);
  await w.choose(t('parties.field.gender'), 2);
  await fill('parties.field.idNumber', ankle.person.idNumber);
  await fill('parties.field.phone', '13900005678');
  await pick(page, named(t('parties.field.roadRole')), t('parties.road.pedestrian'));
  await fill('parties.field.hospital', ankle.person.hospital);
  await fill('parties.field.department', '骨科');
  await fill('parties.field.ward', '东六');
  await fill('parties.field.bed', '12');
  await fill('parties.field.admittedOn', day(-2));
  await fill('parties.field.injurySummary', '右踝骨折');
  await save(page);
  await expect(page.getByRole('heading', { level: 1 })).toContainText(ankle.person.name);
};

/** Step 2: prepared, told of the rights, asked, photographed, read back, signed. */
export const visit = async (w: Walk): Promise<void> => {
  const { page, fill, t } = w;
  await w.fact('likelyDispute', { text: '是不是绿灯，护理几天' });
  await w.fact('ownPosition', { text: '认定书已出，护理按医嘱' });
  await w.contact(ankle.visit.body);
  await fill('contacts.editor.place', ankle.visit.place);
  await w.choose(t('contacts.editor.mood'), 3);
  for (const one of ankle.visit.told) await w.tell(one);
  await save(page);
  await pressButton(page, w.button(t('parties.panel.giveNotice')));
  await expect(w.button(t('parties.panel.giveNotice'))).toHaveCount(0);
  for (const { topic, text, choice } of ankle.said) await w.fact(topic, { ...(text && { text }), ...(choice && { choice }) });
  await w.fact('attitude', { choice: 'worried' });
  await w.fact('whatSoftenedIt', { text: '说明可以申请垫付以后' });
  await w.fact('wishes', { text: '好好治，能走路' });
  await w.fact('idChecked', { choice: 'matched' });
  await w.ask('carers');
  await pressButton(page, w.button(t('facts.carer.add'), w.dialog()));
  await fill('facts.carer.name', ankle.carer.name);
  await fill('facts.carer.relation', ankle.carer.relation);
  await fill('facts.carer.days', ankle.carer.days);
  await fill('facts.carer.income', ankle.carer.income);
  await save(page);
  await photograph(w, 'identity', 1);
  await photograph(w, 'injury', 2);
};

/** The statement is read on the screen and signed on it; only the signature is drawn by hand. */
export const freeze = async (w: Walk): Promise<void> => {
  const { page, t } = w;
  await openDialog(page, w.button(t('statements.panel.freeze')));
  await expect(w.dialog().getByText('绿灯亮了我才走', { exact: false }).first()).toBeVisible();
  await w.choose(t('statements.freeze.signing'), 1);
  const box = await w
    .dialog()
    .getByRole('img', { name: t('statements.freeze.signHere') })
    .boundingBox();
  if (box === null) throw new Error('no place to sign');
  await page.mouse.move(box.x + 60, box.y + 60);
  await page.mouse.down();
  for (const [x, y] of [
    [90, 30],
    [120, 90],
    [160, 40],
    [220, 80],
  ] as const)
    await page.mouse.move(box.x + x, box.y + y);
  await page.mouse.up();
  await tabTo(page, w.labelled(t('statements.freeze.save'), w.dialog()));
  await save(page);
  await expect(w.section(t('statements.panel.title')).getByText(t('statements.panel.frozen'), { exact: true })).toBeVisible();
  await w.stepDone(2);
};

const diagnose = async (w: Walk, mode: 1 | 2, body: string, code: string | null): Promise<void> => {
  const { page, fill, t } = w;
  await openDialog(page, w.labelled(t('doctors.table.add')));
  await w.choose(t('doctors.diagnosis.mode'), mode);
  await fill('doctors.diagnosis.body', body);
  if (code !== null) await pick(page, named(t('doctors.diagnosis.icd10')), code);
  await fill('doctors.diagnosis.doctor', ankle.doctor.name);
  await fill('doctors.diagnosis.statedOn', day(-1));
  await save(page);
};

const treat = async (w: Walk, kind: number, values: Record<string, string>): Promise<void> => {
  const { page, t } = w;
  await openDialog(page, w.labelled(t('doctors.treatment.add')));
  await w.choose(t('doctors.treatment.kindField'), kind);
  for (const [key, text] of Object.entries(values)) await w.fill(key, text);
  await save(page);
};

/** Walks over the body with the arrow keys until the place has the focus. */
const mark = async (w: Walk): Promise<void> => {
  const { page, t } = w;
  const figure = page.getByRole('group', { name: t('doctors.body.figure', { view: t('doctors.view.front') }) });
  const place = t('doctors.body.place', { side: t('doctors.side.right'), region: t('doctors.region.ankle').toLowerCase() });
  await tabTo(page, figure);
  const ankleShape = figure.getByRole('button', { name: place, exact: true });
  for (let i = 0; i < 40 && !(await ankleShape.evaluate((one) => one === document.activeElement)); i += 1) {
    const [here, there] = await Promise.all([figure.locator(':focus').boundingBox(), ankleShape.boundingBox()]);
    const down = (there?.y ?? 0) - (here?.y ?? 0) > 8;
    await page.keyboard.press(down ? 'ArrowDown' : (there?.x ?? 0) < (here?.x ?? 0) ? 'ArrowLeft' : 'ArrowRight');
  }
  await page.keyboard.press('Enter');
  await w.choose(t('doctors.mark.kind'), 1);
  await w.choose(t('doctors.mark.source'), 1);
  await save(page);
};

/** Step 3: spoken and written, where it is, what it will take, what does not fit, what the doctor was told. */
export const doctor = async (w: Walk): Promise<void> => {
  const { page, fill, t } = w;
  await w.openStep(3);
  await diagnose(w, 1, ankle.doctor.spoken, null);
  await diagnose(w, 2, ankle.doctor.written, ankle.doctor.written10);
  await openDialog(page, w.labelled(t('doctors.estimate.add')));
  await fill('doctors.estimate.plan', ankle.doctor.plan);
  await fill('doctors.estimate.stay', '14');
  await fill('doctors.estimate.cost', '38000');
  await fill('doctors.estimate.nonListedField', '6000');
  await fill('doctors.estimate.outcome', '三个月后可负重行走');
  await fill('doctors.diagnosis.doctor', ankle.doctor.name);
  await save(page);
  await mark(w);
  await treat(w, 1, { 'doctors.treatment.admittedOn': day(-2) });
  await treat(w, 2, { 'doctors.treatment.fromOn': day(-1), 'doctors.mark.note': '切开复位内固定' });
  await treat(w, 5, { 'doctors.treatment.fromOn': day(-1), 'doctors.treatment.amount': '12,600.50' });
  await openDialog(page, w.labelled(t('doctors.doubt.add')));
  await fill('doctors.doubt.body', ankle.doctor.doubt);
  await fill('doctors.doubt.whom', ankle.doctor.askWhom);
  await fill('doctors.doubt.ownerName', '王敏');
  await save(page);
  await w.fact('firstImaging', { text: '入院当天X光，新鲜骨折，无陈旧改变' });
  await w.fact('carersNeeded', { choice: 'one' });
  await w.fact('nonListedDrugs', { choice: 'someReplaceable' });
  await w.contact(ankle.doctor.body);
  await fill('contacts.editor.name', ankle.doctor.name);
  await w.tell({ topic: 'nonListedDrugs', words: '可换国产钢板，差价保险不付，已请医生优先选目录内。', understood: 1, proof: 'none' });
  await save(page);
  await w.stepDone(3);
};

export const askAdvance = async (w: Walk): Promise<void> => {
  const { page, fill, t } = w;
  await openDialog(page, w.button(t('advances.panel.write')));
  await w.choose(t('advances.field.basis'), 4);
  await fill('advances.field.amountFen', ankle.advance.amount);
  await w.choose(t('advances.field.payTo'), 1);
  await fill('advances.field.payee', ankle.person.hospital);
  await fill('advances.field.need', ankle.advance.need);
  for (const condition of ['urgent', 'costChecked']) {
    await tabTo(page, w.dialog().getByRole('checkbox', { name: t(`advances.condition.${condition}`) }));
    await page.keyboard.press('Space');
  }
  await save(page);
  await pressButton(page, w.button(t('advances.act.ask')));
  await expect(w.section(t('advances.panel.title')).getByText(t('advances.state.asked'), { exact: true })).toBeVisible();
};

/** Papers: everything missing is named at once, one original comes in and is checked. */
const papers = async (w: Walk): Promise<void> => {
  const { page, fill, t } = w;
  const boxes = w.section(t('papers.panel.title')).getByRole('checkbox');
  const last = boxes.last();
  await tabTo(page, last);
  await openByKeys(page, 'n');
  await fill('papers.notice.expectedOn', day(7));
  await save(page);
  await tabTo(page, last);
  await openByKeys(page, 'r');
  await fill('papers.receive.from', ankle.carer.name);
  await w.choose(t('papers.receive.original'), 1);
  await save(page);
  await expect(w.section(t('papers.panel.title')).getByText(t('papers.state.received'), { exact: true })).toBeVisible();
  await tabTo(page, last);
  await page.keyboard.press('c');
  await expect(w.section(t('papers.panel.title')).getByText(t('papers.state.checked'), { exact: true })).toBeVisible();
};

/** Step 4: both sides are spoken to, papers named, a promise kept and one moved, a round of mediation, the end of treatment. */
export const follow = async (w: Walk): Promise<void> => {
  const { page, fill, t } = w;
  await w.openStep(4);
  await w.fact('contactPlan', { text: '陈先生由王敏每三天一次；女儿由王敏隔天一次' });
  await papers(w);
  await w.contact(ankle.follow.body);
  await w.choose(t('contacts.editor.mood'), 5);
  for (const one of ankle.follow.told) await w.tell(one);
  await pressButton(page, w.button(t('contacts.editor.addPromise'), w.dialog()));
  await fill('contacts.editor.what', ankle.follow.promise);
  await save(page);
  const promises = w.section(t('promises.list.title'));
  const settle = (what: string) => w.button(t('promises.list.settle'), promises.getByRole('listitem').filter({ hasText: what }));
  await openDialog(page, settle(ankle.callback.promise));
  await w.choose(t('promises.settle.to'), 1);
  await save(page);
  await openDialog(page, settle(ankle.follow.promise));
  await w.choose(t('promises.settle.to'), 3);
  await fill('promises.settle.dueAt', ankle.follow.movedTo);
  await fill('promises.settle.noticeText', ankle.follow.movedNotice);
  await fill('promises.settle.reason', ankle.follow.movedWhy);
  await save(page);
  await openDialog(page, w.button(t('mediations.panel.record', { round: 1 })));
  await fill('mediations.field.place', ankle.mediation.place);
  await fill('mediations.field.mediator', ankle.mediation.mediator);
  await fill('mediations.field.present', '赵桂英、钱秀兰、王敏');
  await fill('mediations.field.ours', '42000');
  await fill('mediations.field.theirs', '50000');
  await w.choose(t('mediations.field.reply'), 3);
  await fill('mediations.field.nextOn', day(5));
  await fill('mediations.field.note', ankle.mediation.note);
  await save(page);
  await w.fact('treatmentState', { choice: 'ended' });
  await w.fact('mediationWish', { choice: 'yes' });
  await openDialog(page, settle(ankle.follow.promise));
  await w.choose(t('promises.settle.to'), 1);
  await save(page);
  await pressButton(page, w.button(t('steps.pane.endTreatment')));
  await expect(w.button(t('steps.pane.treatmentGoesOn'))).toBeVisible();
  await w.stepDone(4);
};

/** Step 6: the ask in one sentence, three ways side by side, and what each side gives up. */
export const escalate = async (w: Walk): Promise<void> => {
  const { page, fill, t } = w;
  await w.openStep(6);
  await w.fact('onSiteFinding', { text: ankle.ask.checked });
  await openDialog(page, w.button(t('escalations.panel.write')));
  await w.choose(t('escalations.field.kind'), 2);
  await fill('escalations.field.ask', ankle.ask.one);
  await fill('escalations.field.amountFen', ankle.ask.amount);
  await fill('escalations.field.factsChecked', ankle.ask.checked);
  await fill('escalations.field.whyFileSilent', ankle.ask.silent);
  for (const [i, way] of ['settle-now', 'after-appraisal', 'in-court'].entries()) {
    const group = w.dialog().getByRole('group', { name: t(`escalations.way.${way}`) });
    const figures = ankle.ask.ways[i];
    await w.fillIn(group, t('escalations.scenario.amount'), figures?.amount ?? '');
    await w.fillIn(group, t('escalations.scenario.extra'), figures?.extra ?? '');
    await w.fillIn(group, t('escalations.scenario.days'), figures?.days ?? '');
    await w.fillIn(group, t('escalations.scenario.note'), figures?.note ?? '');
  }
  await fill('escalations.field.ourConcessions', ankle.ask.ours);
  await fill('escalations.field.theirConcessions', ankle.ask.theirs);
  await tabTo(page, w.dialog().getByRole('checkbox', { name: 'injury.png' }));
  await page.keyboard.press('Space');
  await save(page);
  await pressButton(page, w.button(t('escalations.act.submit')));
  await expect(page.getByRole('article').getByText(t('escalations.state.submitted'), { exact: true })).toBeVisible();
};

/** The decision comes back to the field and to the person. */
export const tell = async (w: Walk): Promise<void> => {
  const { page, fill, t } = w;
  await w.openStep(6);
  await w.contact(ankle.ask.told);
  await w.choose(t('contacts.editor.counterpart'), 4);
  await fill('contacts.editor.name', ankle.carer.name);
  await w.tell({ topic: 'lumpSumFinal', words: ankle.lumpSum, understood: 1, proof: 'witness' });
  await save(page);
  await openDialog(page, w.button(t('escalations.act.tell')));
  await type(page, named(t('escalations.tell.field')), ankle.ask.field);
  await pick(page, named(t('escalations.tell.partyLog')), ankle.ask.told.slice(0, 6));
  await save(page);
  await expect(page.getByRole('article').getByText(t('escalations.state.told'), { exact: true })).toBeVisible();
  await w.stepDone(6);
};
