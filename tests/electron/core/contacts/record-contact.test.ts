import { expect, onTestFinished, test } from 'vitest';
import { openCase } from '../../../../electron/core/workflows/open-case.ts';
import { recordContact } from '../../../../electron/core/workflows/record-contact.ts';
import { answerQuestion } from '../../../../electron/core/contacts/answer-question.ts';
import { aCase, aContact, aParty, contactInput, must, openFullCore, refusalOf, workAs } from '../../../support/file.ts';

test('a contact with everything said in it is one change', async () => {
  const { session } = await openFullCore(onTestFinished);
  const caseId = aCase(session);
  const partyId = aParty(session, caseId);
  const before = session.read.get<{ n: number }>('SELECT count(*) AS n FROM journal')?.n ?? 0;
  const input = contactInput(session, caseId, {
    log: { partyId: partyId as never, body: '说明住院押金', counterpartName: '王敏' },
    disclosures: [{ topic: 'costsOutsideCover', words: '自费药由个人承担', understood: 'yes' }],
    promises: [{ what: '明早回电', side: 'us', dueAt: '2026-03-03T01:00:00.000Z' }],
    questions: [{ body: '护工谁付?' }],
    facts: [{ topic: 'hopes', value: { kind: 'text', text: ' 尽快结案\u200b ' }, source: 'insured', sourceName: null }],
  });
  must(recordContact(session, input));
  const file = must(openCase(session, { caseId }));
  expect(session.read.get<{ n: number }>('SELECT count(*) AS n FROM journal')?.n).toBe(before + 1);
  expect(file.logs.map(({ id, body }) => [id, body])).toEqual([[input.logId, '说明住院押金']]);
  expect(file.disclosures[0]).toMatchObject({
    logId: input.logId,
    toldTo: 'insured',
    toldToName: '王敏',
    channel: 'phone',
    proof: 'none',
    partyId,
  });
  expect(file.promises[0]).toMatchObject({ state: 'open', logId: input.logId });
  expect(file.questions[0]).toMatchObject({ askedBy: 'insured', complex: false, answer: null });
  expect(file.facts[0]).toMatchObject({ value: { kind: 'text', text: '尽快结案' }, saidAt: input.log.contactAt });
});

test('pressing Save twice records once', async () => {
  const { session } = await openFullCore(onTestFinished);
  const caseId = aCase(session);
  const input = contactInput(session, caseId);
  must(recordContact(session, input));
  expect(must(recordContact(session, input)).id).toBe(input.logId);
  expect(must(openCase(session, { caseId })).logs).toHaveLength(1);
});

test('nothing is stored when one part is wrong, and the problem names its field', async () => {
  const { session } = await openFullCore(onTestFinished);
  const caseId = aCase(session);
  const later = new Date(Date.parse(session.clock.now().at) + 3_600_000).toISOString();
  const record = (changes: Parameters<typeof contactInput>[2]) => refusalOf(recordContact(session, contactInput(session, caseId, changes)));
  expect(record({ log: { contactAt: later } })).toBe('in-the-future @ log.contactAt');
  expect(record({ log: { body: '长'.repeat(100_001) } })).toBe('too-long @ log.body');
  expect(record({ log: { partyId: session.ids.next() as never } })).toBe('not-found @ log.partyId');
  expect(record({ log: { outcome: 'unanswered' }, disclosures: [{ topic: 'a', understood: 'yes' }] })).toBe('wrong-state @ disclosures');
  expect(
    record({
      disclosures: [
        { topic: 'a', understood: 'yes' },
        { topic: ' ', understood: 'yes' },
      ],
    }),
  ).toBe('required @ disclosures.1.topic');
  expect(record({ promises: [{ what: '回电', side: 'us' }] })).toBe('required @ promises.0.dueAt');
  expect(record({ facts: [{ topic: 'hopes', value: { kind: 'text', text: ' ' }, source: 'insured', sourceName: null }] })).toBe(
    'required @ facts.0.value',
  );
  expect(must(openCase(session, { caseId })).logs).toHaveLength(0);
});

test('emoji, markup and right-to-left text stay text; only invisible controls go', async () => {
  const { session } = await openFullCore(onTestFinished);
  const caseId = aCase(session);
  aContact(session, caseId, { log: { body: '<script>alert(1)</script> 👨‍👩‍👧 \u202Eשלום\u202C' } });
  expect(must(openCase(session, { caseId })).logs[0]?.body).toBe('<script>alert(1)</script> 👨‍👩‍👧 שלום');
});

test('a correction points at the old log and says why', async () => {
  const { session } = await openFullCore(onTestFinished);
  const caseId = aCase(session);
  const old = aContact(session, caseId);
  const bare = contactInput(session, caseId, { log: { correctsLogId: old as never } });
  expect(refusalOf(recordContact(session, bare))).toBe('reason-needed @ log.correctionReason');
  must(recordContact(session, { ...bare, log: { ...bare.log, correctionReason: '时间写错' } }));
  expect(must(openCase(session, { caseId })).logs).toHaveLength(2);
});

test('a saved contact takes its draft with it', async () => {
  const { session } = await openFullCore(onTestFinished);
  const caseId = aCase(session);
  must(
    session.commitLocal([], (db) => void db.run("INSERT INTO drafts VALUES (?, ?, '{}', ?)", 'contact:x', caseId, session.clock.now().at)),
  );
  aContact(session, caseId, { draftKey: 'contact:x' });
  expect(session.read.all('SELECT * FROM drafts')).toEqual([]);
});

test('an answered question stops its clock', async () => {
  const { session } = await openFullCore(onTestFinished);
  const caseId = aCase(session);
  aContact(session, caseId, { questions: [{ body: '多久能赔?' }] });
  const before = must(openCase(session, { caseId }));
  expect(before.clocks.map(({ kind }) => kind)).toContain('question');
  const asked = before.questions[0]!;
  must(answerQuestion(session, { caseId, questionId: asked.id, seen: asked.rev, answer: '材料齐后三十日内' }));
  const after = must(openCase(session, { caseId }));
  expect(after.questions[0]?.answer).toBe('材料齐后三十日内');
  expect(after.clocks.map(({ kind }) => kind)).not.toContain('question');
});

test('an administrator records nothing', async () => {
  const { session } = await openFullCore(onTestFinished);
  const caseId = aCase(session);
  workAs(session, 'admin');
  expect(refusalOf(recordContact(session, contactInput(session, caseId)))).toBe('forbidden @ -');
});
