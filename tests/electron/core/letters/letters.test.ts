import { expect, it, onTestFinished } from 'vitest';
import { voidRow as hide } from '../../../../electron/core/cases/void-row.ts';
import { clocksOfCase } from '../../../../electron/core/clocks/clock-rows.ts';
import { decideLetter } from '../../../../electron/core/letters/decide-letter.ts';
import { sendLetter } from '../../../../electron/core/letters/send-letter.ts';
import { findRow } from '../../../../electron/db/rows.ts';
import { defaultAppeal } from '../../../../shared/letters/rules.ts';
import { determination } from '../../../../shared/letters/model.ts';
import { aCase, aParty, must, openFullCore, refusalOf, workAs } from '../../../support/file.ts';
import { addDisclosure, insertRow } from '../../../support/review.ts';

const setUp = async () => {
  const t = await openFullCore(onTestFinished);
  const { session } = t;
  const caseId = aCase(session) as never;
  workAs(session, 'handler');
  const partyId = aParty(session, caseId);
  const told = addDisclosure(session, { caseId, partyId, toldAt: '2026-02-25T02:00:00.000Z' });
  const item = (claimedFen: number, allowedFen: number): string => {
    const id = insertRow(session, { caseId, entity: 'damageItem', fields: { partyId, kind: 'nursing', claimedFen, allowedFen } });
    must(
      session.commit({
        kind: 'test',
        caseId,
        ops: [{ op: 'transition', entity: 'damageItem', id, from: 'open', to: 'decided', facts: {} }],
      }),
    );
    return id;
  };
  const deduct = (itemId: string, amountFen: number, disclosureId: string | null) =>
    insertRow(session, {
      caseId,
      entity: 'deduction',
      fields: { itemId, amountFen, reason: '没有医嘱', clause: '第十条', disclosureId, notToldBefore: disclosureId === null },
    });
  const decide = (changes: Partial<Parameters<typeof decideLetter>[1]> = {}) =>
    decideLetter(session, {
      caseId,
      partyId,
      outcome: 'partial',
      reason: '护理天数超出医嘱',
      clause: '第十条',
      appeal: defaultAppeal,
      ...changes,
    });
  const kinds = (): string[] =>
    clocksOfCase(session.read, caseId)
      .map(({ kind }) => kind)
      .filter((kind) => kind.startsWith('refusal'));
  return { ...t, caseId, partyId, told, item, deduct, decide, kinds };
};

it('takes items, reasons and the day they were told from the review, and says openly what was not told', async () => {
  const t = await setUp();
  t.item(100, 100);
  const cut = t.item(5_000, 3_000);
  t.deduct(cut, 1_500, t.told);
  t.deduct(cut, 500, null);
  const row = findRow(t.session.read, determination, must(t.decide()).id);
  expect(row).toMatchObject({ claimedFen: 5_100, allowedFen: 3_100, state: 'decided' });
  expect(row?.lines).toMatchObject([
    {
      itemId: cut,
      claimedFen: 5_000,
      allowedFen: 3_000,
      reasons: [
        { amountFen: 1_500, disclosureId: t.told, toldAt: '2026-02-25T02:00:00.000Z' },
        { amountFen: 500, disclosureId: null, toldAt: null },
      ],
    },
  ]);
});

it('needs something unpaid, a reason, a clause and the way to appeal; a refusal pays nothing', async () => {
  const t = await setUp();
  expect(refusalOf(t.decide())).toBe('required @ partyId');
  t.item(100, 100);
  expect(refusalOf(t.decide())).toBe('letter.nothing-refused @ outcome');
  t.deduct(t.item(5_000, 0), 5_000, t.told);
  expect(refusalOf(t.decide({ outcome: 'refusal' }))).toBe('letter.wrong-outcome @ outcome');
  expect(refusalOf(t.decide({ reason: ' ' }))).toBe('reason-needed @ reason');
  expect(refusalOf(t.decide({ clause: '' }))).toBe('required @ clause');
  expect(refusalOf(t.decide({ appeal: '' }))).toBe('required @ appeal');
});

it('runs three days for the notice, then the days for calling back; once sent it stands', async () => {
  const t = await setUp();
  t.deduct(t.item(5_000, 0), 5_000, t.told);
  const { id } = must(t.decide({ outcome: 'refusal' }));
  expect(t.kinds()).toEqual(['refusal-notice']);
  const send = () => {
    const words = { sentTo: 'injured', sentToName: null, channel: 'letter' } as const;
    return sendLetter(t.session, { caseId: t.caseId, determinationId: id, sentAt: t.clock.now().at, ...words });
  };
  t.clock.advance(60);
  must(send());
  expect(t.kinds()).toEqual(['refusal-call']);
  expect(refusalOf(send())).toBe('wrong-state @ determinationId');
  expect(refusalOf(hide(t.session, { caseId: t.caseId, entity: 'determination', id, reason: '错', restores: false }))).toBe(
    'offer.shown @ -',
  );
});

it('keeps a disclosure it quotes from being taken back', async () => {
  const t = await setUp();
  const deduction = t.deduct(t.item(5_000, 0), 5_000, t.told);
  must(t.decide({ outcome: 'refusal' }));
  must(hide(t.session, { caseId: t.caseId, entity: 'deduction', id: deduction, reason: '改', restores: false }));
  const back = hide(t.session, { caseId: t.caseId, entity: 'disclosure', id: t.told, reason: '错', restores: false });
  expect(refusalOf(back)).toBe('disclosure.quoted @ id');
});
