import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { allHandlers } from '../../../../electron/core/features.ts';
import type { Call } from '../../../../electron/core/handlers.ts';
import type { Result } from '../../../../shared/kernel/result.ts';
import { settleCase } from '../../../../shared/settlement/settle.ts';
import { addTestCase } from '../../../support/core.ts';
import { addParty, insertRow, openReview } from '../../../support/review.ts';
import { testPack } from '../../../support/settlement.ts';

const folder = join(import.meta.dirname, '../../../shared/settlement/cases');
const courtCases = readdirSync(folder).filter((name) => name.endsWith('.json'));
const textOf = (name: string): string => readFileSync(join(folder, name), 'utf8');

const must = <T>(result: Result<T, { code: string; field?: string | null }>): T => {
  if (!result.ok) throw new Error(`${result.error.code} ${result.error.field ?? ''}`);
  return result.value;
};

const setUp = async () => {
  const test = await openReview(onTestFinished);
  const { session } = test;
  const call = { session } as unknown as Call;
  const read = async (caseId: string, text: string) =>
    must(await allHandlers.settlement.readCase(call, { caseId, file: new File([text], 'case.json') }));
  const take = async (caseId: string, importId: string | null, reason = '以文件为准') =>
    allHandlers.settlement.takeCase(call, { caseId, importId: importId ?? '', reason });
  const exported = async (caseId: string) => (must(await allHandlers.settlement.exportCase(call, { caseId })) as File).text();
  const compute = async (caseId: string) => must(await allHandlers.settlement.compute(call, { caseId, mode: 'review' }));
  return { ...test, call, read, take, exported, compute };
};

it.each(courtCases)('%s comes into a case and out again to the fen', async (name) => {
  const { session, read, take, exported, compute } = await setUp();
  const caseId = addTestCase(session);
  const preview = await read(caseId, textOf(name));
  expect(preview.errors).toEqual([]);
  must(await take(caseId, preview.importId));
  const live = await compute(caseId);
  expect(live.errors).toEqual([]);
  const original = settleCase(JSON.parse(textOf(name)), testPack());
  if (!original.ok) throw new Error(original.error[0]?.path);
  expect(live.settlement?.summary).toEqual(original.value.summary);
  expect(live.settlement?.summary.receives.fen).toBe(preview.after?.receivesFen);
  const text = await exported(caseId);
  expect((await read(caseId, text)).changes).toEqual([]);
  const other = addTestCase(session);
  must(await take(other, (await read(other, text)).importId));
  const again = JSON.parse(await exported(other)) as { caseRef: string };
  const first = JSON.parse(text) as { caseRef: string };
  const ids = new Map<string, string>();
  const plain = (value: unknown): string =>
    JSON.stringify(value).replaceAll(
      /[0-9a-f]{8}-[0-9a-f-]{27}/g,
      (id) => ids.get(id) ?? (ids.set(id, `id-${ids.size % 100}`), `id-${(ids.size - 1) % 100}`),
    );
  const before = plain({ ...first, caseRef: '' });
  ids.clear();
  expect(plain({ ...again, caseRef: '' })).toBe(before);
});

const small = {
  accident: { on: '2024-02-30' },
  vehicles: [{ id: 'car', fault: 'full', compulsory: { insured: true } }],
  victims: [{ id: 'a', items: { nursing: { dailyRate: 120, days: 3, tage: 1 } } }],
};

it('names every problem of a file with its path, and takes nothing', async () => {
  const { caseId, read, take } = await setUp();
  const preview = await read(caseId, JSON.stringify(small));
  expect(preview.importId).toBeNull();
  expect(preview.errors.map(({ code, path, blocking }) => [code, path, blocking])).toEqual([
    ['settle.impossible-date', 'accident.on', true],
    ['settle.unknown-field', 'victims[0].items.nursing', true],
  ]);
  expect((await read(caseId, '{')).errors).toMatchObject([{ code: 'settle.not-json', path: '$' }]);
  expect(await take(caseId, preview.importId)).toMatchObject({ ok: false, error: { code: 'import.expired' } });
});

