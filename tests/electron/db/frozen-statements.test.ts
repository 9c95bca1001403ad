import fc from 'fast-check';
import { expect, it, onTestFinished } from 'vitest';
import { applyChange } from '../../../electron/db/apply-change.ts';
import { ProblemError } from '../../../electron/db/apply-problem.ts';
import { draftToOperations } from '../../../electron/db/draft-to-operations.ts';
import type { WriteDb } from '../../../electron/db/handles.ts';
import { statementOperations } from '../../../electron/core/statement-operations.ts';
import type { DraftOperation } from '../../../electron/db/change-draft.ts';
import type { Change, Operation } from '../../../shared/sync/change.ts';
import type { CaseId, ChangeId, DeviceId } from '../../../shared/kernel/ids.ts';
import { tempFolder } from '../../support/core.ts';
import { addCase, insertOf, openTestStore, type TestStore } from '../../support/store.ts';

const saidAt = '2026-03-02T01:00:00.000Z';
const seed = 20261123;

const frozenCase = () => {
  const t = openTestStore(tempFolder(onTestFinished), onTestFinished);
  const { caseId } = addCase(t);
  const [partyId, factId, otherId, statementId] = [t.ids.next(), t.ids.next(), t.ids.next(), t.ids.next()];
  const factOf = (id: string, topic: string) =>
    insertOf('fact', id, { partyId, topic, value: { kind: 'text', text: '电工' }, source: 'injured', saidAt });
  must(t, caseId, [insertOf('injuredParty', partyId, { name: '罗桂珍' }), factOf(factId, 'occupation'), factOf(otherId, 'attitude')]);
  const said = { partyId: partyId as never, facts: [{ topic: 'occupation', factId }], text: '职业：电工', frozenAt: saidAt };
  const how = { signing: 'refused' as const, signedBy: null, signature: null, attachmentId: null, refusal: '不愿签字' };
  must(t, caseId, statementOperations(statementId, { ...said, ...how }));
  return { t, caseId, partyId, factId, otherId, statementId, said: { ...said, ...how } };
};

const must = (t: TestStore, caseId: CaseId, ops: DraftOperation[]): void => {
  const done = t.store.commit({ kind: 'test', caseId, ops }, null);
  if (!done.ok) throw new Error(JSON.stringify(done.error));
};

const frozenRows = ({ store }: TestStore, factId: string, statementId: string): string =>
  JSON.stringify([
    store.read.all('SELECT * FROM facts WHERE id = ?', factId),
    store.read.all('SELECT * FROM statements WHERE id = ?', statementId),
  ]);

const json = fc.oneof(
  fc.constant(null),
  fc.string({ maxLength: 12 }),
  fc.integer({ min: -5, max: 9 }),
  fc.boolean(),
  fc.constant({ kind: 'text', text: '八千' }),
);

const fieldNames = [
  'value',
  'topic',
  'partyId',
  'source',
  'saidAt',
  'text',
  'textHash',
  'seal',
  'signature',
  'facts',
  'state',
  'frozenAt',
  'signedBy',
  'voidReason',
];

/** Random operations that aim at the frozen rows: sets, moves, voidings, restorings, and inserts over them. */
const attacks = ({ factId, statementId, partyId, otherId }: Record<'factId' | 'statementId' | 'partyId' | 'otherId', string>) => {
  const target = fc.constantFrom(
    { entity: 'fact', id: factId },
    { entity: 'statement', id: statementId },
    { entity: 'fact', id: statementId },
  );
  const fields = fc.dictionary(fc.constantFrom(...fieldNames), json, { minKeys: 1, maxKeys: 4 });
  const states = fc.constantFrom('draft', 'frozen', 'open', 'void');
  return fc.oneof(
    fc.tuple(target, fields).map(([at, values]): Operation => ({
      op: 'set',
      ...at,
      fields: Object.fromEntries(Object.entries(values).map(([name, value]) => [name, { value: value as never, base: { mid: 1 } }])),
    })),
    fc
      .tuple(target, states, states, fields)
      .map(([at, from, to, facts]): Operation => ({ op: 'transition', ...at, from, to, facts: facts as never })),
    fc.tuple(target, fields).map(([at, values]): Operation => ({ op: 'insert', ...at, fields: values as never })),
    fc.tuple(fc.uuid(), target, fc.boolean(), fc.string({ minLength: 1, maxLength: 9 })).map(([id, at, restores, reason]): Operation => ({
      op: 'insert',
      entity: 'voiding',
      id,
      fields: { targetEntity: at.entity, targetId: at.id, restores, reason },
    })),
    fc.tuple(fc.uuid(), fc.constantFrom('occupation', 'employer'), json).map(([id, topic, value]): Operation => ({
      op: 'insert',
      entity: 'fact',
      id,
      fields: { partyId, topic, value: value as never, source: 'injured', saidAt },
    })),
    fc.constant<Operation>({
      op: 'insert',
      entity: 'voiding',
      id: '00000000-0000-7000-8000-00000000ffff',
      fields: { targetEntity: 'fact', targetId: otherId, reason: '另一条', restores: false },
    }),
  );
};

