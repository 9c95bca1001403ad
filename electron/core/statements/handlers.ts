import type { Handlers } from '../handlers.ts';
import { freezeStatement } from './freeze-statement.ts';
import { previewStatement } from './preview-statement.ts';
import { verifyStatement } from './verify-statement.ts';

export const statementsHandlers: Handlers<'statements'> = {
  preview: ({ session }, input) => previewStatement(session, input),
  freeze: ({ session }, input) => freezeStatement(session, input),
  verify: ({ session }, input) => verifyStatement(session, input),
};
