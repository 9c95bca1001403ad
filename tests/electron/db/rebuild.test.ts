import fc from 'fast-check';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { connect } from '../../../electron/db/connection.ts';
import { projectors } from '../../../electron/core/workflows/projectors.ts';
import type { CaseId } from '../../../shared/kernel/ids.ts';
import { tempFolder } from '../../support/core.ts';
import { addCase, contactFields, insertOf, moveOf, openTestStore, setOf, testKey, type TestStore } from '../../support/store.ts';

const action = fc.oneof(
  fc.record({ do: fc.constant('case' as const) }),
  fc.record({ do: fc.constant('party' as const), at: fc.nat(9), name: fc.string({ minLength: 1, maxLength: 8 }) }),
  fc.record({ do: fc.constant('contact' as const), at: fc.nat(9), body: fc.string({ maxLength: 40, unit: 'binary' }) }),
  fc.record({ do: fc.constant('edit' as const), at: fc.nat(9), plate: fc.option(fc.string({ maxLength: 8 })), stale: fc.boolean() }),
  fc.record({ do: fc.constant('promise' as const), at: fc.nat(9) }),
  fc.record({ do: fc.constant('settle' as const), at: fc.nat(9), to: fc.constantFrom('kept', 'broken', 'moved', 'open') }),
  fc.record({ do: fc.constant('void' as const), at: fc.nat(9), restores: fc.boolean() }),
  fc.record({ do: fc.constant('person' as const) }),
);
type Action = typeof action extends fc.Arbitrary<infer A> ? A : never;

const pick = (t: TestStore, table: string, at: number): { id: string; case_id: CaseId; rev: number } | undefined => {
  const rows = t.store.read.all<{ id: string; case_id: CaseId; rev: number }>(`SELECT id, case_id, rev FROM ${table} ORDER BY id`);
  return rows[at % Math.max(rows.length, 1)];
};

const perform = (t: TestStore, step: Action): boolean => {
  const next = t.ids.next();
  if (step.do === 'case') return addCase(t, `R-${next}`).rev > 0;
  if (step.do === 'person') {
    return t.store.commit({ kind: 'add-person', caseId: null, ops: [insertOf('person', next, { name: '某', role: 'handler' })] }, null).ok;
  }
  const table = { party: 'cases', contact: 'cases', edit: 'cases', promise: 'cases', settle: 'promises', void: 'injured_parties' }[step.do];
  const row = pick(t, table, step.at);
  if (!row) return false;
  const { id, rev } = row;
  const operation = {
    party: () => insertOf('injuredParty', next, { name: 'name' in step ? step.name : '' }),
    contact: () => insertOf('contactLog', next, { ...contactFields, body: 'body' in step ? step.body : '' }),
    edit: () => setOf('case', { id, seen: 'stale' in step && step.stale ? 0 : rev }, { plate: 'plate' in step ? step.plate : null }),
    promise: () => insertOf('promise', next, { what: '回电', side: 'us', dueAt: '2026-03-09T00:00:00.000Z' }),
    settle: () => moveOf('promise', id, { from: 'open', to: 'to' in step ? step.to : 'kept', facts: { settledReason: '因故' } }),
    void: () =>
      insertOf('voiding', next, {
        targetEntity: 'injuredParty',
        targetId: id,
        reason: '误',
        restores: 'restores' in step && step.restores,
      }),
  }[step.do]();
  return t.store.commit({ kind: step.do, caseId: row.case_id, ops: [operation] }, null).ok;
};

test('after any mix of accepted and refused changes the tables equal a rebuild from the journal, and repair changes nothing', () => {
  let accepted = 0;
  let refused = 0;
  fc.assert(
    fc.property(fc.array(action, { minLength: 5, maxLength: 32 }), (steps) => {
      const folder = mkdtempSync(join(tmpdir(), 'liubu-rebuild-'));
      const undo: (() => void)[] = [() => rmSync(folder, { recursive: true, force: true })];
      try {
        const t = openTestStore(folder, (work) => void undo.unshift(work), { projectors });
        addCase(t);
        const taken = steps.filter((step) => perform(t, step)).length;
        accepted += taken;
        refused += steps.length - taken;
        const before = t.store.selfCheck();
        const { unapplied, entries } = t.store.repair();
        const after = t.store.selfCheck();
        expect([before.ok, after.ok, unapplied, entries]).toEqual([true, true, [], before.entries]);
        expect(after.tables.map(({ table, rows }) => [table, rows])).toEqual(before.tables.map(({ table, rows }) => [table, rows]));
      } finally {
        for (const work of undo) work();
      }
    }),
    { numRuns: 25, seed: 2026 },
  );
  expect(accepted).toBeGreaterThan(150);
  expect(refused).toBeGreaterThan(20);
});

const damaged = (sql: string): TestStore => {
  const folder = tempFolder(onTestFinished);
  const first = openTestStore(folder, onTestFinished);
  const { caseId } = addCase(first);
  for (let i = 0; i < 3; i += 1) {
    first.store.commit({ kind: 'record-contact', caseId, ops: [insertOf('contactLog', first.ids.next(), contactFields)] }, null);
  }
  first.store.close();
  const knife = connect({ path: first.path, key: testKey, readOnly: false, mustExist: true });
  knife.exec(sql);
  knife.close();
  return openTestStore(folder, onTestFinished, { mode: 'existing' });
};

test('the self-check lists a row that is missing, one too many and one that differs, and repair brings them back', () => {
  const t = damaged(`
    DELETE FROM contact_logs WHERE rev = 2;
    UPDATE contact_logs SET body = 'changed by hand' WHERE rev = 3;
    INSERT INTO contact_logs SELECT 'stray', case_id, at, by_person_id, rev, made_seq, void_reason, party_id, step, counterpart,
      counterpart_name, channel, outcome, contact_at, place, mood, body, corrects_log_id, correction_reason FROM contact_logs WHERE rev = 4;
  `);
  const report = t.store.selfCheck();
  const logs = report.tables.find(({ table }) => table === 'contact_logs');
  expect(report.ok).toBe(false);
  expect(logs).toMatchObject({ rows: 3, differenceCount: 3 });
  expect(logs?.differences.map(({ kind }) => kind).toSorted()).toEqual(['different', 'extra', 'missing']);
  expect(t.store.repair()).toMatchObject({ entries: 4, unapplied: [] });
  expect(t.store.selfCheck().ok).toBe(true);
});

test.each([
  ['an entry changed by hand', "UPDATE journal SET at = '2020-01-01T00:00:00.000Z' WHERE seq = 2", 'chain-broken'],
  ['an entry taken out', 'DELETE FROM journal WHERE seq = 3', 'mid-gap'],
  ['the last entry taken out', 'DELETE FROM journal WHERE seq = 4', 'counter-behind'],
])('the self-check sees %s of the journal', (_what, sql, code) => {
  const report = damaged(sql).store.selfCheck();
  expect(report.ok).toBe(false);
  expect(report.journal.map((finding) => finding.code)).toContain(code);
});
