import fc from 'fast-check';
import { expect, it, onTestFinished } from 'vitest';
import { createCore } from '../../../../electron/core/app.ts';
import { addDeduction } from '../../../../electron/core/damages/add-deduction.ts';
import { addItem } from '../../../../electron/core/damages/add-item.ts';
import { voidRow } from '../../../../electron/core/cases/void-row.ts';
import { editCase } from '../../../../electron/core/cases/edit-case.ts';
import { editParty } from '../../../../electron/core/parties/save-party.ts';
import { recordRound } from '../../../../electron/core/mediations/record-round.ts';
import { settlePromise } from '../../../../electron/core/promises/settle-promise.ts';
import type { Session } from '../../../../electron/core/session.ts';
import { listChanges } from '../../../../electron/core/undo/list-changes.ts';
import { undoChange } from '../../../../electron/core/undo/undo-change.ts';
import { findRow, selectRows } from '../../../../electron/db/rows.ts';
import type { CaseId } from '../../../../shared/kernel/ids.ts';
import { disclosure } from '../../../../shared/disclosures/model.ts';
import { injuredParty } from '../../../../shared/parties/model.ts';
import { promise } from '../../../../shared/promises/model.ts';
import { entities } from '../../../../shared/sync/entities.ts';
import { testPasscode } from '../../../support/core.ts';
import { aCase, aContact, aParty, must, openFullCore, refusalOf, workAs } from '../../../support/file.ts';

const setUp = async () => {
  const test = await openFullCore(onTestFinished);
  workAs(test.session, 'handler');
  const caseId = aCase(test.session) as CaseId;
  const partyId = aParty(test.session, caseId);
  return { ...test, caseId, partyId };
};

const newest = (session: Session, caseId: CaseId): string => must(listChanges(session, { caseId }))[0]?.changeId ?? '';
const undo = (session: Session, caseId: CaseId, changeId = newest(session, caseId)) =>
  undoChange(session, { caseId, changeId, reason: '撤销' });

/** What a person sees of a case: every row that is not hidden, without the marks of who touched it when. */
const visibleRows = (session: Session, caseId: CaseId): unknown =>
  entities
    .filter(({ scope, name }) => scope === 'case' && name !== 'voiding' && name !== 'undoing')
    .map((entity) => [
      entity.name,
      selectRows(session.read, entity, 'case_id = ? AND void_reason IS NULL ORDER BY id', [caseId]).map(({ rev: _rev, ...row }) => row),
    ]);

it('takes back a contact with everything said in it, an edit, a settled promise and a hiding', async () => {
  const { session, caseId, partyId } = await setUp();
  const dueAt = '2026-03-05T01:00:00.000Z';
  const before = visibleRows(session, caseId);
  aContact(session, caseId, {
    promises: [{ what: '答复', side: 'us', dueAt }],
    questions: [{ body: '何时赔', askedBy: 'insured' }] as never,
  });
  must(undo(session, caseId));
  expect(visibleRows(session, caseId)).toEqual(before);

  const seen = findRow(session.read, injuredParty, partyId)?.rev ?? 0;
  must(editParty(session, { caseId, partyId, seen, values: { name: '赵岚', ward: '3' } }));
  must(undo(session, caseId));
  expect(findRow(session.read, injuredParty, partyId)).toMatchObject({ name: '赵兰', ward: null });

  aContact(session, caseId, { promises: [{ what: '答复', side: 'us', dueAt }] });
  const open = selectRows(session.read, promise, "case_id = ? AND void_reason IS NULL AND state = 'open'", [caseId])[0];
  must(
    settlePromise(session, {
      caseId,
      promiseId: open?.id ?? '',
      to: 'broken',
      reason: '忘了',
      dueAt: null,
      noticeText: '',
      noticeLogId: null,
    }),
  );
  must(undo(session, caseId));
  expect(findRow(session.read, promise, open?.id ?? '')).toEqual({ ...open, rev: expect.any(Number) as number });

  must(voidRow(session, { caseId, entity: 'injuredParty', id: partyId, reason: '录错', restores: false }));
  must(undo(session, caseId));
  expect(findRow(session.read, injuredParty, partyId)?.voidReason).toBe(null);
});

it('refuses when something newer rests on it, and allows it once that is gone too', async () => {
  const { session, caseId, partyId } = await setUp();
  aContact(session, caseId, {
    disclosures: [
      { topic: 'costsOutsideCover', toldTo: 'insured', toldAt: session.clock.now().at, channel: 'phone', proof: 'none', understood: 'yes' },
    ],
  });
  const contact = newest(session, caseId);
  const told = selectRows(session.read, disclosure, 'case_id = ?', [caseId])[0]?.id ?? '';
  const itemId = must(
    addItem(session, { caseId, values: { partyId: partyId as never, kind: 'medical', claimedFen: 100, allowedFen: 50 } }),
  ).id;
  must(addDeduction(session, { caseId, values: { itemId: itemId as never, amountFen: 50, reason: '自费', disclosureId: told as never } }));
  expect(refusalOf(undo(session, caseId, contact))).toBe('undo.newer @ -');
  must(undo(session, caseId));
  expect(refusalOf(undo(session, caseId, contact))).toBe('ok');
  expect(refusalOf(undo(session, caseId, contact))).toBe('undo.done @ -');
  expect(findRow(session.read, disclosure, told)?.voidReason).toBe('撤销');
});

