import { readFile } from 'node:fs/promises';
import type { Locator } from '@playwright/test';
import type { OpenFiles } from '../../electron/core/vault/open-files.ts';
import { keepRefused } from '../../electron/db/published-rows.ts';
import { keepState, readState } from '../../electron/db/sync-state.ts';
import type { CaseId } from '../../shared/kernel/ids.ts';
import { protocolVersion } from '../../shared/sync/protocol-version.ts';
import { expect, test } from '../support/e2e.ts';
import { startGate, type Gate } from '../support/gate.ts';
import { startHubProcess, type HubProcess } from '../support/hub-process.ts';
import { connect, openCase, photograph, record, startDevice, syncNow, type Device } from './pages/device.ts';
import { arrived, goTo, passcode } from './pages/first-run.ts';
import { dialogShown, openByKeys, save } from './pages/keyboard.ts';
import { languages, look, speak } from './pages/look.ts';
import { withFiles } from './pages/left-over.ts';
import { openStep } from './pages/walk.ts';
import { wordsIn } from './pages/words.ts';

test.describe.configure({ mode: 'serial', timeout: 120_000 });

let hub: HubProcess;
let gate: Gate;
let field: Device;

const number = 'R2026112800901';
const told = { insured: '郑远航', party: '何秋萍', phone: '13900009011', plate: '苏A90101', note: '左胫骨骨折，家属问护理费' };

test.beforeAll(async ({ browser }, testInfo) => {
  testInfo.setTimeout(120_000);
  hub = await startHubProcess();
  gate = await startGate(hub.port);
  field = await startDevice(browser, testInfo, { name: '李查勘', role: 'surveyor' });
  await connect(field, { address: gate.url, loginName: 'surveyor', password: hub.passwords.get('surveyor') ?? '' });
});

test.afterAll(async () => {
  await field.end();
  await gate.close();
  await hub.end();
});

const lookBoth = async (name: string): Promise<void> => {
  for (const language of languages.toReversed()) {
    await speak(field.page, language);
    await look(field.page, name, language);
  }
};

/** The file a press brings, as text. */
const saved = async (press: () => Promise<unknown>): Promise<string> => {
  const coming = field.page.waitForEvent('download');
  await press();
  return readFile(await (await coming).path(), 'utf8');
};

const laneOf = (key: 'data' | 'thumbnails' | 'originals'): Locator =>
  field.page.getByRole('row', { name: new RegExp(`^${field.w.t(`sync.lane.${key}`)}`) });

test('the proof of delivery counts a case from made to received', async () => {
  const { page, w } = field;
  await openByKeys(page, 'Control+Shift+n');
  await w.fill('cases.field.reportNumber', number);
  await w.fill('cases.field.plate', told.plate);
  await w.fill('cases.field.insuredName', told.insured);
  await w.fill('cases.field.insuredPhone', told.phone);
  await save(page);
  await arrived(page, 'case');
  await page.getByRole('button', { name: w.t('case-file.parties.add') }).click();
  await dialogShown(page);
  await w.fill('parties.field.name', told.party);
  await save(page);
  gate.shut();
  await record(field, told.note);
  await goTo(page, '/sync?view=delivery');
  await arrived(page, 'sync');
  const line = page.getByRole('row', { name: new RegExp(number) });
  await expect(line.getByRole('cell').first()).not.toHaveText('0');
  await lookBoth('sync.delivery.waiting');
  gate.open();
  await syncNow(field);
  await goTo(page, '/sync?view=delivery');
  await arrived(page, 'sync');
  await expect(line.getByRole('cell').first()).toHaveText('0');
  await expect(line.getByRole('cell').nth(1)).toHaveText('3');
  await expect(line.getByRole('cell').nth(2)).toHaveText('0');
});

