import { z } from 'zod';
import { instantSchema } from '../kernel/dates.ts';
import { idSchema } from '../kernel/ids.ts';
import { bucketCount, digestSchema } from './digest.ts';
import { entrySchema, hashSchema } from './entry.ts';
import { documentKinds } from './published.ts';
import { progress } from './push-messages.ts';
import { epoch, protocol, requestId } from './session-messages.ts';

const ver = z.number().int().min(0);
const mid = z.number().int().positive();
const count = z.number().int().min(0);
const caseId = idSchema<'case'>();
const asking = { protocol, requestId, epoch: epoch.nullable() };
const bucket = z
  .number()
  .int()
  .min(0)
  .max(bucketCount - 1);

/** Case, version, hash of the last entry the device holds; version 0 for a case it holds nothing of. */
export const headSchema = z.tuple([caseId, ver, hashSchema]);

const documentVersions = z.partialRecord(z.enum(documentKinds), z.number().int().positive());

/** First question of a pull: is everything as I have it? Source: SPEC [SY-41]. */
export const compareRequestSchema = z.strictObject({
  ...asking,
  digest: digestSchema,
  ackSeen: count,
  documents: documentVersions,
  /** Own changes whose verdict was `quarantined` and whose end is not known here. */
  quarantined: z.array(mid).max(1_000),
  /** Cases this device has let go of, with its last mid at that moment: nothing of it comes late any more. */
  released: z.array(z.strictObject({ caseId, mid: count })).max(5_000),
});
export type CompareRequest = z.infer<typeof compareRequestSchema>;

export const resolutionSchema = z.strictObject({
  mid,
  outcome: z.enum(['taken', 'dropped']),
  /** Version of the entry it became. */
  ver: ver.nullable(),
  at: instantSchema,
});
export type Resolution = z.infer<typeof resolutionSchema>;

export const compareReplySchema = z.strictObject({
  ...progress,
  /** The hub has lost changes of this device that it had acknowledged: send again everything above `ack`. */
  behind: z.boolean(),
  same: z.boolean(),
  buckets: z.array(bucket),
  /** Documents of which the device has not the newest version. */
  documents: z.array(z.strictObject({ kind: z.enum(documentKinds), version: z.number().int().positive() })),
  resolutions: z.array(resolutionSchema),
  /** Quarantined changes that wait for this person's decision. */
  inbox: count,
});
export type CompareReply = z.infer<typeof compareReplySchema>;

/** Second question: which cases differ in these buckets? */
export const planRequestSchema = z.strictObject({
  ...asking,
  buckets: z.array(bucket).max(bucketCount),
  /** All heads the device holds in those buckets. */
  heads: z.array(headSchema).max(50_000),
});
export type PlanRequest = z.infer<typeof planRequestSchema>;

/** Why a case leaves the device. `unknown`: the hub has no such case for this person; many of these are a reason to stop and ask. */
export const evictReasons = ['reassigned', 'rights', 'closed', 'unknown'] as const;

export const evictSchema = z.strictObject({
  caseId,
  reason: z.enum(evictReasons),
  /** What of this device was taken in late, and what waits for the handler: for the stub that stays. */
  late: count,
  waiting: count,
});
export type Evict = z.infer<typeof evictSchema>;

export const planReplySchema = z.strictObject({
  ...progress,
  /** Cases to fetch: head at the hub and when it last moved (hub time), newest first. */
  want: z.array(z.tuple([caseId, ver, hashSchema, instantSchema])),
  evict: z.array(evictSchema),
});
export type PlanReply = z.infer<typeof planReplySchema>;

/** Third question, repeated: the entries of these cases, in the order in which the device wants them. */
export const entriesRequestSchema = z.strictObject({ ...asking, cases: z.array(headSchema).min(1).max(500) });
export type EntriesRequest = z.infer<typeof entriesRequestSchema>;

/** One page holds at most this many entries, or about this many bytes of them. */
export const maxEntriesPerPage = 3_000;
export const maxBytesPerPage = 3_000_000;

export const casePageSchema = z.strictObject({
  caseId,
  /** `append`: from the version the device has. `reset`: from the beginning, because the histories differ. */
  mode: z.enum(['append', 'reset']),
  entries: z.array(entrySchema),
  /** Head of the case in this snapshot. */
  head: z.tuple([ver, hashSchema]),
  /** False when the page ended inside this case. */
  complete: z.boolean(),
});
export type CasePage = z.infer<typeof casePageSchema>;

export const entriesReplySchema = z.strictObject({
  ...progress,
  cases: z.array(casePageSchema),
  evict: z.array(evictSchema),
  /** Cases asked for that did not fit. */
  left: count,
});
export type EntriesReply = z.infer<typeof entriesReplySchema>;
