import { expect, it, onTestFinished } from 'vitest';
import { askAdvance, decideAdvance, payAdvance } from '../../../../electron/core/advances/move-advance.ts';
import { writeAdvance } from '../../../../electron/core/advances/write-advance.ts';
import { decideLetter } from '../../../../electron/core/letters/decide-letter.ts';
import { openCase } from '../../../../electron/core/workflows/open-case.ts';
import { findRow } from '../../../../electron/db/rows.ts';
import { determination } from '../../../../shared/letters/model.ts';
import { defaultAppeal } from '../../../../shared/letters/rules.ts';
import { offer } from '../../../../shared/offers/model.ts';
import { must, refusalOf } from '../../../support/file.ts';
import { insertRow, workAs } from '../../../support/review.ts';
import { settledCase, type Settled } from '../../../support/settled.ts';

const amountFen = 2_000_000;

const setUp = async () => {
  const t = await settledCase(onTestFinished);
  const paperId = insertRow(t.session, {
    caseId: t.caseId,
    entity: 'paper',
    fields: { partyId: t.partyId, wordingId: 'idCard', need: 'needed' },
  });
  const received = { op: 'transition', entity: 'paper', id: paperId, from: 'wanted', to: 'received' } as const;
  const facts = { receivedAt: t.session.clock.now().at };
  must(t.session.commit({ kind: 'test', caseId: t.caseId, ops: [{ ...received, facts }] }));
  workAs(t.session, 'handler');
  const values = {
    partyId: t.partyId,
    basis: 'undisputed',
    itemGroup: 'medical',
    amountFen,
    payTo: 'injured',
    confirmed: ['amountCertain'],
  };
  const { id } = must(writeAdvance(t.session, { caseId: t.caseId, values: values as never }));
  return { ...t, of: { caseId: t.caseId, advanceId: id } };
};

const pay = (t: Settled & { of: { caseId: Settled['caseId']; advanceId: string } }): void => {
  must(askAdvance(t.session, t.of));
  workAs(t.session, 'supervisor');
  must(decideAdvance(t.session, { ...t.of, to: 'approved', decidedFen: amountFen, way: 'injured', toAdd: '' }));
  must(payAdvance(t.session, { ...t.of, paidOn: t.session.clock.now().at.slice(0, 10), way: 'injured', note: '' }));
};

const clockKinds = (t: Settled): string[] => must(openCase(t.session, { caseId: t.caseId })).clocks.map(({ kind }) => kind);
const letterOf = (t: Settled) => {
  const words = { outcome: 'partial', reason: '目录外用药', clause: '第二十七条', appeal: defaultAppeal } as const;
  const { id } = must(decideLetter(t.session, { caseId: t.caseId, partyId: t.partyId, ...words }));
  return findRow(t.session.read, determination, id);
};

it('ends its sixty days when it is paid, and is taken off the next offer', async () => {
  const t = await setUp();
  expect(clockKinds(t)).toContain('undisputed-part');
  const before = findRow(t.session.read, offer, t.offer());
  pay(t);
  expect(clockKinds(t)).not.toContain('undisputed-part');
  const after = findRow(t.session.read, offer, t.offer());
  expect(after?.advancesFen).toBe((before?.advancesFen ?? 0) + amountFen);
  expect(after?.amountFen).toBe(before?.amountFen);
  expect(after?.sheet?.receivesFen).toBe((before?.sheet?.receivesFen ?? 0) - amountFen);
  expect((after?.sheet?.alreadyPaidFen ?? 0) + (after?.sheet?.refundsFen ?? 0)).toBe(amountFen);
});

it('needs somebody to confirm that the amount is certain, or the reason why it is asked for all the same', async () => {
  const t = await setUp();
  const values = { partyId: t.partyId, basis: 'undisputed', amountFen, payTo: 'injured', confirmed: [] };
  const { id: advanceId } = must(writeAdvance(t.session, { caseId: t.caseId, values: values as never }));
  expect(refusalOf(askAdvance(t.session, { caseId: t.caseId, advanceId }))).toBe('reason-needed @ openReason');
});

it('a letter names what was paid ahead with its day, and stays as it was written', async () => {
  const t = await setUp();
  expect(letterOf(t)?.undisputed).toEqual([]);
  pay(t);
  expect(letterOf(t)?.undisputed).toEqual([{ amountFen, paidOn: t.session.clock.now().at.slice(0, 10) }]);
});
