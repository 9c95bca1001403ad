import { expect, onTestFinished, test } from 'vitest';
import { allowed } from '../../../../electron/core/people/allowed.ts';
import { addPerson } from '../../../../electron/core/people/add-person.ts';
import { peopleHandlers } from '../../../../electron/core/people/handlers.ts';
import { switchPerson } from '../../../../electron/core/people/switch-person.ts';
import { settingsHandlers } from '../../../../electron/core/settings/handlers.ts';
import { addFacts } from '../../../../electron/core/facts/add-facts.ts';
import { actions, may } from '../../../../shared/people/access.ts';
import { roles } from '../../../../shared/people/model.ts';
import { aCase, aParty, must, openFullCore, refusalOf, workAs } from '../../../support/file.ts';

test('people on one machine have names of their own, and changes carry the name of who works here', async () => {
  const { session, core } = await openFullCore(onTestFinished);
  const call = { core, session, signal: new AbortController().signal };
  expect(refusalOf(addPerson(session, { name: ' 周岚 ', role: 'handler', branch: '' }))).toBe('person.name-taken @ name');
  expect(refusalOf(addPerson(session, { name: ' ', role: 'handler', branch: '' }))).toBe('required @ name');
  expect(refusalOf(switchPerson(session, { personId: session.ids.next() }))).toBe('not-found @ personId');
  const id = workAs(session, 'supervisor', '刘主管');
  const me = must(await peopleHandlers.me(call, undefined as never));
  expect([me.person.id, me.person.name, me.may.includes('escalation.decide')]).toEqual([id, '刘主管', true]);
  expect(me.deviceName).toMatch(/^LB-[0-9A-F]{4}$/);
  const caseId = aCase(session);
  expect(session.read.get('SELECT by_person_id AS by FROM cases WHERE id = ?', caseId)).toEqual({ by: id });
  expect(must(await peopleHandlers.list(call, undefined as never)).map(({ name }) => name)).toEqual(['周岚', '刘主管']);
});

test('every role may do to an open and a closed case exactly what the table says', async () => {
  const { session } = await openFullCore(onTestFinished);
  const open = aCase(session, { ownerName: ' ' });
  const closed = aCase(session);
  must(
    session.commit({
      kind: 'test',
      caseId: closed as never,
      ops: [{ op: 'transition', entity: 'case', id: closed, from: 'open', to: 'closed', facts: {} }],
    }),
  );
  for (const role of roles) {
    workAs(session, role, role === 'surveyor' ? '查勘甲' : role);
    must(
      session.commit({
        kind: 'test',
        caseId: closed as never,
        ops: [{ op: 'set', entity: 'case', id: closed, seen: 999, fields: { ownerName: null } }],
      }),
    );
    must(
      session.commit({
        kind: 'test',
        caseId: open as never,
        ops: [{ op: 'set', entity: 'case', id: open, seen: 999, fields: { ownerName: null } }],
      }),
    );
    for (const action of actions) {
      expect([role, action, allowed(session, action, open).ok]).toEqual([role, action, may(role, action, 'open')]);
      expect([role, action, allowed(session, action, closed).ok]).toEqual([role, action, may(role, action, 'closed')]);
    }
  }
});

test('preferences change one by one and stay with the machine', async () => {
  const { session, core } = await openFullCore(onTestFinished);
  const call = { core, session, signal: new AbortController().signal };
  must(await settingsHandlers.change(call, { language: 'en-US' }));
  must(await settingsHandlers.change(call, { silentDays: 5 }));
  expect(must(await settingsHandlers.read(call, undefined as never))).toEqual({
    language: 'en-US',
    idleLockMinutes: 10,
    theme: 'system',
    silentDays: 5,
  });
});

test('facts are added with their source and never overwrite each other', async () => {
  const { session } = await openFullCore(onTestFinished);
  const caseId = aCase(session);
  const partyId = aParty(session, caseId);
  const fact = (text: string) => ({
    topic: 'occupation',
    value: { kind: 'text' as const, text },
    source: 'injured' as const,
    sourceName: null,
  });
  const add = (changes: object = {}) =>
    refusalOf(addFacts(session, { caseId, partyId, saidAt: session.clock.now().at, facts: [fact('保洁'), fact('退休')], ...changes }));
  expect(add({ saidAt: 'gestern' })).toBe('invalid @ saidAt');
  expect(add({ saidAt: '2030-01-01T00:00:00.000Z' })).toBe('in-the-future @ saidAt');
  expect(add({ partyId: session.ids.next() })).toBe('not-found @ partyId');
  expect(add({ facts: [fact('长'.repeat(100_001))] })).toBe('too-long @ facts.0.value');
  expect(add()).toBe('ok');
  expect(session.read.get('SELECT count(*) AS n FROM facts')).toEqual({ n: 2 });
});

test('what was computed beside the rows is the same after a rebuild', async () => {
  const { session, core } = await openFullCore(onTestFinished);
  const caseId = aCase(session, { insuredName: '王敏' });
  aParty(session, caseId, { hospital: '市二院' });
  workAs(session, 'handler');
  const checked = must(await core.vault.selfCheck());
  expect(checked.ok).toBe(true);
});
