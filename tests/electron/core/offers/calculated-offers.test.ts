import { expect, it, onTestFinished } from 'vitest';
import { putOffer } from '../../../../electron/core/offers/put-offer.ts';
import { submitOffer } from '../../../../electron/core/offers/submit-offer.ts';
import { acceptOffer } from '../../../../electron/core/offers/accept-offer.ts';
import { makeOffer } from '../../../../electron/core/offers/make-offer.ts';
import { previewAcceptance } from '../../../../electron/core/offers/preview-acceptance.ts';
import { allHandlers } from '../../../../electron/core/features.ts';
import { openCase } from '../../../../electron/core/workflows/open-case.ts';
import { calculatedGround } from '../../../../electron/core/workflows/offer-ground.ts';
import { staleIn } from '../../../../electron/core/workflows/stale-offer.ts';
import { findRow } from '../../../../electron/db/rows.ts';
import { calculation } from '../../../../shared/settlement/calculation-model.ts';
import { offer } from '../../../../shared/offers/model.ts';
import { must, refusalOf } from '../../../support/file.ts';
import { aSignature, openReview, putWords } from '../../../support/review.ts';
import { settledCase, type Settled } from '../../../support/settled.ts';

const rowOf = ({ session }: Settled, id: string) => {
  const row = findRow(session.read, offer, id);
  if (!row?.sheet) throw new Error('no sheet');
  return { ...row, sheet: row.sheet };
};
const staleOf = (t: Settled, id: string) => must(openCase(t.session, { caseId: t.caseId })).staleOffers[id] ?? [];
const edit = ({ session, caseId }: Settled, entity: string, id: string, fields: object): void => {
  must(session.commit({ kind: 'test', caseId, ops: [{ op: 'set', entity, id, seen: 1e9, fields: fields as never }] }));
};
const basis = (t: Settled, values: object) =>
  allHandlers.settlement.saveBasis(t.call, { caseId: t.caseId, seen: 1e9, values, draftKey: null } as never);

it('names its calculation, kept in the same change, and its parts add up to the fen', async () => {
  const t = await settledCase(onTestFinished);
  const { sheet, ...row } = rowOf(t, t.offer());
  const stored = findRow(t.session.read, calculation, row.calculationId ?? '');
  expect(stored).toMatchObject({ purpose: 'offer', ruleSet: 'CN-2022' });
  const dueFen = sheet.payers.reduce((total, one) => total + one.dueFen, 0);
  expect([row.amountFen, dueFen + sheet.ownShareFen]).toEqual([dueFen, sheet.allowedFen]);
  expect(sheet.claimedFen - sheet.deductedFen).toBe(sheet.allowedFen);
  expect(sheet.payers.map(({ layer, ours }) => [layer, ours])).toEqual([
    ['compulsory', true],
    ['commercial', true],
  ]);
  expect(sheet.lines.flatMap((line) => line.deductions.map(({ notTold }) => notTold))).toEqual([false, true, false, false]);
  expect(t.session.read.all("SELECT kind FROM journal WHERE kind IN ('make-offer', 'calculate')")).toEqual([{ kind: 'make-offer' }]);
});

it('says what moved since it was made, and goes no further until it is renewed', async () => {
  const t = await settledCase(onTestFinished);
  const offerId = t.offer();
  const submit = (id: string) => submitOffer(t.session, { caseId: t.caseId, offerId: id }, staleIn(t.session));
  expect(staleOf(t, offerId)).toEqual([]);
  const vehicles = [{ id: 'car', fault: 'main', ratio: 0.8, compulsory: { insured: true }, commercial: { limit: 1_000_000 } }];
  must(await basis(t, { vehicles }));
  expect([staleOf(t, offerId), refusalOf(submit(offerId))]).toEqual([['basis'], 'offer.out-of-date @ offerId']);
  const renewed = t.offer();
  expect(rowOf(t, renewed)).toMatchObject({ version: 2, sheet: { shares: [{ ratio: '0.8' }] } });
  must(submit(renewed));
  edit(t, 'damageItem', t.items[0] ?? '', { allowedFen: 4_300_000 });
  expect(staleOf(t, renewed)).toEqual(['items']);
  const put = putOffer(t.session, { caseId: t.caseId, offerId: renewed, ...putWords }, staleIn(t.session));
  expect(refusalOf(put)).toBe('offer.out-of-date @ offerId');
});