test('one item is taken out as it was written', async () => {
  const { page, w } = field;
  await goTo(page, '/sync');
  await arrived(page, 'sync');
  const item = page.getByRole('listitem').filter({ hasText: number }).first();
  const text = await saved(() => item.getByRole('button', { name: w.t('sync.change.export'), exact: true }).click());
  const content = JSON.parse(text) as Record<string, unknown>;
  expect(content).toMatchObject({ reportNumber: number, state: 'accepted', kind: 'record-contact' });
  expect(text).toContain(told.note);
});

test('sending is held, and goes on', async () => {
  const { page, w } = field;
  await goTo(page, '/sync');
  await arrived(page, 'sync');
  await laneOf('data')
    .getByRole('button', { name: w.t('sync.action.hold'), exact: true })
    .click();
  await expect(page.getByText(w.t('sync.phase.held')).first()).toBeVisible();
  await openCase(field, number);
  await record(field, '再次说明护理费');
  await goTo(page, '/sync');
  await arrived(page, 'sync');
  await page.getByRole('button', { name: w.t('sync.action.now'), exact: true }).click();
  await expect(laneOf('data').getByRole('cell').first()).toHaveText('1');
  await lookBoth('sync.held');
  await laneOf('data')
    .getByRole('button', { name: w.t('sync.action.goOn'), exact: true })
    .click();
  await expect(laneOf('data').getByRole('cell').first()).toHaveText('0');
});

test('a photo that does not go says why, and goes when it is tried again; the words had gone before', async () => {
  const { page, w } = field;
  gate.shutFiles();
  await openCase(field, number);
  await openStep(page, 2);
  await photograph(field, 1);
  await goTo(page, '/sync');
  await arrived(page, 'sync');
  const retry = laneOf('originals')
    .or(laneOf('thumbnails'))
    .getByRole('button', { name: w.t('sync.action.retry'), exact: true });
  await expect(retry).toBeVisible();
  await expect(laneOf('data').getByRole('cell').first()).toHaveText('0');
  await expect(laneOf('originals').getByRole('cell').first()).toHaveText('1');
  await lookBoth('sync.retry');
  gate.openFiles();
  await retry.click();
  await expect(page.getByText(w.t('sync.lane.rest'), { exact: true })).toHaveCount(2);
  await expect(laneOf('originals').getByRole('cell').nth(1)).toHaveText('1');
});

test('the diagnostics bundle tells states and numbers, and nothing about anybody', async () => {
  const { page, w } = field;
  await goTo(page, '/sync');
  await arrived(page, 'sync');
  const text = await saved(() => page.getByRole('button', { name: w.t('sync.diagnostics.make') }).click());
  expect(JSON.parse(text)).toMatchObject({ connected: true, role: 'surveyor', counts: { waiting: 0, accepted: 5 } });
  const personal = [...Object.values(told), number, '胫骨', '护理费', '李查勘', '现场', hub.passwords.get('surveyor') ?? '', gate.url];
  expect(personal.filter((words) => text.includes(words))).toEqual([]);
  // No word of a language at all: ids, codes, numbers and instants.
  expect(/\p{Script=Han}/u.test(text)).toBe(false);
});

/** Ends the app, changes what its files say as days would have, and opens it again. */
const after = async (change: (files: OpenFiles) => void): Promise<void> => {
  const { page, host } = field;
  await host.kill();
  await withFiles(host.dataFolder, change);
  await host.restart();
  await page.goto(host.address());
  await page.locator('input[type=password]').first().fill(passcode);
  await page.keyboard.press('Enter');
};

/** What this device last heard of the hub, moved by so many days, by a clock that differs by so many minutes. */
const heardBefore = ({ store }: OpenFiles, days: number, skewMinutes = 0): void =>
  store.sync.keep((db) => {
    const progress = readState(db, 'progress');
    if (progress === null) throw new Error('the hub was never heard');
    const seenAt = new Date(Date.parse(progress.seenAt) - days * 86_400_000).toISOString();
    keepState(db, 'progress', { ...progress, seenAt, skewMs: skewMinutes * 60_000 });
  });

