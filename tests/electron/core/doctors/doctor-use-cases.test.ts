import { expect, onTestFinished, test } from 'vitest';
import { answerDoubt, editDoubt, reopenDoubt } from '../../../../electron/core/doctors/answer-doubt.ts';
import { raiseDoubt, recordDiagnosis, recordEstimate } from '../../../../electron/core/doctors/record-finding.ts';
import { openCase } from '../../../../electron/core/workflows/open-case.ts';
import { aCase, aParty, must, openFullCore, refusalOf } from '../../../support/file.ts';

const opened = async () => {
  const { session } = await openFullCore(onTestFinished);
  const caseId = aCase(session);
  const partyId = aParty(session, caseId) as never;
  const doctorStep = () => must(openCase(session, { caseId })).steps.find(({ step }) => step === 3);
  return { session, caseId, partyId, doctorStep };
};

test('a coded diagnosis and an estimate meet the gate of step 3', async () => {
  const { session, caseId, partyId, doctorStep } = await opened();
  must(recordDiagnosis(session, { caseId, values: { partyId, mode: 'spoken', body: '左三踝骨折' } }));
  expect(doctorStep()?.unmet.map(({ code }) => code)).toEqual(['doctor.no-diagnosis', 'doctor.no-estimate']);
  must(
    recordDiagnosis(session, { caseId, values: { partyId, mode: 'written', body: '左三踝骨折', icd10: 's82.8', statedOn: '2026-03-02' } }),
  );
  must(recordEstimate(session, { caseId, values: { partyId, stayDays: 18, costFen: 4_600_000 } }));
  expect(doctorStep()).toMatchObject({ percent: 100, unmet: [], state: 'working' });
});

test.each([
  [{ mode: 'spoken', body: '骨折', partyId: undefined }, 'required @ values.partyId'],
  [{ mode: 'spoken', body: ' ' }, 'required @ values.body'],
  [{ body: '骨折' }, 'required @ values.mode'],
  [{ mode: 'written', body: '骨折', icd10: '82.8' }, 'invalid @ values.icd10'],
  [{ mode: 'written', body: '骨折', statedOn: '2026-03-03' }, 'in-the-future @ values.statedOn'],
  [{ mode: 'written', body: '骨折', partyId: '01950000-0000-7000-8001-ffffffffffff' as never }, 'not-found @ values.partyId'],
] as const)('a wrong diagnosis is refused at its field: %j', async (values, refusal) => {
  const { session, caseId, partyId } = await opened();
  expect(refusalOf(recordDiagnosis(session, { caseId, values: { partyId, ...values } as never }))).toBe(refusal);
});

test('a doubt needs an owner for the gate, an answer needs its source, and an answered doubt can be opened again', async () => {
  const { session, caseId, partyId, doctorStep } = await opened();
  const doubtId = must(raiseDoubt(session, { caseId, values: { partyId, body: '自述右侧着地，骨折在左踝' } })).id;
  const codes = () => doctorStep()?.unmet.map(({ code }) => code);
  expect(codes()).toContain('doctor.open-doubt-without-owner');
  expect(refusalOf(editDoubt(session, { caseId, doubtId, seen: 99, values: { body: '别的' } }))).toBe('wrong-state @ values.body');
  must(editDoubt(session, { caseId, doubtId, seen: 99, values: { ownerName: '周岚', askWhom: '接诊护士' } }));
  expect(codes()).not.toContain('doctor.open-doubt-without-owner');
  expect(refusalOf(answerDoubt(session, { caseId, doubtId, answer: ' ', source: '护士' }))).toBe('required @ answer');
  expect(refusalOf(answerDoubt(session, { caseId, doubtId, answer: '先右后左', source: ' ' }))).toBe('required @ source');
  must(answerDoubt(session, { caseId, doubtId, answer: '先右后左', source: '急救记录' }));
  expect(refusalOf(answerDoubt(session, { caseId, doubtId, answer: '先右后左', source: '急救记录' }))).toBe('wrong-state @ -');
  must(reopenDoubt(session, { caseId, doubtId }));
  expect(must(openCase(session, { caseId })).doubts[0]).toMatchObject({ state: 'open', answer: null, ownerName: '周岚' });
});
