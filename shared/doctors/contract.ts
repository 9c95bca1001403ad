import { z } from 'zod';
import { procedure } from '../kernel/procedure.ts';
import { valuesSchema } from '../sync/entity.ts';
import { diagnosis, doubt, injuryMark, treatmentEstimate, treatmentEvent } from './model.ts';

const made = z.object({ id: z.string() });

export const doctorsContract = {
  recordDiagnosis: procedure.input(z.strictObject({ caseId: z.string(), values: valuesSchema(diagnosis) })).output(made),
  recordEstimate: procedure.input(z.strictObject({ caseId: z.string(), values: valuesSchema(treatmentEstimate) })).output(made),
  recordMark: procedure.input(z.strictObject({ caseId: z.string(), values: valuesSchema(injuryMark) })).output(made),
  recordTreatment: procedure.input(z.strictObject({ caseId: z.string(), values: valuesSchema(treatmentEvent) })).output(made),
  editTreatment: procedure.input(
    z.strictObject({ caseId: z.string(), treatmentId: z.string(), seen: z.number().int(), values: valuesSchema(treatmentEvent) }),
  ),
  raiseDoubt: procedure.input(z.strictObject({ caseId: z.string(), values: valuesSchema(doubt) })).output(made),
  editDoubt: procedure.input(
    z.strictObject({ caseId: z.string(), doubtId: z.string(), seen: z.number().int(), values: valuesSchema(doubt) }),
  ),
  answerDoubt: procedure.input(
    z.strictObject({ caseId: z.string(), doubtId: z.string(), answer: z.string().min(1).max(2_000), source: z.string().min(1).max(500) }),
  ),
  reopenDoubt: procedure.input(z.strictObject({ caseId: z.string(), doubtId: z.string() })),
};
