import type { CaseId } from '../../../shared/kernel/ids.ts';
import { contentFetcher } from '../content-fetcher.ts';
import type { Handlers } from '../handlers.ts';
import { addAttachment } from './add-attachment.ts';
import { readAttachment, readThumbnail } from './read-attachment.ts';

export const attachmentsHandlers: Handlers<'attachments'> = {
  add: ({ session }, input) => addAttachment(session, { ...input, caseId: input.caseId as CaseId }),
  read: ({ core, session }, input) => readAttachment(session, input, contentFetcher(core)),
  thumbnail: ({ core, session }, input) => readThumbnail(session, input, contentFetcher(core)),
};