test('what the hub refuses comes back with its reason, and a wrong clock and a bad document are said', async () => {
  const { page, w } = field;
  gate.shut();
  await after(({ store, session }) => {
    const caseId = store.read.get<{ id: CaseId }>('SELECT id FROM cases WHERE report_number = ?', number)?.id ?? null;
    const id = session.ids.next();
    const fields = { kind: 'accommodation', ask: '通融给付护理费', amountFen: 500_000 };
    const submitted = { op: 'transition' as const, entity: 'escalation', id, from: 'draft', to: 'submitted', facts: {} };
    session.commit({ kind: 'submit-escalation', caseId, ops: [{ op: 'insert', entity: 'escalation', id, fields }, submitted] });
    const facts = { decidedFen: 500_000, decisionReason: '同意' };
    // A change no screen of a surveyor offers: the hub alone says no.
    const decided = { op: 'transition' as const, entity: 'escalation', id, from: 'submitted', to: 'approved', facts };
    session.commit({ kind: 'decide-escalation', caseId, ops: [decided] });
    heardBefore({ store } as OpenFiles, 11.5, -42);
    const flaw = { code: 'shape' as const, place: 'limits.paymentDays' };
    store.sync.keep((db) => keepRefused(db, { kind: 'clocks', version: 4, flaw }, '2026-11-20T02:00:00.000Z'));
  });
  await expect(page.getByRole('main')).toHaveAccessibleName(/./);
  await goTo(page, '/sync');
  await expect(page.getByText(w.t('sync.notice.leaseSoon', { count: 2 }))).toBeVisible();
  await expect(page.getByText(/^本机时间比服务器慢 42/)).toBeVisible();
  await expect(page.getByText(w.t('sync.document.notUsed', { version: 4 }))).toBeVisible();
  await lookBoth('sync.notices');
  await goTo(page, '/settings');
  await expect(page.getByText(/收到的公司时限规则第 4 版不能用/)).toBeVisible();
  await lookBoth('settings.bad-document');
  gate.open();
  await goTo(page, '/sync?view=conflicts');
  await page.getByRole('button', { name: w.t('sync.action.now'), exact: true }).click();
  await expect(page.getByText(w.t('sync.code.forbidden'), { exact: false }).first()).toBeVisible({ timeout: 30_000 });
  await expect(page.getByText(/^本机时间比服务器/)).toHaveCount(0);
  await lookBoth('sync.refused');
  const cameBack = page
    .getByRole('row', { name: new RegExp(number) })
    .getByRole('cell')
    .nth(2);
  await goTo(page, '/sync?view=delivery');
  await expect(cameBack).toHaveText('1');
  await goTo(page, '/sync?view=conflicts');
  await page.getByRole('button', { name: new RegExp(`^${w.t('sync.conflict.way.refused.discard')}`) }).click();
  await expect(page.getByText(w.t('sync.conflict.none'))).toBeVisible();
  // What is settled did not come back for good: nothing is left to do about it.
  await goTo(page, '/sync?view=delivery');
  await expect(cameBack).toHaveText('0');
});

test('that the loop was started afresh and that entries are shown later is said', async () => {
  const { context, host, w } = field;
  // What takes a stall of minutes or a newer app is put into what the core answers.
  const page = await context.newPage();
  const said = {
    '"restarts":{"count":0,"lastAt":null}': '"restarts":{"count":2,"lastAt":"2026-11-20T02:00:00.000Z"}',
    '"newer":0': '"newer":3',
  };
  await page.routeWebSocket(/^ws/, (near) => {
    const far = near.connectToServer();
    const put = (text: string): string => Object.entries(said).reduce((now, [from, to]) => now.replace(from, to), text);
    far.onMessage((message) => near.send(typeof message === 'string' ? put(message) : Buffer.from(put(message.toString('utf8')))));
  });
  await page.goto(host.address());
  await goTo(page, '/sync');
  await expect(page.getByText(w.t('sync.status.restarted', { count: 2, at: '2026-11-20 10:00' }))).toBeVisible();
  await expect(page.getByText(w.t('sync.status.newer', { count: 3 }))).toBeVisible();
  for (const language of languages.toReversed()) {
    await speak(page, language);
    await look(page, 'sync.afresh', language);
  }
  await page.close();
});

