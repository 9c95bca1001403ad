import { z } from 'zod';
import { storedLimitsSchema } from '../clocks/limits.ts';
import { standardsPackSchema } from '../damages/engine/standards-pack.ts';
import { dateSchema, instantSchema } from '../kernel/dates.ts';
import { idSchema } from '../kernel/ids.ts';
import { maxAmountFen } from '../kernel/money.ts';
import { roles } from '../people/model.ts';
import { wordingDocumentSchema } from '../wording/document.ts';
import { hashSchema } from './entry.ts';
import { hubPersonSchema, protocol, requestId } from './session-messages.ts';

/** What the hub publishes to every device: each kind has one current version. People, branches and regions follow the hub's own tables. */
export const documentKinds = ['people', 'branches', 'regions', 'authority-limits', 'standards-pack', 'wording-rules', 'clocks'] as const;
export type DocumentKind = (typeof documentKinds)[number];

/** Names beside ids, so that a file shows who did what; never a sign-in name. */
export const peopleDocumentSchema = z.array(hubPersonSchema.extend({ active: z.boolean() }));
export const branchesDocumentSchema = z.array(
  z.strictObject({ id: idSchema<'branch'>(), name: z.string(), regionId: idSchema<'region'>() }),
);
export const regionsDocumentSchema = z.array(z.strictObject({ id: idSchema<'region'>(), name: z.string() }));

/** 权限额度: up to which amount each role may approve alone, in fen. */
export const authorityLimitsSchema = z.strictObject({
  limitsFen: z.record(z.enum(roles), z.number().int().min(0).max(maxAmountFen)),
  /** The first day on which they count, in China; without one they count from their publication. */
  effectiveOn: dateSchema.optional(),
  reason: z.string().min(1).max(2_000).optional(),
});
export type AuthorityLimits = z.infer<typeof authorityLimitsSchema>;

/** Of versions in their order the newest whose day has come; one that a newer one has overtaken never comes into force. */
export const limitsInForce = <T extends { limits: Pick<AuthorityLimits, 'effectiveOn'> }>(
  versions: readonly T[],
  today: string,
): T | undefined => versions.findLast(({ limits: { effectiveOn } }) => effectiveOn === undefined || effectiveOn <= today);

export const clocksDocumentSchema = z.strictObject({
  ownerName: z.string().min(1).max(200),
  reason: z.string().min(1).max(2_000),
  limits: storedLimitsSchema,
});

/** How each kind's body is checked when it is published: what a device could not read must never reach one. */
export const documentBodySchemas = {
  people: peopleDocumentSchema,
  branches: branchesDocumentSchema,
  regions: regionsDocumentSchema,
  'authority-limits': authorityLimitsSchema,
  'standards-pack': standardsPackSchema,
  'wording-rules': wordingDocumentSchema,
  clocks: clocksDocumentSchema,
} as const satisfies Record<DocumentKind, z.ZodType>;

export const publishedDocumentSchema = z.strictObject({
  kind: z.enum(documentKinds),
  version: z.number().int().positive(),
  publishedAt: instantSchema,
  /** SHA-256 of `JSON.stringify(body)`. */
  hash: hashSchema,
  body: z.json(),
});
export type PublishedDocument = z.infer<typeof publishedDocumentSchema>;

export const documentsRequestSchema = z.strictObject({
  protocol,
  requestId,
  /** Versions the device holds; only newer ones are answered. */
  have: z.partialRecord(z.enum(documentKinds), z.number().int().positive()),
});
export type DocumentsRequest = z.infer<typeof documentsRequestSchema>;

export const documentsReplySchema = z.strictObject({ requestId, documents: z.array(publishedDocumentSchema) });
export type DocumentsReply = z.infer<typeof documentsReplySchema>;
