import type { Handlers } from '../handlers.ts';
import { answerDoubt, editDoubt, reopenDoubt } from './answer-doubt.ts';
import { editTreatment, recordMark, recordTreatment } from './record-injury.ts';
import { raiseDoubt, recordDiagnosis, recordEstimate } from './record-finding.ts';

export const doctorsHandlers: Handlers<'doctors'> = {
  recordDiagnosis: ({ session }, input) => recordDiagnosis(session, input),
  recordEstimate: ({ session }, input) => recordEstimate(session, input),
  recordMark: ({ session }, input) => recordMark(session, input),
  recordTreatment: ({ session }, input) => recordTreatment(session, input),
  editTreatment: ({ session }, input) => editTreatment(session, input),
  raiseDoubt: ({ session }, input) => raiseDoubt(session, input),
  editDoubt: ({ session }, input) => editDoubt(session, input),
  answerDoubt: ({ session }, input) => answerDoubt(session, input),
  reopenDoubt: ({ session }, input) => reopenDoubt(session, input),
};
