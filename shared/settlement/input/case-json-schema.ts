import { z } from 'zod';
import { caseSchema } from './case-input.ts';

/** The JSON Schema of a case file; docs/settle.schema.json is this value. Types that have a name of their own stand in `$defs`. */
export const caseJsonSchema = (): object => ({
  title: 'Liubu settlement case',
  ...z.toJSONSchema(caseSchema, { io: 'input', reused: 'inline' }),
});
