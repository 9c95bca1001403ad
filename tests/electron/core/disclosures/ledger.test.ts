import { describe, expect, it, onTestFinished } from 'vitest';
import { voidRow } from '../../../../electron/core/cases/void-row.ts';
import { correctDisclosure } from '../../../../electron/core/disclosures/correct-disclosure.ts';
import { listDisclosures, showMatrix } from '../../../../electron/core/disclosures/list-disclosures.ts';
import { readDisclosure } from '../../../../electron/core/disclosures/read-disclosure.ts';
import { addPerson } from '../../../../electron/core/people/add-person.ts';
import { listPromises } from '../../../../electron/core/promises/list-promises.ts';
import type { Session } from '../../../../electron/core/session.ts';
import { projectors } from '../../../../electron/core/workflows/projectors.ts';
import type { CaseId } from '../../../../shared/kernel/ids.ts';
import { addTestCase, openTestCore } from '../../../support/core.ts';

const everything = { filter: { topic: null, understood: null }, offset: 0, limit: 50 };
const allPromises = { state: null, side: null, overdue: false };

const openFile = async (): Promise<Session> => (await openTestCore(onTestFinished, { projectors })).session;

const add = (session: Session, caseId: CaseId, { entity, fields }: { entity: string; fields: Record<string, unknown> }): string => {
  const id = session.ids.next();
  const done = session.commit({ kind: 'test', caseId, ops: [{ op: 'insert', entity, id, fields }] });
  if (!done.ok) throw new Error(done.error.code);
  return id;
};

const tell = (session: Session, caseId: CaseId, fields: Record<string, unknown>): string =>
  add(session, caseId, {
    entity: 'disclosure',
    fields: {
      topic: 'coverLimits',
      toldTo: 'insured',
      channel: 'phone',
      toldAt: '2026-11-18T02:00:00.000Z',
      proof: 'none',
      understood: 'yes',
      ...fields,
    },
  });

const promise = (session: Session, caseId: CaseId, dueAt: string): string =>
  add(session, caseId, { entity: 'promise', fields: { what: '回电', side: 'us', dueAt } });

describe('the ledger of disclosures', () => {
  it('lists what was told in every case one may see, the latest first', async () => {
    const session = await openFile();
    const one = addTestCase(session, { ownerName: '周岚' });
    expect(addPerson(session, { name: '别人', role: 'surveyor', branch: '' }).ok).toBe(true);
    const other = addTestCase(session, { ownerName: '别人' });
    tell(session, one, { toldAt: '2026-11-18T02:00:00.000Z', topic: 'coverLimits' });
    tell(session, one, { toldAt: '2026-11-19T02:00:00.000Z', topic: 'keepOriginals', understood: 'unclear' });
    tell(session, other, {});
    const all = listDisclosures(session, everything);
    expect(all.ok && all.value.lines.map(({ disclosure }) => disclosure.topic)).toEqual(['keepOriginals', 'coverLimits']);
    expect(all.ok && all.value.total).toBe(2);
    const unclear = listDisclosures(session, { ...everything, filter: { topic: null, understood: 'unclear' } });
    expect(unclear.ok && unclear.value.total).toBe(1);
  });

  it('says which disclosures deductions rest on and which were put right later', async () => {
    const session = await openFile();
    const caseId = addTestCase(session);
    const first = tell(session, caseId, { toldAt: '2026-11-18T02:00:00.000Z' });
    tell(session, caseId, { toldAt: '2026-11-19T02:00:00.000Z', correctsDisclosureId: first });
    add(session, caseId, { entity: 'deduction', fields: { reason: '超标准', amountFen: 100, disclosureId: first } });
    const listed = listDisclosures(session, everything);
    const line = listed.ok ? listed.value.lines.find(({ disclosure }) => disclosure.id === first) : undefined;
    expect(line).toMatchObject({ correctedAt: '2026-11-19T02:00:00.000Z', quotedBy: 1 });
  });

  it('shows the latest telling of each topic in the matrix and leaves out what was not told', async () => {
    const session = await openFile();
    const caseId = addTestCase(session);
    tell(session, caseId, { toldAt: '2026-11-18T02:00:00.000Z', understood: 'no' });
    tell(session, caseId, { toldAt: '2026-11-20T02:00:00.000Z', understood: 'yes' });
    const matrix = showMatrix(session, { offset: 0, limit: 50 });
    expect(matrix.ok && matrix.value.cases).toMatchObject([
      { caseId, told: { coverLimits: { understood: 'yes', toldAt: '2026-11-20T02:00:00.000Z' } } },
    ]);
    expect(matrix.ok && Object.keys(matrix.value.cases[0]?.told ?? {})).toEqual(['coverLimits']);
  });
});