test('after two weeks without the hub the app opens only to sync, and goes on once it was reached', async () => {
  const { page } = field;
  gate.shut();
  await speak(page, 'en-US');
  const { t } = wordsIn('en-US');
  await after((files) => heardBefore(files, 15));
  await expect(page.getByRole('heading', { name: t('sync.lease.title') })).toBeVisible();
  await expect(page.getByRole('navigation')).toHaveCount(0);
  await look(page, 'sync.lease-over', 'en-US');
  gate.open();
  await page.getByRole('button', { name: t('sync.action.now'), exact: true }).click();
  await expect(page.getByRole('heading', { name: t('sync.lease.title') })).toHaveCount(0, { timeout: 30_000 });
  await speak(page, 'zh-CN');
  await syncNow(field);
});

/** The administrator's own door of the hub, without an app. */
const asAdmin = async () => {
  const ask = async (path: string, body: object | null, token?: string) => {
    const headers = { 'content-type': 'application/json', ...(token && { authorization: `Bearer ${token}` }) };
    const reply = await fetch(`${hub.url}${path}`, body === null ? { headers } : { method: 'POST', headers, body: JSON.stringify(body) });
    expect(reply.status).toBe(200);
    return (await reply.json()) as Record<string, never>;
  };
  const device = { deviceId: '01920000-0000-7000-8000-0000000000ad', machine: 'desk', appVersion: '1' };
  const password = hub.passwords.get('admin') ?? '';
  const session = await ask('/session/login', { protocol: protocolVersion, loginName: 'admin', password, device });
  return (path: string, body: object | null) => ask(path, body, session['accessToken']);
};

test('a revoked device shows what is still on its way, then that it has forgotten', async () => {
  const { page, w } = field;
  gate.shutFiles();
  await openCase(field, number);
  await openStep(page, 2);
  await photograph(field, 2);
  const admin = await asAdmin();
  const { devices, people } = (await admin('/admin/company', null)) as unknown as {
    devices: { deviceId: string; personId: string }[];
    people: { personId: string; loginName: string }[];
  };
  await record(field, '停用之前的最后一句');
  const surveyor = people.find(({ loginName }) => loginName === 'surveyor')?.personId;
  await admin('/admin/devices/revoke', { deviceId: devices.find(({ personId }) => personId === surveyor)?.deviceId });
  // The hub says so at once: nobody has to ask.
  await expect(page.getByRole('heading', { name: w.t('sync.handingOver.title') })).toBeVisible({ timeout: 30_000 });
  await expect(page.getByText(w.t('sync.handingOver.left', { changes: 0, files: 1 }))).toBeVisible();
  // Nothing of the file is shown any more, not even what was said of the contact just now.
  await expect(page.getByText(number)).toHaveCount(0, { timeout: 2_000 });
  await look(page, 'sync.handing-over', 'zh-CN');
  gate.openFiles();
  await page.getByRole('button', { name: w.t('sync.handingOver.now'), exact: true }).click();
  await expect(page.getByRole('heading', { name: w.t('sync.revoked.title'), exact: true })).toBeVisible();
  await look(page, 'sync.revoked', 'zh-CN');
  await page.getByRole('button', { name: w.t('sync.revoked.goOn'), exact: true }).click();
  await expect(page.getByRole('heading', { name: w.t('sync.revoked.title'), exact: true })).toHaveCount(0);
});

test('no window met an error', () => {
  expect(field.errors).toEqual([]);
});
