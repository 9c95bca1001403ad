import { expect, it, onTestFinished } from 'vitest';
import { allHandlers } from '../../../../electron/core/features.ts';
import type { Call } from '../../../../electron/core/handlers.ts';
import { findRow } from '../../../../electron/db/rows.ts';
import { damageItem } from '../../../../shared/damages/model.ts';
import type { Result } from '../../../../shared/kernel/result.ts';
import { addTestCase } from '../../../support/core.ts';
import { addParty, insertRow, openReview, workAs } from '../../../support/review.ts';

const must = <T>(result: Result<T, { code: string }>): T => {
  if (!result.ok) throw new Error(result.error.code);
  return result.value;
};
const all = async <T>(stream: AsyncIterable<T>): Promise<T[]> => {
  const found: T[] = [];
  for await (const one of stream) found.push(one);
  return found;
};
const csv = (...rows: string[]) => new File([['地区,年度,指标,口径,数值,标记,来源', ...rows].join('\n')], '2027.csv');
const vehicles = [{ id: 'car', fault: 'main', ratio: 0.7, compulsory: { insured: true } }];

const setUp = async () => {
  const test = await openReview(onTestFinished);
  const { session } = test;
  const call = { session, core: { session: () => session }, signal: new AbortController().signal } as unknown as Call;
  const addCase = async () => {
    const caseId = addTestCase(session, { accidentAt: '2023-07-19T02:00:00.000Z' });
    const partyId = addParty(session, caseId);
    const basis = { vehicles, statistics: { forumRegion: '山西', year: 2023 } };
    must(await allHandlers.settlement.saveBasis(call, { caseId, seen: 1e9, values: basis, draftKey: null } as never));
    const person = { gradedOn: '2024-01-10', age: 50 };
    must(await allHandlers.settlement.savePartyBasis(call, { caseId, partyId, seen: 1e9, values: person, draftKey: null } as never));
    const values = { partyId, kind: 'disabilityCompensation', inputs: { grades: [10] } };
    const { id } = must(await allHandlers.damages.addItem(call, { caseId, values } as never));
    return { caseId, itemId: id };
  };
  const read = async (file: File) => must(await allHandlers.standards.read(call, { file }));
  const publish = (importId: string, changes: object = {}) =>
    allHandlers.standards.publish(call, { importId, version: '2027-05-15', issuedOn: '2027-05-15', note: '年度更新', ...changes });
  const computed = (id: string) => findRow(session.read, damageItem, id)?.computedFen;
  return { ...test, call, addCase, read, publish, computed };
};

it('the template is the pack in force and reads back as nothing new', async () => {
  const { call, read, publish } = await setUp();
  const file = must(await allHandlers.standards.template(call, { language: 'zh-CN' }));
  const preview = await read(file as File);
  expect(preview.bad).toEqual([]);
  expect(preview.changes.every(({ change }) => change === 'same')).toBe(true);
  expect(await publish(preview.importId)).toMatchObject({ ok: false, error: { code: 'standards.nothing-new' } });
});

it('shows what a list does to each open case before it is published, and writes nothing', async () => {
  const { call, addCase, read, session } = await setUp();
  const { caseId } = await addCase();
  const before = session.read.get<{ n: number }>('SELECT count(*) AS n FROM journal')?.n;
  const preview = await read(csv('山西,2023,urbanIncome,,50000,P,公报'));
  expect(preview.changes).toMatchObject([{ change: 'changed', before: { value: '41327' }, figure: { value: '50000', mark: 'P' } }]);
  const steps = await all(
    must(await allHandlers.standards.effect(call, { importId: preview.importId })) as AsyncIterable<{ effects: unknown[] }>,
  );
  expect(steps.flatMap(({ effects }) => effects)).toMatchObject([{ caseId, beforeFen: 8_265_400, afterFen: 10_000_000 }]);
  expect(session.read.get<{ n: number }>('SELECT count(*) AS n FROM journal')?.n).toBe(before);
});