const changeOf = (caseId: CaseId, ops: Operation[]): Change => ({
  mid: 77,
  changeId: '00000000-0000-7000-8000-0000000000aa' as ChangeId,
  kind: 'anything',
  kindVersion: 1,
  caseId,
  at: saidAt,
  utcOffset: 480,
  clockSkewMs: 0,
  byPersonId: null,
  deviceId: '00000000-0000-7000-8000-0000000000bb' as DeviceId,
  ops,
});

/** Applies a change as a pulled or hand-made journal entry would be, and keeps what it did unless it was refused. */
const apply = ({ store }: TestStore, change: Change): 'applied' | string => {
  const outcome = store.commitLocal((db: WriteDb): string => {
    db.run('SAVEPOINT attack');
    try {
      applyChange(db, change, 9_999);
      return 'applied';
    } catch (error) {
      if (!(error instanceof ProblemError)) throw error;
      db.run('ROLLBACK TO attack');
      return error.problem.code;
    }
  });
  return outcome.ok ? outcome.value : outcome.error.code;
};

it('never changes frozen rows under random changes in the format of the journal, and lets other work through', () => {
  const made = frozenCase();
  const before = frozenRows(made.t, made.factId, made.statementId);
  const outcomes = new Map<string, number>();
  fc.assert(
    fc.property(fc.array(attacks(made), { minLength: 1, maxLength: 3 }), (ops) => {
      const outcome = apply(made.t, changeOf(made.caseId, ops));
      outcomes.set(outcome, (outcomes.get(outcome) ?? 0) + 1);
      expect(frozenRows(made.t, made.factId, made.statementId)).toBe(before);
    }),
    { seed, numRuns: 600 },
  );
  expect(outcomes.get('applied') ?? 0).toBeGreaterThan(10);
  expect(outcomes.get('statement-frozen') ?? 0).toBeGreaterThan(50);
});

it('never changes frozen rows under random drafts handed to commit', () => {
  const made = frozenCase();
  const before = frozenRows(made.t, made.factId, made.statementId);
  const refused = new Set<string>();
  fc.assert(
    fc.property(fc.array(attacks(made), { minLength: 1, maxLength: 2 }), (ops) => {
      const drafts = ops.map((op): DraftOperation =>
        op.op === 'set'
          ? { ...op, seen: 999, fields: Object.fromEntries(Object.entries(op.fields).map(([name, { value }]) => [name, value])) }
          : op,
      );
      const done = made.t.store.commit({ kind: 'attack', caseId: made.caseId, ops: drafts }, null);
      if (!done.ok) refused.add(done.error.code);
      expect(frozenRows(made.t, made.factId, made.statementId)).toBe(before);
    }),
    { seed, numRuns: 400 },
  );
  expect(refused).toContain('statement-frozen');
});

it('refuses a second freezing of the same person, also by a hand-made change', () => {
  const { t, caseId, said } = frozenCase();
  const second = statementOperations(t.ids.next(), said);
  expect(t.store.commit({ kind: 'again', caseId, ops: second }, null)).toMatchObject({ ok: false, error: { code: 'statement-twice' } });
  const ops = draftToOperations(t.store.read, { kind: 'again', caseId, ops: second });
  expect(apply(t, changeOf(caseId, ops))).toBe('statement-twice');
});

it.each([
  ['another text', { text: '职业：经理' }, 'text'],
  ['another signer', { signedBy: '别人' }, 'seal'],
  ['no word of why it is not signed', { refusal: null }, 'seal'],
])('refuses to freeze a hand-made statement with %s', (_what, changes, part) => {
  const { t, caseId, factId } = frozenCase();
  const partyId = t.ids.next();
  must(t, caseId, [insertOf('injuredParty', partyId, { name: '另一位' })]);
  const [insert, move] = statementOperations(t.ids.next(), {
    partyId: partyId as never,
    facts: [{ topic: 'occupation', factId }],
    text: '职业：电工',
    frozenAt: saidAt,
    signing: 'refused',
    signedBy: null,
    signature: null,
    attachmentId: null,
    refusal: '不愿签字',
  });
  if (insert?.op !== 'insert' || !move) throw new Error('two operations expected');
  const forged = { ...insert, fields: { ...insert.fields, ...changes } };
  const done = t.store.commit({ kind: 'forge', caseId, ops: [forged, move] }, null);
  expect(done).toMatchObject({ ok: false, error: { code: 'statement-unsound', part } });
  const whole = t.store.commit({ kind: 'forge', caseId, ops: [insert, move] }, null);
  expect(whole).toMatchObject({ ok: false, error: { code: 'statement-unsound', part: 'facts' } });
});