it('walks back through values of one field, newest first', async () => {
  const { session, caseId } = await setUp();
  const plate = () => session.read.get<{ plate: string | null }>('SELECT plate FROM cases WHERE id = ?', caseId)?.plate;
  const rev = () => session.read.get<{ rev: number }>('SELECT rev FROM cases WHERE id = ?', caseId)?.rev ?? 0;
  must(editCase(session, { caseId, seen: rev(), values: { plate: '晋A11111' } }));
  const first = newest(session, caseId);
  must(editCase(session, { caseId, seen: rev(), values: { plate: '晋A22222' } }));
  expect(refusalOf(undo(session, caseId, first))).toBe('undo.newer @ -');
  must(undo(session, caseId));
  expect(plate()).toBe('晋A11111');
  must(undo(session, caseId, first));
  expect(plate()).toBe(null);
});

it('offers only my own last twenty changes, and works after a restart because the journal remembers', async () => {
  const { core, session, caseId, options, clock } = await setUp();
  for (let i = 0; i < 22; i += 1) aContact(session, caseId);
  const all = must(listChanges(session, { caseId }));
  expect(all).toHaveLength(20);
  expect(all[0]).toMatchObject({ kind: 'record-contact', rows: { contactLog: 1 }, undone: false, problem: null });
  const oldest =
    session.read.get<{ id: string }>('SELECT change_id AS id FROM journal WHERE case_id = ? ORDER BY seq LIMIT 1', caseId)?.id ?? '';
  expect(refusalOf(undo(session, caseId, oldest))).toBe('undo.not-mine @ changeId');
  const mine = all[0]?.changeId ?? '';
  core.close();
  const again = createCore({ ...options, clock });
  onTestFinished(() => again.close());
  must(await again.vault.unlock({ passcode: testPasscode }));
  const reopened = again.session();
  if (!reopened) throw new Error('locked');
  expect(refusalOf(undo(reopened, caseId, mine))).toBe('ok');
  expect(must(listChanges(reopened, { caseId })).filter(({ undone }) => undone)).toHaveLength(1);
  workAs(reopened, 'supervisor', '主管');
  expect(must(listChanges(reopened, { caseId }))).toEqual([]);
  expect(refusalOf(undo(reopened, caseId, all[1]?.changeId ?? ''))).toBe('undo.not-mine @ changeId');
});

type Step = { what: 'contact' | 'party' | 'case' | 'round' | 'item' | 'void' | 'settle'; text: string };
const steps = fc.array(
  fc.record({
    what: fc.constantFrom<Step['what'][]>('contact', 'party', 'case', 'round', 'item', 'void', 'settle'),
    text: fc.constantFrom('甲', '乙', '丙 丁', '１２３', 'it"s'),
  }),
  { minLength: 1, maxLength: 6 },
);

const doStep = (session: Session, { caseId, partyId, step }: { caseId: CaseId; partyId: string; step: Step }): void => {
  const { what, text } = step;
  const logs = selectRows(session.read, promise, "case_id = ? AND void_reason IS NULL AND state = 'open' ORDER BY id", [caseId]);
  const revOf = (table: string, id: string): number =>
    session.read.get<{ rev: number }>(`SELECT rev FROM ${table} WHERE id = ?`, id)?.rev ?? 0;
  if (what === 'contact')
    aContact(session, caseId, { log: { body: text } as never, promises: [{ what: text, side: 'us', dueAt: '2026-03-09T01:00:00.000Z' }] });
  if (what === 'party')
    must(editParty(session, { caseId, partyId, seen: revOf('injured_parties', partyId), values: { ward: text, injurySummary: text } }));
  if (what === 'case') must(editCase(session, { caseId, seen: revOf('cases', caseId), values: { hopes: text } }));
  if (what === 'round')
    must(
      recordRound(session, {
        caseId,
        values: { partyId: partyId as never, heldAt: session.clock.now().at, reply: 'refused', note: text },
        draftKey: null,
      }),
    );
  if (what === 'item') must(addItem(session, { caseId, values: { partyId: partyId as never, kind: 'medical', claimedFen: 100 } }));
  if (what === 'void' && logs[0]) must(voidRow(session, { caseId, entity: 'promise', id: logs[0].id, reason: text, restores: false }));
  if (what === 'settle' && logs[0])
    must(
      settlePromise(session, { caseId, promiseId: logs[0].id, to: 'kept', reason: text, dueAt: null, noticeText: '', noticeLogId: null }),
    );
};

it('any random change taken back leaves what was seen before it, and the file agrees with its journal', async () => {
  const { core, session, caseId, partyId } = await setUp();
  let ran = 0;
  fc.assert(
    fc.property(steps, (all) => {
      const seen = all.map((step) => {
        const rows = visibleRows(session, caseId);
        const last = newest(session, caseId);
        doStep(session, { caseId, partyId, step });
        const made = newest(session, caseId);
        return { rows, changeId: made === last ? null : made };
      });
      for (const { rows, changeId } of seen.toReversed()) {
        if (changeId !== null) must(undo(session, caseId, changeId));
        expect(visibleRows(session, caseId)).toEqual(rows);
        ran += 1;
      }
    }),
    { numRuns: 25, seed: 100 },
  );
  expect(ran).toBeGreaterThan(25);
  expect(await core.vault.selfCheck()).toMatchObject({ ok: true, value: { ok: true } });
});
