import { eventIterator, oc } from '@orpc/contract';
import { z } from 'zod';
import { problemSchema } from './problem.ts';

/** Every procedure of the contract may answer with a declared problem; anything else that goes wrong is a bug with a reference number. */
export const procedure = oc.errors({
  PROBLEM: { data: problemSchema },
  BUG: { data: z.object({ reference: z.string() }) },
});

/** Output of a subscription. */
export { eventIterator as stream };
