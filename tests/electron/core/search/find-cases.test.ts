import fc from 'fast-check';
import { expect, onTestFinished, test } from 'vitest';
import { addPerson } from '../../../../electron/core/people/add-person.ts';
import { editCase } from '../../../../electron/core/cases/edit-case.ts';
import { voidRow } from '../../../../electron/core/cases/void-row.ts';
import { findCases } from '../../../../electron/core/search/find-cases.ts';
import type { Session } from '../../../../electron/core/session.ts';
import { aCase, aContact, aParty, must, openFullCore, refusalOf, workAs } from '../../../support/file.ts';

const find = (session: Session, text: string) => must(findCases(session, { text, limit: 10 }));

test('a case is found by two-character words, pinyin, plate, number parts and phone tail', async () => {
  const { session } = await openFullCore(onTestFinished);
  const caseId = aCase(session, { reportNumber: 'R2026-110487', plate: '晋A·8K261', insuredName: '单雄信', insuredPhone: '139 0351 7788' });
  aParty(session, caseId, { name: '吕素兰', phone: '13700001234' });
  aContact(session, caseId, { log: { body: '左踝骨折，住骨三科十二床' } });
  aCase(session, { insuredName: '无关', plate: '晋B·00000' });
  for (const words of [
    '踝骨',
    '骨三',
    '单雄',
    'sxx',
    'shanxiong',
    'lsl',
    'lvsulan',
    '晋A8K261',
    '晋a·8k',
    '8k26',
    '110487',
    '7788',
    '1234',
    '兰',
    '骨折 素兰',
  ]) {
    const cases = find(session, words).map((hit) => hit.caseId);
    expect([words, cases]).toEqual([words, words === '骨折 素兰' ? [] : [caseId]]);
  }
  expect(find(session, '骨科')).toEqual([]);
});

test('the hit says where and shows the words', async () => {
  const { session } = await openFullCore(onTestFinished);
  const caseId = aCase(session, { insuredName: '王敏' });
  aParty(session, caseId, { name: '赵兰' });
  aContact(session, caseId, { log: { body: '家属说护理费应由保险公司承担' } });
  expect(find(session, '护理')[0]).toMatchObject({
    insuredName: '王敏',
    partyNames: ['赵兰'],
    hit: { entity: 'contactLog', excerpt: expect.stringContaining('护理费') },
  });
  expect(find(session, 'zl')[0]?.hit).toEqual({ entity: 'injuredParty', excerpt: '赵兰' });
});

test('an edited text is found by its new words only, and a hidden row not at all', async () => {
  const { session } = await openFullCore(onTestFinished);
  const caseId = aCase(session, { accidentPlace: '迎泽大街' });
  const logId = aContact(session, caseId, { log: { body: '鼓楼口' } });
  must(editCase(session, { caseId, seen: 99, values: { accidentPlace: '长风街' } }));
  expect([find(session, '迎泽').length, find(session, '长风').length]).toEqual([0, 1]);
  must(voidRow(session, { caseId, entity: 'contactLog', id: logId, reason: '误录', restores: false }));
  expect(find(session, '鼓楼')).toEqual([]);
  must(voidRow(session, { caseId, entity: 'contactLog', id: logId, reason: '没错', restores: true }));
  expect(find(session, '鼓楼')).toHaveLength(1);
});

test('facts, disclosures and promises are searched too', async () => {
  const { session } = await openFullCore(onTestFinished);
  const caseId = aCase(session);
  aContact(session, caseId, {
    disclosures: [{ topic: 'costsOutsideCover', words: '自费药不赔', understood: 'yes' }],
    promises: [{ what: '寄送发票', side: 'them', dueAt: '2026-03-05T01:00:00.000Z' }],
    facts: [
      {
        topic: 'carers',
        value: { kind: 'carers', carers: [{ name: '钱芳', relation: '女儿', days: 20, incomeMonthlyFen: null }] },
        source: 'insured',
        sourceName: null,
      },
    ],
  });
  expect(['费药', '发票', '钱芳', '女儿'].map((words) => find(session, words).length)).toEqual([1, 1, 1, 1]);
});

test('a surveyor does not find the cases of another profile, an administrator is refused', async () => {
  const { session } = await openFullCore(onTestFinished);
  must(addPerson(session, { name: '别人', role: 'surveyor', branch: '' }));
  aCase(session, { insuredName: '王敏', ownerName: '别人' });
  const own = aCase(session, { insuredName: '王敏' });
  expect(find(session, '王敏').map(({ caseId }) => caseId)).toEqual([own]);
  workAs(session, 'supervisor');
  expect(find(session, '王敏')).toHaveLength(2);
  workAs(session, 'admin');
  expect(refusalOf(findCases(session, { text: '王敏', limit: 5 }))).toBe('forbidden @ -');
});

test('words that break a query language break nothing', async () => {
  const { session } = await openFullCore(onTestFinished);
  aCase(session, { insuredName: '王敏' });
  for (const words of ['"', "'; DROP TABLE cases; --", 'NEAR(', 'terms:王', '*', '', '\u0000', '😀'.repeat(100)]) {
    expect(find(session, words)).toEqual([]);
  }
  expect(find(session, '王敏*')).toHaveLength(1);
});

test('any two-character part of an indexed text is found', async () => {
  const { session } = await openFullCore(onTestFinished);
  const text = fc.stringMatching(/^[\u4e00-\u9fa5A-Za-z0-9，。 😀é]{2,60}$/u);
  fc.assert(
    fc.property(text, fc.nat(), (body, seed) => {
      const caseId = aCase(session);
      const logId = aContact(session, caseId, { log: { body } });
      const chars = [...body.trim()];
      const start = chars.length < 2 ? 0 : seed % (chars.length - 1);
      const part = chars.slice(start, start + 2).join('');
      const found = find(session, part).map((hit) => hit.caseId);
      must(voidRow(session, { caseId, entity: 'contactLog', id: logId, reason: '试', restores: false }));
      expect(found.includes(caseId) || !/[\p{L}\p{N}\p{So}]/u.test(part)).toBe(true);
    }),
    { seed: 20261123, numRuns: 60 },
  );
});