const accepted = (t: Settled): string => {
  const offerId = t.offer();
  const of = { caseId: t.caseId, offerId };
  must(submitOffer(t.session, of, staleIn(t.session)));
  must(putOffer(t.session, { ...of, ...putWords }, staleIn(t.session)));
  const { textHash } = must(previewAcceptance(t.session, of));
  const evidence = { signing: 'screen', signedBy: '赵桂英', signature: aSignature, attachmentId: null, explainedByName: '吴明' } as const;
  must(acceptOffer(t.session, { ...of, textHash, ...evidence, understood: 'yes' }));
  return offerId;
};

it('never changes once it was put: not by a later edit, not by a hand-made change, and it cannot be hidden', async () => {
  const t = await settledCase(onTestFinished);
  const offerId = accepted(t);
  const before = rowOf(t, offerId);
  edit(t, 'damageItem', t.items[0] ?? '', { allowedFen: 1 });
  expect(rowOf(t, offerId)).toEqual(before);
  const commit = (op: object) => refusalOf(t.session.commit({ kind: 'test', caseId: t.caseId, ops: [op as never] }));
  expect(commit({ op: 'set', entity: 'offer', id: offerId, seen: 1e9, fields: { amountFen: 1 } })).toBe('invalid @ amountFen');
  expect(commit({ op: 'transition', entity: 'offer', id: offerId, from: 'accepted', to: 'draft', facts: {} })).toBe('wrong-state @ -');
  const hide = { targetEntity: 'offer', targetId: offerId, reason: '错', restores: false };
  expect(commit({ op: 'insert', entity: 'voiding', id: t.session.ids.next(), fields: hide })).toBe('offer.shown @ -');
  expect(staleOf(t, offerId)).toEqual([]);
});

it('is neither put without approval nor accepted without its own signature by any change, whoever sends it', async () => {
  const t = await settledCase(onTestFinished);
  const [first, second] = [t.offer(), t.offer()];
  const move = (id: string, from: string, to: string) =>
    refusalOf(t.session.commit({ kind: 'test', caseId: t.caseId, ops: [{ op: 'transition', entity: 'offer', id, from, to, facts: {} }] }));
  expect(move(first, 'draft', 'put')).toBe('wrong-state @ -');
  for (const id of [first, second])
    for (const [from, to] of [
      ['draft', 'submitted'],
      ['submitted', 'approved'],
      ['approved', 'put'],
    ] as const)
      move(id, from, to);
  expect(move(first, 'put', 'accepted')).toBe('offer.unsound @ -');
  const signed = accepted(t);
  const row = t.session.read.get<Record<string, never>>('SELECT * FROM offer_acceptances WHERE offer_id = ?', signed);
  const fields = { ...row, offerId: second, partyId: t.partyId };
  const copied = Object.fromEntries(
    Object.entries(fields).filter(([name]) => ['offerId', 'partyId', 'text', 'signing', 'understood', 'seal'].includes(name)),
  );
  const more = { sheetHash: rowOf(t, second).sheetHash, textHash: row?.['text_hash'], signature: aSignature, signedAt: row?.['signed_at'] };
  must(
    t.session.commit({
      kind: 'test',
      caseId: t.caseId,
      ops: [{ op: 'insert', entity: 'offerAcceptance', id: t.session.ids.next(), fields: { ...copied, ...more } }],
    }),
  );
  expect(move(second, 'put', 'accepted')).toBe('offer.unsound @ -');
});

it('survives a rebuild of the tables from the journal', async () => {
  const t = await settledCase(onTestFinished);
  const offerId = accepted(t);
  const before = rowOf(t, offerId);
  await t.core.vault.repair();
  const session = t.core.session();
  expect(session && findRow(session.read, offer, offerId)).toEqual(before);
});

it('asks for what the calculation lacks; one sum without layers needs a reason and says so', async () => {
  const t = await openReview(onTestFinished);
  const { session, caseId, partyId } = t;
  const id = session.ids.next();
  must(
    session.commit({
      kind: 'test',
      caseId,
      ops: [
        { op: 'insert', entity: 'damageItem', id, fields: { partyId, kind: 'medical', claimedFen: 500, allowedFen: 500 } },
        { op: 'transition', entity: 'damageItem', id, from: 'open', to: 'decided', facts: {} },
      ],
    }),
  );
  const make = (lump: { reason: string } | null) =>
    makeOffer(session, { caseId, partyId, explanation: '', lump }, calculatedGround(session));
  expect(refusalOf(make(null))).toBe('settlement.incomplete @ caseId');
  expect(refusalOf(make({ reason: ' ' }))).toBe('reason-needed @ lump.reason');
  const row = findRow(session.read, offer, must(make({ reason: '小额一次了结' })).id);
  expect(row).toMatchObject({ calculationId: null, amountFen: 500, sheet: { lumpReason: '小额一次了结', receivesFen: 500 } });
});