describe('one telling', () => {
  const correction = {
    reason: '当时把自费药比例说错了',
    values: {
      words: '医保外用药由您承担两成',
      toldTo: 'insured',
      toldToName: null,
      channel: 'phone',
      toldAt: '2026-03-01T02:00:00.000Z',
      proof: 'none',
      understood: 'yes',
    },
  } as const;

  it('is put right by a later one, and both say so with the reason', async () => {
    const session = await openFile();
    const caseId = addTestCase(session);
    const first = tell(session, caseId, {});
    const made = correctDisclosure(session, { caseId, disclosureId: first, ...correction });
    expect(made.ok).toBe(true);
    const later = made.ok ? made.value.id : '';
    const before = readDisclosure(session, { caseId, disclosureId: first });
    expect(before.ok && before.value).toMatchObject({ correctedBy: { id: later, reason: correction.reason }, mayCorrect: false });
    const after = readDisclosure(session, { caseId, disclosureId: later });
    expect(after.ok && after.value).toMatchObject({ corrects: { id: first }, mayCorrect: true, mayTakeBack: true });
  });

  it('cannot be taken back once a deduction rests on it, but can be corrected', async () => {
    const session = await openFile();
    const caseId = addTestCase(session);
    const first = tell(session, caseId, {});
    add(session, caseId, { entity: 'deduction', fields: { reason: '超标准', amountFen: 100, disclosureId: first } });
    const view = readDisclosure(session, { caseId, disclosureId: first });
    expect(view.ok && view.value).toMatchObject({ quotedBy: 1, mayCorrect: true, mayTakeBack: false });
    const taken = voidRow(session, { caseId, entity: 'disclosure', id: first, reason: '说错了', restores: false });
    expect(taken).toMatchObject({ ok: false, error: { code: 'disclosure.quoted' } });
    expect(correctDisclosure(session, { caseId, disclosureId: first, ...correction }).ok).toBe(true);
  });
});

describe('the ledger of promises', () => {
  it('puts open promises before settled ones and the next due on top', async () => {
    const session = await openFile();
    const caseId = addTestCase(session);
    const late = promise(session, caseId, '2036-01-02T00:00:00.000Z');
    const soon = promise(session, caseId, '2035-01-02T00:00:00.000Z');
    const kept = promise(session, caseId, '2034-01-02T00:00:00.000Z');
    const facts = { settledReason: null, settledAt: '2026-11-20T00:00:00.000Z' };
    session.commit({ kind: 'test', caseId, ops: [{ op: 'transition', entity: 'promise', id: kept, from: 'open', to: 'kept', facts }] });
    const listed = listPromises(session, { filter: allPromises, offset: 0, limit: 50 });
    expect(listed.ok && listed.value.lines.map((line) => line.promise.id)).toEqual([soon, late, kept]);
  });

  it('finds only open promises whose time has passed when asked for overdue ones', async () => {
    const session = await openFile();
    const caseId = addTestCase(session);
    const passed = promise(session, caseId, '2001-01-02T00:00:00.000Z');
    promise(session, caseId, '2099-01-02T00:00:00.000Z');
    const listed = listPromises(session, { filter: { ...allPromises, overdue: true }, offset: 0, limit: 50 });
    expect(listed.ok && listed.value.lines.map((line) => line.promise.id)).toEqual([passed]);
    expect(listed.ok && listed.value.total).toBe(1);
  });
});
