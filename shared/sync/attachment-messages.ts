import { z } from 'zod';
import { idSchema } from '../kernel/ids.ts';
import { hashSchema } from './entry.ts';
import { protocol, requestId } from './session-messages.ts';

/** Small pictures go before originals, in a lane of their own. Source: SPEC [SY-60]. */
export const blobLanes = ['thumbnail', 'original'] as const;

/** What an upload says about itself (`Upload-Metadata` of tus): the case through which the file may be read, and its name, its hash. */
export const uploadMetadataSchema = z.strictObject({
  caseId: idSchema<'case'>(),
  attachmentId: idSchema<'attachment'>(),
  lane: z.enum(blobLanes),
  sha256: hashSchema,
});
export type UploadMetadata = z.infer<typeof uploadMetadataSchema>;

export const blobStatesRequestSchema = z.strictObject({
  protocol,
  requestId,
  caseId: idSchema<'case'>(),
  sha256s: z.array(hashSchema).min(1).max(500),
});
export type BlobStatesRequest = z.infer<typeof blobStatesRequestSchema>;

/** `complete`: whole, its hash checked, on disk. `partial`: an upload can go on at this address. `missing`: nothing here. */
export const blobStatesReplySchema = z.strictObject({
  requestId,
  states: z.array(
    z.strictObject({
      sha256: hashSchema,
      state: z.enum(['complete', 'partial', 'missing']),
      bytes: z.number().int().min(0),
      uploadId: z.string().max(200).nullable(),
    }),
  ),
});
export type BlobStatesReply = z.infer<typeof blobStatesReplySchema>;
