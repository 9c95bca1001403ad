import { expect, it, onTestFinished } from 'vitest';
import { recordRound } from '../../../../electron/core/mediations/record-round.ts';
import { openCase } from '../../../../electron/core/workflows/open-case.ts';
import { must, openFullCore, aCase, aParty, refusalOf } from '../../../support/file.ts';

const setUp = async () => {
  const { session } = await openFullCore(onTestFinished);
  const caseId = aCase(session) as never;
  const partyId = aParty(session, caseId) as never;
  const values = {
    partyId,
    heldAt: session.clock.now().at,
    place: '城北司法所',
    mediator: '马调解员',
    present: ['赵兰', '赵兰之子'],
    ourProposalFen: 2_000_000,
    theirProposalFen: 3_500_000,
    reply: 'considering' as const,
  };
  return { session, caseId, partyId, values };
};

it('records a round with its contact log in one change and numbers the rounds of each person', async () => {
  const { session, caseId, values } = await setUp();
  expect(must(recordRound(session, { caseId, values, draftKey: null })).round).toBe(1);
  expect(must(recordRound(session, { caseId, values: { ...values, round: 9, reply: 'agreed' }, draftKey: null })).round).toBe(2);
  const other = aParty(session, caseId, { name: '钱宁' }) as never;
  expect(must(recordRound(session, { caseId, values: { ...values, partyId: other }, draftKey: null })).round).toBe(1);
  const file = must(openCase(session, { caseId }));
  expect(file.logs).toHaveLength(3);
  expect(file.rounds.map(({ logId }) => logId).toSorted()).toEqual(file.logs.map(({ id }) => id).toSorted());
  expect(file.rounds[0]).toMatchObject({ present: ['赵兰', '赵兰之子'], mediator: '马调解员', ourProposalFen: 2_000_000 });
  expect(file.logs.map(({ counterpartName }) => counterpartName).toSorted()).toEqual(['赵兰', '赵兰', '钱宁']);
  expect(file.logs[0]).toMatchObject({ counterpart: 'injured', channel: 'face', place: '城北司法所', step: 4 });
});

it('refuses a round of nobody, of the future, or with their other figure missing', async () => {
  const { session, caseId, values } = await setUp();
  const refused = (changes: object) => refusalOf(recordRound(session, { caseId, values: { ...values, ...changes }, draftKey: null }));
  expect(refused({ partyId: null })).toBe('required @ values.partyId');
  expect(refused({ heldAt: '2027-01-01T00:00:00.000Z' })).toBe('in-the-future @ values.heldAt');
  expect(refused({ reply: 'countered', theirProposalFen: null })).toBe('required @ values.theirProposalFen');
  expect(refused({ nextOn: '2020-01-01' })).toBe('ends-before-start @ values.nextOn');
  expect(must(openCase(session, { caseId })).logs).toEqual([]);
});