it('a case keeps its pack until it is recalculated, and its kept calculation replays after that', async () => {
  const { call, addCase, read, publish, computed } = await setUp();
  const { caseId, itemId } = await addCase();
  const kept = must(await allHandlers.settlement.calculate(call, { caseId, purpose: 'review', note: '' }));
  must(await publish((await read(csv('山西,2023,urbanIncome,,50000,P,公报'))).importId));
  const packs = must(await allHandlers.standards.list(call, undefined as never));
  expect(packs.map(({ version, inForce, cases }) => [version, inForce, cases])).toEqual([
    ['2027-05-15', true, 0],
    ['2026-05-15', false, 1],
  ]);
  const live = must(await allHandlers.settlement.compute(call, { caseId, mode: 'review' }));
  expect(live.settlement?.standards.version).toBe('2026-05-15');
  const steps = await all(must(await allHandlers.standards.recalculate(call, undefined as never)) as AsyncIterable<object>);
  expect(steps.at(-1)).toEqual({ done: 1, total: 1, moved: 1, refused: [] });
  expect(computed(itemId)).toBe(10_000_000);
  expect(must(await allHandlers.settlement.compute(call, { caseId, mode: 'review' })).settlement?.standards.version).toBe('2027-05-15');
  const replay = must(await allHandlers.settlement.replay(call, { caseId, calculationId: kept.id }));
  expect(replay).toMatchObject({ same: true, untouched: true });
  const again = await all(must(await allHandlers.standards.recalculate(call, undefined as never)) as AsyncIterable<object>);
  expect(again.at(-1)).toMatchObject({ moved: 0 });
});

it('a list with bad rows, a taken version, an older day or a foreign file is refused with its reason', async () => {
  const { call, read, publish } = await setUp();
  const bad = await read(csv('山西,2027,urbanIncome,,50000,,公报', '山西,2026,urbanIncome,,50000,S,公报'));
  expect(bad.bad).toEqual([{ line: 2, problem: 'mark', cell: '' }]);
  expect(await publish(bad.importId)).toMatchObject({ ok: false, error: { code: 'standards.bad-rows', facts: { count: 1, line: 2 } } });
  const good = await read(csv('山西,2027,urbanIncome,,50000,S,公报'));
  expect(await publish(bad.importId)).toMatchObject({ ok: false, error: { code: 'standards.expired' } });
  expect(await publish(good.importId, { version: '2026-05-15' })).toMatchObject({ ok: false, error: { field: 'version' } });
  expect(await publish(good.importId, { issuedOn: '2020-01-01' })).toMatchObject({ ok: false, error: { field: 'issuedOn' } });
  const foreign = await allHandlers.standards.read(call, { file: new File(['a,b\n1,2'], 'x.csv') });
  expect(foreign).toMatchObject({ ok: false, error: { code: 'standards.no-figures', field: 'file' } });
});

it('a surveyor can look at packs, but not bring one in or move cases', async () => {
  const { call, session } = await setUp();
  workAs(session, 'surveyor');
  expect((await allHandlers.standards.pack(call, { version: null })).ok).toBe(true);
  expect(await allHandlers.standards.read(call, { file: csv() })).toMatchObject({ ok: false, error: { code: 'forbidden' } });
  expect(await allHandlers.standards.recalculate(call, undefined as never)).toMatchObject({ ok: false, error: { code: 'forbidden' } });
});

it('a case that names a pack this machine does not have asks for it instead of using another', async () => {
  const { call, addCase, session } = await setUp();
  const { caseId } = await addCase();
  insertRow(session, { caseId, entity: 'calculationBasis', fields: { packVersion: '2031-01-01' } });
  expect(await allHandlers.settlement.compute(call, { caseId, mode: 'review' })).toMatchObject({
    ok: false,
    error: { code: 'settlement.pack-unknown', facts: { version: '2031-01-01' } },
  });
  expect(must(await allHandlers.settlement.open(call, { caseId })).pack).toBeNull();
});
