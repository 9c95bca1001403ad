import { expect, it, onTestFinished } from 'vitest';
import { allHandlers } from '../../../../electron/core/features.ts';
import type { Call } from '../../../../electron/core/handlers.ts';
import { decideEscalation } from '../../../../electron/core/escalations/decide-escalation.ts';
import { submitEscalation } from '../../../../electron/core/escalations/submit-escalation.ts';
import { writeEscalation } from '../../../../electron/core/escalations/write-escalation.ts';
import { submitOffer } from '../../../../electron/core/offers/submit-offer.ts';
import { staleIn } from '../../../../electron/core/workflows/stale-offer.ts';
import { keepDocument } from '../../../../electron/db/published-rows.ts';
import { findRow } from '../../../../electron/db/rows.ts';
import { offer } from '../../../../shared/offers/model.ts';
import { oursOf } from '../../../../shared/offers/rules.ts';
import type { Session } from '../../../../electron/core/session.ts';
import { must, refusalOf } from '../../../support/file.ts';
import { openReview, workAs } from '../../../support/review.ts';
import { settledCase } from '../../../support/settled.ts';

/** The hub's document, as the sync keeps it. */
const publish = (session: Session, version: number, limits: { handler: number; supervisor: number }): void => {
  const body = { limitsFen: { surveyor: 0, admin: 0, ...limits } };
  const document = { kind: 'authority-limits' as const, version, publishedAt: '2026-11-20T01:00:00.000Z', hash: '0'.repeat(64), body };
  must(session.commitLocal(['people'], (db) => keepDocument(db, document, '2026-11-20T02:00:00.000Z')));
};

it('decides by the built-in limits until the company publishes its own, and says which', async () => {
  const { session } = await openReview(onTestFinished);
  const asked = async () => must(await allHandlers.people.authority({ session } as unknown as Call, undefined as never));
  expect(await asked()).toMatchObject({ source: 'built-in', version: 1, receivedAt: null, ownFen: 10_000_000 });
  publish(session, 7, { handler: 500_000, supervisor: 900_000 });
  expect(await asked()).toMatchObject({ source: 'published', version: 7, receivedAt: '2026-11-20T02:00:00.000Z', ownFen: 500_000 });
  workAs(session, 'supervisor');
  expect(await asked()).toMatchObject({ version: 7, ownFen: 900_000 });
});

it('an offer above the published limit waits, though the built-in one would let it through', async () => {
  const t = await settledCase(onTestFinished);
  workAs(t.session, 'handler');
  const first = t.offer();
  const row = findRow(t.session.read, offer, first);
  const oursFen = oursOf(row ?? { amountFen: 0, sheet: null });
  publish(t.session, 2, { handler: oursFen - 1, supervisor: 100_000_000 });
  const handIn = (offerId: string) => must(submitOffer(t.session, { caseId: t.caseId, offerId }, staleIn(t.session)));
  expect(handIn(first)).toEqual({ state: 'submitted', oursFen, limitFen: oursFen - 1 });
  publish(t.session, 3, { handler: oursFen, supervisor: 100_000_000 });
  expect(handIn(t.offer())).toMatchObject({ state: 'approved', limitFen: oursFen });
});

it('a superior grants no more than the own limit, as the hub would say later', async () => {
  const { session, caseId, partyId } = await openReview(onTestFinished);
  publish(session, 2, { handler: 0, supervisor: 300_000 });
  const values = { partyId, kind: 'accommodation' as const, ask: '通融给付护理费', amountFen: 300_001 };
  const { id: escalationId } = must(writeEscalation(session, { caseId, values }));
  must(submitEscalation(session, { caseId, escalationId }));
  workAs(session, 'supervisor');
  const decide = (to: 'approved' | 'approved-less', decidedFen: number | null) =>
    decideEscalation(session, { caseId, escalationId, to, decidedFen, reason: '按规定', remarks: [] });
  expect(refusalOf(decide('approved', null))).toBe('request.over-authority @ decidedFen');
  must(decide('approved-less', 300_000));
});
