import { expect, it, onTestFinished } from 'vitest';
import { negotiate } from '../../../../electron/core/offers/negotiate.ts';
import { findRow } from '../../../../electron/db/rows.ts';
import { negotiation, type Negotiation } from '../../../../shared/offers/negotiation-model.ts';
import { must, refusalOf } from '../../../support/file.ts';
import { addParty, insertRow, openReview } from '../../../support/review.ts';

const setUp = async () => {
  const test = await openReview(onTestFinished);
  const { session, caseId, partyId } = test;
  const item = (of: string): string =>
    insertRow(session, { caseId, entity: 'damageItem', fields: { partyId: of, kind: 'nursing', claimedFen: 100 } });
  const talk = (changes: Partial<Negotiation>) =>
    negotiate(session, {
      caseId,
      draftKey: null,
      values: {
        partyId,
        heldAt: session.clock.now().at,
        channel: 'phone',
        askedBy: 'family',
        askedByName: '钱秀兰',
        reply: 'considering',
        ...changes,
      },
    });
  return { ...test, item, talk };
};

it('keeps each side’s figures per item, adds up what was not named as a total, and makes the contact log', async () => {
  const t = await setUp();
  const [a, b] = [t.item(t.partyId), t.item(t.partyId)];
  const lines = [
    { itemId: a, oursFen: 300_000, theirsFen: 450_000, note: null },
    { itemId: b, oursFen: null, theirsFen: 80_000, note: null },
  ];
  const first = must(t.talk({ lines, reply: 'countered', note: '护理请按两个人算' }));
  const second = must(t.talk({ oursFen: 400_000, lines: [] }));
  expect([first.round, second.round]).toEqual([1, 2]);
  const row = findRow(t.session.read, negotiation, first.id);
  expect(row).toMatchObject({ oursFen: 380_000, theirsFen: 530_000, lines });
  expect(
    t.session.read.get('SELECT step, counterpart, counterpart_name AS name, body FROM contact_logs WHERE id = ?', row?.logId ?? ''),
  ).toEqual({
    step: 5,
    counterpart: 'family',
    name: '钱秀兰',
    body: '护理请按两个人算',
  });
});

it('refuses a round without any figure, items of somebody else, the same item twice, and the future', async () => {
  const t = await setUp();
  const stranger = t.item(addParty(t.session, t.caseId, '别人'));
  const own = t.item(t.partyId);
  const line = (itemId: string) => ({ itemId, oursFen: 1, theirsFen: 2, note: null });
  expect(refusalOf(t.talk({}))).toBe('required @ values.theirsFen');
  expect(refusalOf(t.talk({ oursFen: 1, reply: 'countered' }))).toBe('required @ values.theirsFen');
  expect(refusalOf(t.talk({ lines: [line(own), line(stranger)] }))).toBe('not-found @ values.lines.1.itemId');
  expect(refusalOf(t.talk({ lines: [line(own), line(own)] }))).toBe('invalid @ values.lines');
  expect(refusalOf(t.talk({ oursFen: 1, heldAt: '2027-01-01T00:00:00.000Z' }))).toBe('in-the-future @ values.heldAt');
  expect(refusalOf(t.talk({ oursFen: 1, offerId: own as never }))).toBe('not-found @ values.offerId');
});
