import type { Handlers } from '../handlers.ts';
import { answerDoubt, editDoubt, reopenDoubt } from './answer-doubt.ts';
import { raiseDoubt, recordDiagnosis, recordEstimate } from './record-finding.ts';

export const doctorsHandlers: Handlers<'doctors'> = {
  recordDiagnosis: ({ session }, input) => recordDiagnosis(session, input),
  recordEstimate: ({ session }, input) => recordEstimate(session, input),
  raiseDoubt: ({ session }, input) => raiseDoubt(session, input),
  editDoubt: ({ session }, input) => editDoubt(session, input),
  answerDoubt: ({ session }, input) => answerDoubt(session, input),
  reopenDoubt: ({ session }, input) => reopenDoubt(session, input),
};
