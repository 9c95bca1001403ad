import { z } from 'zod';
import { caseSchema } from './case-input.ts';

/** The JSON Schema of a case file; docs/settle.schema.json is this value. */
export const caseJsonSchema = (): object => ({
  title: 'Liubu settlement case',
  ...z.toJSONSchema(caseSchema, { io: 'input', reused: 'ref' }),
});