it('shows what changes in a case that has people, items and bills, and is one step to take back', async () => {
  const { call, session, caseId, partyId, read, take, compute } = await setUp();
  addParty(session, caseId, '不在文件里');
  const insert = (fields: object) => insertRow(session, { caseId, entity: 'damageItem', fields: { partyId, ...fields } });
  insert({ kind: 'nursing', inputs: { dailyRate: 100, days: 3 }, claimedFen: 40_000 });
  insert({ kind: 'transport', claimedFen: 5_000 });
  insertRow(session, { caseId, entity: 'bill', fields: { partyId, kind: 'medical', amountFen: 100 } });
  insert({ kind: 'medical' });
  const file = {
    accident: { on: '2024-02-28' },
    vehicles: [{ ...small.vehicles[0], commercial: { limit: 500_000, exclusions: [{ victim: 'a', reason: '示例', explained: false }] } }],
    victims: [
      { id: 'a', label: '伤者甲', position: 'nonMotor', items: { nursing: { dailyRate: 120, days: 3, claimed: 400 }, medical: 900 } },
    ],
  };
  const preview = await read(caseId, JSON.stringify(file));
  expect(preview.changes.map(({ action, entity, kind, fields }) => [action, entity, kind, ...fields.map(({ field }) => field)])).toEqual([
    ['set', 'case', null, 'accidentAt'],
    ['insert', 'calculationBasis', null, 'vehicles'],
    ['insert', 'partyBasis', null, 'position'],
    ['set', 'damageItem', 'medical', 'inputs', 'allowedFen'].filter((name) => name !== 'inputs'),
    ['void', 'bill', 'medical'],
    ['set', 'damageItem', 'nursing', 'inputs'],
    ['void', 'damageItem', 'transport'],
  ]);
  expect(preview.changes.find(({ kind }) => kind === 'nursing')).toMatchObject({
    partyName: '伤者甲',
    fields: [{ before: { dailyRate: 100, days: 3 }, after: { dailyRate: 120, days: 3 } }],
  });
  expect(await take(caseId, preview.importId, ' ')).toMatchObject({ ok: false, error: { code: 'reason-needed' } });
  must(await take(caseId, preview.importId));
  const { input, settlement } = await compute(caseId);
  expect(settlement?.victims.find(({ id }) => id === partyId)?.totals.total.yuan).toBe('1260.00');
  expect(input.vehicles[0]?.commercial?.exclusions?.[0]?.victim).toBe(partyId);
  const changes = must(await allHandlers.undo.list(call, { caseId }));
  const imported = changes.find(({ kind }) => kind === 'import-settlement');
  must(await allHandlers.undo.run(call, { caseId, changeId: imported?.changeId ?? '', reason: '选错文件' }));
  expect((await compute(caseId)).input.victims[0]?.items).toMatchObject({ nursing: { dailyRate: 100 }, transport: { claimed: '50.00' } });
});

it('leaves a decided item alone and says so', async () => {
  const { session, caseId, partyId, read } = await setUp();
  const id = insertRow(session, { caseId, entity: 'damageItem', fields: { partyId, kind: 'nursing', allowedFen: 100, claimedFen: 100 } });
  const decide = { op: 'transition' as const, entity: 'damageItem', id, from: 'open', to: 'decided', facts: {} };
  session.commit({ kind: 'decide-damage-item', caseId, ops: [decide] });
  const file = { ...small, accident: { on: '2024-02-28' }, victims: [{ id: 'a', label: '伤者甲', items: { nursing: 5 } }] };
  const preview = await read(caseId, JSON.stringify(file));
  expect(preview.importId).toBeNull();
  expect(preview.errors).toMatchObject([{ path: 'victims[0].items.nursing', facts: { reason: 'item-decided' }, blocking: true }]);
});

it('reads a daily list of 5,000 lines from a spreadsheet and names the rows it cannot read', async () => {
  const { call } = await setUp();
  const rows = Array.from({ length: 5_000 }, (_, n) => `药品${n},2023-07-20,12.3456,3,,乙`);
  const text = ['某医院住院费用清单', '项目名称,费用日期,单价,数量,金额,类别', ...rows, '头孢,昨天,1,1,1,甲', '合计,,,,185184.00,'].join(
    '\n',
  );
  const sheet = must(await allHandlers.settlement.readBill(call, { file: new File([text], 'list.csv') }));
  expect(sheet.lines.length).toBe(5_000);
  expect(sheet.sumFen).toBe(5_000 * 3_704);
  expect(sheet.lines[0]).toMatchObject({
    label: '药品0',
    on: '2023-07-20',
    price: '12.3456',
    quantity: 3,
    amountFen: 3_704,
    listClass: 'B',
  });
  expect(sheet.bad).toEqual([{ line: 5_003, problem: 'date', cell: '昨天' }]);
});
