import { expect, onTestFinished, test } from 'vitest';
import { voidRow } from '../../../../electron/core/cases/void-row.ts';
import { editTreatment, recordMark, recordTreatment } from '../../../../electron/core/doctors/record-injury.ts';
import { recordDiagnosis } from '../../../../electron/core/doctors/record-finding.ts';
import { openCase } from '../../../../electron/core/workflows/open-case.ts';
import { aCase, aParty, must, openFullCore, refusalOf } from '../../../support/file.ts';

const opened = async () => {
  const { session } = await openFullCore(onTestFinished);
  const caseId = aCase(session);
  const partyId = aParty(session, caseId) as never;
  const file = () => must(openCase(session, { caseId }));
  return { session, caseId, partyId, file };
};
const mark = { region: 'ankle', side: 'left', view: 'front', kind: 'fracture', source: 'doctor' } as const;
const stay = { kind: 'stay', fromOn: '2026-02-20', hospital: '市第一医院', source: 'paper' } as const;

test('a mark stands on the body with its diagnosis, and is voided rather than changed', async () => {
  const { session, caseId, partyId, file } = await opened();
  const diagnosisId = must(recordDiagnosis(session, { caseId, values: { partyId, mode: 'written', body: '左踝骨折' } })).id as never;
  const { id } = must(recordMark(session, { caseId, values: { ...mark, partyId, diagnosisId } }));
  expect(file().marks).toMatchObject([{ id, region: 'ankle', side: 'left', kind: 'fracture', diagnosisId, voidReason: null }]);
  must(voidRow(session, { caseId, entity: 'injuryMark', id, reason: '标错一侧', restores: false }));
  expect(file().marks).toMatchObject([{ id, side: 'left', voidReason: '标错一侧' }]);
});

test.each([
  [{ side: 'middle' }, 'invalid @ values.side'],
  [{ partyId: undefined }, 'required @ values.partyId'],
  [{ region: undefined }, 'required @ values.region'],
  [{ diagnosisId: '01950000-0000-7000-8001-ffffffffffff' }, 'not-found @ values.diagnosisId'],
])('a wrong mark is refused at its field: %j', async (values, refusal) => {
  const { session, caseId, partyId } = await opened();
  expect(refusalOf(recordMark(session, { caseId, values: { ...mark, partyId, ...values } as never }))).toBe(refusal);
});

test('a diagnosis of another case cannot be tied to a mark', async () => {
  const { session, caseId, partyId } = await opened();
  const other = aCase(session);
  const theirs = aParty(session, other) as never;
  const diagnosisId = must(recordDiagnosis(session, { caseId: other, values: { partyId: theirs, mode: 'spoken', body: '骨折' } }))
    .id as never;
  expect(refusalOf(recordMark(session, { caseId, values: { ...mark, partyId, diagnosisId } }))).toBe('not-found @ values.diagnosisId');
});

test('a stay gets its day of discharge later; its kind stays', async () => {
  const { session, caseId, partyId, file } = await opened();
  const { id: treatmentId } = must(recordTreatment(session, { caseId, values: { ...stay, partyId } }));
  const seen = file().treatments[0]?.rev ?? 0;
  must(editTreatment(session, { caseId, treatmentId, seen, values: { untilOn: '2026-03-01', amountFen: 4_600_000 } }));
  expect(file().treatments).toMatchObject([{ kind: 'stay', fromOn: '2026-02-20', untilOn: '2026-03-01', amountFen: 4_600_000 }]);
  expect(refusalOf(editTreatment(session, { caseId, treatmentId, seen, values: { kind: 'bill' } }))).toBe('wrong-state @ values.kind');
  expect(refusalOf(editTreatment(session, { caseId, treatmentId, seen, values: { fromOn: null } }))).toBe('required @ values.fromOn');
  must(voidRow(session, { caseId, entity: 'treatmentEvent', id: treatmentId, reason: '重复', restores: false }));
  expect(refusalOf(editTreatment(session, { caseId, treatmentId, seen, values: { note: 'x' } }))).toBe('not-found @ treatmentId');
});

test.each([
  [{ fromOn: undefined }, 'required @ values.fromOn'],
  [{ fromOn: '2026-03-03' }, 'in-the-future @ values.fromOn'],
  [{ untilOn: '2026-02-19' }, 'invalid @ values.untilOn'],
  [{ untilOn: '2026-03-09' }, 'in-the-future @ values.untilOn'],
  [{ kind: undefined }, 'required @ values.kind'],
  [{ attachmentId: '01950000-0000-7000-8001-ffffffffffff' }, 'not-found @ values.attachmentId'],
])('a treatment that cannot be is refused at its field: %j', async (values, refusal) => {
  const { session, caseId, partyId } = await opened();
  expect(refusalOf(recordTreatment(session, { caseId, values: { ...stay, partyId, ...values } as never }))).toBe(refusal);
});
