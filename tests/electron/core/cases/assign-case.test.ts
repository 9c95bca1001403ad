import { describe, expect, it, onTestFinished } from 'vitest';
import { assignCase, listAssignees } from '../../../../electron/core/cases/assign-case.ts';
import { handOverPage } from '../../../../electron/core/sync/hand-over.ts';
import { visitCase } from '../../../../electron/core/sync/visit.ts';
import type { Session } from '../../../../electron/core/session.ts';
import { keepDocument } from '../../../../electron/db/published-rows.ts';
import { keepState } from '../../../../electron/db/sync-state.ts';
import { findRow } from '../../../../electron/db/rows.ts';
import { caseEntity } from '../../../../shared/cases/model.ts';
import { ok } from '../../../../shared/kernel/result.ts';
import type { PublishedDocument } from '../../../../shared/sync/published.ts';
import { addTestCase, openTestCore } from '../../../support/core.ts';

type Role = 'surveyor' | 'handler';

const ids = { li: '00000000-0000-7000-8000-00000000a001', east: '00000000-0000-7000-8000-00000000b001' };

/** A file that belongs to a hub, with the person who works in it among the published people. */
const connected = async (role: Role) => {
  const test = await openTestCore(onTestFinished);
  const { session } = test;
  const { id, rev } = session.person();
  session.commit({ kind: 'take-people', caseId: null, ops: [{ op: 'set', entity: 'person', id, seen: rev, fields: { role } }] });
  const people = [
    { id, name: '周岚', role, branchId: ids.east, active: true },
    { id: ids.li, name: '李查勘', role: 'surveyor', branchId: ids.east, active: true },
  ];
  const documents: PublishedDocument[] = [
    { kind: 'people', version: 1, publishedAt: '2026-11-01T00:00:00.000Z', hash: 'h', body: people },
    {
      kind: 'branches',
      version: 1,
      publishedAt: '2026-11-01T00:00:00.000Z',
      hash: 'h',
      body: [{ id: ids.east, name: '城东', regionId: ids.east }],
    },
  ] as PublishedDocument[];
  session.commitLocal([], (db) => {
    for (const one of documents) keepDocument(db, one, '2026-11-01T00:00:00.000Z');
    const hub = {
      address: 'https://hub.example',
      hubId: ids.east,
      personId: id,
      personName: '周岚',
      role,
      connectedAt: '2026-11-01T00:00:00.000Z',
    };
    keepState(db, 'hub', hub as never);
    return ok(undefined);
  });
  session.forgetPerson();
  return test;
};

const insertPerson = (session: Session): void =>
  void session.commit({
    kind: 'take-people',
    caseId: null,
    ops: [{ op: 'insert', entity: 'person', id: ids.li, fields: { name: '李查勘', role: 'surveyor', branch: '城东', active: true } }],
  });

describe('assigning a case', () => {
  it('offers the published surveyors and the branches to a handler', async () => {
    const { session } = await connected('handler');
    const caseId = addTestCase(session);
    const listed = listAssignees(session, caseId);
    expect(listed.ok && listed.value).toMatchObject({
      people: [{ id: ids.li, name: '李查勘', branchName: '城东' }],
      branches: [{ id: ids.east, name: '城东' }],
      ownerId: null,
      branchId: ids.east,
    });
  });

  it('says from whom, to whom and why, and names the new owner in the case', async () => {
    const { session } = await connected('handler');
    const caseId = addTestCase(session);
    expect(assignCase(session, { caseId, toPersonId: ids.li, branchId: null, reason: '伤者转院到城东' }).ok).toBe(true);
    const row = session.read.get(
      'SELECT from_person_id AS a, to_person_id AS b, branch_id AS c, reason FROM assignments WHERE case_id = ?',
      caseId,
    );
    expect(row).toEqual({ a: null, b: ids.li, c: ids.east, reason: '伤者转院到城东' });
    expect(findRow(session.read, caseEntity, caseId)?.ownerName).toBe('李查勘');
    const back = assignCase(session, { caseId, toPersonId: null, branchId: null, reason: '退回重派' });
    expect(back.ok).toBe(true);
    const from = session.read.get<{ a: string }>('SELECT from_person_id AS a FROM assignments WHERE to_person_id IS NULL');
    expect(from?.a).toBe(ids.li);
  });

  it('wants a reason, a published person and a change', async () => {
    const { session } = await connected('handler');
    const caseId = addTestCase(session);
    const give = (part: object) => assignCase(session, { caseId, toPersonId: ids.li, branchId: null, reason: '转院', ...part });
    expect(give({ reason: ' ' })).toMatchObject({ ok: false, error: { field: 'reason' } });
    expect(give({ toPersonId: 'nobody' })).toMatchObject({ ok: false, error: { code: 'invalid', field: 'toPersonId' } });
    expect(give({ branchId: 'nowhere' })).toMatchObject({ ok: false, error: { code: 'invalid', field: 'branchId' } });
    expect(give({ toPersonId: null })).toMatchObject({ ok: false, error: { field: 'toPersonId' } });
  });

  it('is refused to a surveyor, and without a hub', async () => {
    const { session } = await connected('surveyor');
    const caseId = addTestCase(session);
    expect(listAssignees(session, caseId)).toMatchObject({ ok: false, error: { code: 'forbidden' } });
    const alone = await openTestCore(onTestFinished);
    expect(listAssignees(alone.session, addTestCase(alone.session)).ok).toBe(false);
  });
});

describe('the first opening after a hand-over', () => {
  it('asks for the hand-over page once, and names missing papers by their wording', async () => {
    const { session, clock } = await connected('surveyor');
    insertPerson(session);
    const caseId = addTestCase(session);
    expect(visitCase(session, caseId)).toEqual(ok({ handOver: false }));
    clock.advance(1);
    const fields = { fromPersonId: ids.li, toPersonId: session.person().id, branchId: ids.east, reason: '休假' };
    session.commit({ kind: 'assign-case', caseId, ops: [{ op: 'insert', entity: 'assignment', id: session.ids.next(), fields }] });
    clock.advance(1);
    expect(visitCase(session, caseId)).toEqual(ok({ handOver: true }));
    clock.advance(1);
    expect(visitCase(session, caseId)).toEqual(ok({ handOver: false }));
    const page = handOverPage(session, caseId);
    expect(page.ok && page.value.assignments).toMatchObject([{ fromName: '李查勘', toName: '周岚', reason: '休假' }]);
  });
});
