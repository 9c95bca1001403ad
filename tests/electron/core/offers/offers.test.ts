import { expect, it, onTestFinished } from 'vitest';
import { acceptOffer } from '../../../../electron/core/offers/accept-offer.ts';
import { closeOffer } from '../../../../electron/core/offers/close-offer.ts';
import { decideOffer } from '../../../../electron/core/offers/decide-offer.ts';
import { makeOffer } from '../../../../electron/core/offers/make-offer.ts';
import { previewAcceptance } from '../../../../electron/core/offers/preview-acceptance.ts';
import { putOffer } from '../../../../electron/core/offers/put-offer.ts';
import { replyToOffer } from '../../../../electron/core/offers/reply-to-offer.ts';
import { submitOffer } from '../../../../electron/core/offers/submit-offer.ts';
import { verifyAcceptance } from '../../../../electron/core/offers/verify-acceptance.ts';
import type { Session } from '../../../../electron/core/session.ts';
import { calculatedGround } from '../../../../electron/core/workflows/offer-ground.ts';
import { staleIn } from '../../../../electron/core/workflows/stale-offer.ts';
import type { CaseId } from '../../../../shared/kernel/ids.ts';
import { decideItem } from '../../../../electron/core/damages/decide-item.ts';
import { findRow } from '../../../../electron/db/rows.ts';
import { offerAcceptance } from '../../../../shared/offers/acceptance-model.ts';
import { offer } from '../../../../shared/offers/model.ts';
import { must, refusalOf } from '../../../support/file.ts';
import { addParty, aSignature, asItem, insertRow, openReview, putWords, voidRow, workAs } from '../../../support/review.ts';

const lump = { reason: '一次了结' };
const submit = (session: Session, of: { caseId: CaseId; offerId: string }) => submitOffer(session, of, staleIn(session));

const setUp = async () => {
  const test = await openReview(onTestFinished);
  const { session, caseId, partyId } = test;
  const addItem = (allowedFen: number, decided = true): string => {
    const id = insertRow(session, {
      caseId,
      entity: 'damageItem',
      fields: { partyId, kind: 'medical', claimedFen: allowedFen, allowedFen },
    });
    if (decided) decideItem(session, { caseId, itemId: asItem(id), decided: true });
    return id;
  };
  const make = (): string => must(makeOffer(session, { caseId, partyId, explanation: '逐项说明', lump }, calculatedGround(session))).id;
  const row = (id: string) => {
    const found = findRow(session.read, offer, id);
    if (!found) throw new Error('no offer');
    return found;
  };
  const put = (offerId: string) => putOffer(session, { caseId, offerId, ...putWords }, staleIn(session));
  const toPut = (): string => {
    const offerId = make();
    must(submit(session, { caseId, offerId }));
    must(put(offerId));
    return offerId;
  };
  const accept = (offerId: string, changes: Record<string, unknown> = {}) => {
    const { textHash } = must(previewAcceptance(session, { caseId, offerId }));
    const evidence = { signing: 'screen', signedBy: '赵兰', signature: aSignature, attachmentId: null } as const;
    return acceptOffer(session, { caseId, offerId, textHash, ...evidence, explainedByName: '处理人', understood: 'yes', ...changes });
  };
  return { ...test, addItem, make, row, put, toPut, accept };
};

it('counts versions per party and never uses a number twice, even after an offer was voided', async () => {
  const t = await setUp();
  t.addItem(120_050);
  voidRow(t.session, t.caseId, { entity: 'damageItem', id: t.addItem(999) });
  t.addItem(30_000);
  const first = t.make();
  expect(t.row(first)).toMatchObject({ version: 1, state: 'draft', explanation: '逐项说明' });
  voidRow(t.session, t.caseId, { entity: 'offer', id: first });
  expect(t.row(t.make())).toMatchObject({ version: 2 });
});

it('is not made while an item is open, without items, or for a stranger', async () => {
  const { session, addItem, caseId, partyId } = await setUp();
  const made = (id: string) => refusalOf(makeOffer(session, { caseId, partyId: id, explanation: '', lump }, calculatedGround(session)));
  expect(made(partyId)).toBe('required @ partyId');
  addItem(100);
  addItem(200, false);
  expect(made(partyId)).toBe('wrong-state @ partyId');
  expect(made('01950000-0000-7000-8001-00000000ffff')).toBe('not-found @ partyId');
  expect(made(addParty(session, caseId, '无项目'))).toBe('required @ partyId');
});

it('is approved at once within the own limit, and waits above it until a decision of superiors covers it', async () => {
  const t = await setUp();
  t.addItem(10_000_000);
  const small = t.make();
  expect(must(submit(t.session, { caseId: t.caseId, offerId: small }))).toMatchObject({ state: 'approved', limitFen: 10_000_000 });
  t.addItem(1);
  const large = t.make();
  expect(must(submit(t.session, { caseId: t.caseId, offerId: large }))).toMatchObject({ state: 'submitted', oursFen: 10_000_001 });
  const approve = () => decideOffer(t.session, { caseId: t.caseId, offerId: large, to: 'approved', reason: '' }, staleIn(t.session));
  expect([refusalOf(approve()), refusalOf(t.put(large))]).toEqual(['offer.over-authority @ offerId', 'wrong-state @ offerId']);
  const ask = { partyId: t.partyId, kind: 'over-authority', ask: '请批准', amountFen: 10_000_001 };
  const escalationId = insertRow(t.session, { caseId: t.caseId, entity: 'escalation', fields: ask });
  const decide = (decidedFen: number, to: string) =>
    t.session.commit({
      kind: 'test',
      caseId: t.caseId,
      ops: [
        { op: 'transition', entity: 'escalation', id: escalationId, from: 'draft', to: 'submitted', facts: {} },
        {
          op: 'transition',
          entity: 'escalation',
          id: escalationId,
          from: 'submitted',
          to,
          facts: { decidedFen, decidedAt: t.session.clock.now().at },
        },
      ],
    });
  must(decide(10_000_001, 'approved'));
  must(approve());
  expect(t.row(large)).toMatchObject({ state: 'approved', escalationId });
});

