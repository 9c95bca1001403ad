import { expect, onTestFinished, test } from 'vitest';
import type { Session } from '../../../../electron/core/session.ts';
import { freezeStatement } from '../../../../electron/core/statements/freeze-statement.ts';
import { previewStatement } from '../../../../electron/core/statements/preview-statement.ts';
import { decideStep } from '../../../../electron/core/steps/decide-step.ts';
import { openCase } from '../../../../electron/core/workflows/open-case.ts';
import { aCase, aContact, aParty, must, openFullCore, refusalOf } from '../../../support/file.ts';

const decide = (session: Session, caseId: string, changes: Partial<Parameters<typeof decideStep>[1]>) =>
  decideStep(session, { caseId, partyId: null, step: 1, event: 'started', reason: '', silentDays: 3, ...changes });

test('finishing against an unmet gate asks for a reason and says what is unmet', async () => {
  const { session } = await openFullCore(onTestFinished);
  const caseId = aCase(session);
  must(decide(session, caseId, {}));
  const refused = decide(session, caseId, { event: 'finished' });
  expect(refusalOf(refused)).toBe('reason-needed @ reason');
  expect(refused.ok ? '' : refused.error.facts['unmet']).toContain('callback.no-contact');
  must(decide(session, caseId, { event: 'finished', reason: '客户失联，主管同意' }));
  expect(must(openCase(session, { caseId })).steps[0]).toMatchObject({ state: 'done', reason: '客户失联，主管同意', percent: 0 });
});

test('a callback with costs, papers and a next date finishes without a reason', async () => {
  const { session } = await openFullCore(onTestFinished);
  const caseId = aCase(session);
  aContact(session, caseId, { log: { outcome: 'unanswered' } });
  expect(must(openCase(session, { caseId })).steps[0]?.percent).toBe(0);
  aContact(session, caseId, {
    disclosures: [
      { topic: 'costsOutsideCover', understood: 'yes' },
      { topic: 'papersAndDeadlines', understood: 'yes' },
    ],
    promises: [{ what: '周三到院', side: 'us', dueAt: '2026-03-04T01:00:00.000Z' }],
  });
  expect(must(openCase(session, { caseId })).steps[0]).toMatchObject({ percent: 100, unmet: [], state: 'working' });
  must(decide(session, caseId, { event: 'finished' }));
  expect(refusalOf(decide(session, caseId, { event: 'finished' }))).toBe('wrong-state @ event');
});

test('the gates of a party follow what is recorded about that party', async () => {
  const { session } = await openFullCore(onTestFinished);
  const caseId = aCase(session);
  const one = aParty(session, caseId, { noPhotoReason: '重症监护室' });
  const two = aParty(session, caseId, { name: '李强' });
  aContact(session, caseId, {
    log: { step: 2, counterpart: 'injured', channel: 'face', partyId: one as never },
    disclosures: [{ topic: 'rightsAndPrivacy', understood: 'yes' }],
    facts: [{ topic: 'occupation', value: { kind: 'text', text: '退休' }, source: 'injured', sourceName: null }],
  });
  const stepTwo = () => must(openCase(session, { caseId })).steps.filter(({ step }) => step === 2);
  expect(stepTwo()[0]?.unmet).toEqual([{ code: 'visit.no-statement', facts: { said: 1 } }]);
  const { textHash } = must(previewStatement(session, { caseId, partyId: one }));
  const signed = { signing: 'refused' as const, signedBy: null, signature: null, attachmentId: null, refusal: '昏迷，家属不愿代签' };
  must(freezeStatement(session, { caseId, partyId: one, textHash, ...signed }));
  const visits = stepTwo();
  expect(visits.map(({ partyId, percent, state }) => [partyId, percent, state])).toEqual([
    [one, 100, 'working'],
    [two, 0, 'not-started'],
  ]);
});

test('a step belongs to the case or to one of its injured parties', async () => {
  const { session } = await openFullCore(onTestFinished);
  const caseId = aCase(session);
  const partyId = aParty(session, caseId);
  expect(refusalOf(decide(session, caseId, { step: 2 }))).toBe('required @ partyId');
  expect(refusalOf(decide(session, caseId, { step: 1, partyId }))).toBe('invalid @ partyId');
  expect(refusalOf(decide(session, aCase(session), { step: 2, partyId }))).toBe('not-found @ partyId');
  expect(refusalOf(decide(session, caseId, { step: 2, partyId, event: 'reopened', reason: '补' }))).toBe('wrong-state @ event');
  expect(refusalOf(decide(session, caseId, { step: 5, partyId }))).toBe('ok');
});

test('reopening the callback makes a finished visit ask for attention', async () => {
  const { session } = await openFullCore(onTestFinished);
  const caseId = aCase(session);
  const partyId = aParty(session, caseId);
  must(decide(session, caseId, { event: 'finished', reason: '先到院' }));
  must(decide(session, caseId, { step: 2, partyId, event: 'finished', reason: '昏迷' }));
  must(decide(session, caseId, { event: 'reopened', reason: '客户改口' }));
  const states = must(openCase(session, { caseId }))
    .steps.slice(0, 2)
    .map(({ state }) => state);
  expect(states).toEqual(['working', 'attention']);
});
