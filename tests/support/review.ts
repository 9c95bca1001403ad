import { openTestCore, addTestCase, type TestCore } from './core.ts';
import type { Session } from '../../electron/core/session.ts';
import type { CaseId, DamageItemId, DisclosureId, PartyId } from '../../shared/kernel/ids.ts';
import type { Role } from '../../shared/people/model.ts';

/** The profile of this role works at the machine from now on; it is made when there is none. */
export const workAs = (session: Session, role: Role): void => {
  const known = session.read.get<{ id: string }>('SELECT id FROM people WHERE role = ?', role);
  const id = known?.id ?? insertRow(session, { caseId: null, entity: 'person', fields: { name: `${role} 甲`, role, active: true } });
  session.commitLocal(['people'], (db) =>
    db.run("INSERT OR REPLACE INTO settings (key, value) VALUES ('current-person', ?)", JSON.stringify(id)),
  );
};

type Row = { caseId: CaseId | null; entity: string; fields: Record<string, unknown> };

/** Stores one row through the journal and returns its id. */
export const insertRow = (session: Session, { caseId, entity, fields }: Row): string => {
  const id = session.ids.next();
  const done = session.commit({ kind: 'test', caseId, ops: [{ op: 'insert', entity, id, fields }] });
  if (!done.ok) throw new Error(`${entity}: ${done.error.code} ${done.error.field ?? ''}`);
  return id;
};

/** Hides a row, as the case page does. */
export const voidRow = (session: Session, caseId: CaseId, target: { entity: string; id: string }): void => {
  insertRow(session, {
    caseId,
    entity: 'voiding',
    fields: { targetEntity: target.entity, targetId: target.id, reason: '录错了', restores: false },
  });
};

export const addParty = (session: Session, caseId: CaseId, name = '伤者甲'): PartyId =>
  insertRow(session, { caseId, entity: 'injuredParty', fields: { name } }) as PartyId;

/** A disclosure told to the injured party at that time, with the log it was told in. */
export const addDisclosure = (
  session: Session,
  { caseId, toldAt, partyId = null }: { caseId: CaseId; toldAt: string; partyId?: string | null },
): DisclosureId => {
  const contact = { counterpart: 'injured', channel: 'face' };
  const logId = insertRow(session, {
    caseId,
    entity: 'contactLog',
    fields: { ...contact, step: 2, outcome: 'reached', contactAt: toldAt },
  });
  const told = { logId, partyId, topic: 'nursingNeedsOrder', toldTo: 'injured', channel: 'face', toldAt, proof: 'none', understood: 'yes' };
  return insertRow(session, { caseId, entity: 'disclosure', fields: told }) as DisclosureId;
};

/** How an offer is put and explained in a test that is about something else. */
export const putWords = {
  putAt: '2026-03-02T01:00:00.000Z',
  putTo: 'injured',
  putToName: '赵兰',
  channel: 'face',
  understood: 'yes',
  words: '逐项讲了一遍',
} as const;

export const aSignature = { width: 300, height: 120, strokes: [[10, 10, 60, 80, 120, 20]] };

/** An open core with one case, one injured party and a handler at work. */
export const openReview = async (undo: (work: () => void) => void): Promise<TestCore & { caseId: CaseId; partyId: PartyId }> => {
  const test = await openTestCore(undo);
  const caseId = addTestCase(test.session);
  const partyId = addParty(test.session, caseId);
  workAs(test.session, 'handler');
  return { ...test, caseId, partyId };
};

export const asItem = (id: string): DamageItemId => id as DamageItemId;