it('is approved by a supervisor within the larger limit, or given back with a reason', async () => {
  const t = await setUp();
  t.addItem(10_000_001);
  const offerId = t.make();
  const decide = (to: 'approved' | 'draft', reason = '') =>
    decideOffer(t.session, { caseId: t.caseId, offerId, to, reason }, staleIn(t.session));
  must(submit(t.session, { caseId: t.caseId, offerId }));
  workAs(t.session, 'supervisor');
  expect(refusalOf(decide('draft'))).toBe('reason-needed @ reason');
  must(decide('draft', '护理天数请再核'));
  expect(t.row(offerId)).toMatchObject({ state: 'draft', returnReason: '护理天数请再核' });
  workAs(t.session, 'handler');
  must(submit(t.session, { caseId: t.caseId, offerId }));
  expect(t.row(offerId).returnReason).toBeNull();
  workAs(t.session, 'supervisor');
  must(decide('approved'));
  expect(t.row(offerId)).toMatchObject({ state: 'approved', escalationId: null, approvedByName: 'supervisor 甲' });
});

it('is put with its explanation and the contact in one change', async () => {
  const t = await setUp();
  t.addItem(100);
  const offerId = t.toPut();
  expect(t.row(offerId)).toMatchObject({ state: 'put', putTo: 'injured', understood: 'yes', putAt: putWords.putAt });
  const log = t.session.read.get('SELECT step, counterpart, body FROM contact_logs WHERE id = ?', t.row(offerId).putLogId);
  expect(log).toEqual({ step: 5, counterpart: 'injured', body: '逐项讲了一遍' });
});

it('is answered in the party’s words: a counter-offer needs its amount and stays on record when it is settled later', async () => {
  const t = await setUp();
  t.addItem(100);
  const offerId = t.toPut();
  const answer = (to: 'countered' | 'refused', counterFen: number | null) =>
    refusalOf(replyToOffer(t.session, { caseId: t.caseId, offerId, answer: to, reply: '护理费不能一分没有', counterFen }));
  expect(answer('countered', null)).toBe('required @ counterFen');
  expect(answer('countered', 50_000)).toBe('ok');
  must(t.accept(offerId));
  expect(t.row(offerId)).toMatchObject({ state: 'accepted', reply: '护理费不能一分没有', counterFen: 50_000 });
  expect(answer('refused', null)).toBe('wrong-state @ offerId');
});

it('is accepted only by signing the text that was shown', async () => {
  const t = await setUp();
  t.addItem(100);
  const offerId = t.toPut();
  expect(refusalOf(t.accept(offerId, { textHash: '0'.repeat(64) }))).toBe('offer.text-changed @ -');
  expect(refusalOf(t.accept(offerId, { signature: null }))).toBe('offer.unsigned @ signature');
  expect(refusalOf(t.accept(offerId, { signing: 'paper' }))).toBe('offer.unsigned @ attachmentId');
  expect(refusalOf(t.accept(offerId, { signing: 'paper', attachmentId: 'nowhere' }))).toBe('not-found @ attachmentId');
  expect(refusalOf(t.accept(offerId, { understood: 'no' }))).toBe('offer.not-understood @ understood');
  expect(refusalOf(t.accept(offerId, { explainedByName: ' ' }))).toBe('required @ explainedByName');
  const { id } = must(t.accept(offerId));
  expect(must(verifyAcceptance(t.session, { caseId: t.caseId, acceptanceId: id }))).toEqual({ broken: null });
  expect(findRow(t.session.read, offerAcceptance, id)?.text).toContain('方案：第 1 版');
  expect(refusalOf(previewAcceptance(t.session, { caseId: t.caseId, offerId }))).toBe('wrong-state @ offerId');
});

it('is closed after it was paid or refused, and not before', async () => {
  const t = await setUp();
  t.addItem(100);
  const offerId = t.toPut();
  expect(refusalOf(closeOffer(t.session, { caseId: t.caseId, offerId }))).toBe('wrong-state @ offerId');
  must(replyToOffer(t.session, { caseId: t.caseId, offerId, answer: 'refused', reply: '不同意', counterFen: null }));
  must(closeOffer(t.session, { caseId: t.caseId, offerId }));
  expect(t.row(offerId)).toMatchObject({ state: 'closed', paidAt: null });
});

it('is not for surveyors to make', async () => {
  const { session, addItem, caseId, partyId } = await setUp();
  addItem(100);
  workAs(session, 'surveyor');
  expect(refusalOf(makeOffer(session, { caseId, partyId, explanation: '', lump }, calculatedGround(session)))).toBe('forbidden @ -');
});
