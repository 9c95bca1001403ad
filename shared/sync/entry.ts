import { z } from 'zod';
import { instantSchema } from '../kernel/dates.ts';
import { idSchema, type DeviceId, type PersonId } from '../kernel/ids.ts';
import type { Sha256 } from './sha256.ts';
import { quick } from './quick.ts';
import { hashPattern, isSoundEntry } from './sound-change.ts';
import { contentText, wireChangeSchema, type WireChange } from './wire-change.ts';

export const hashSchema = z.string().regex(hashPattern);

/** Whose a case is: the branch, and the surveyor it is assigned to. */
export const caseScopeSchema = z.strictObject({
  branchId: idSchema<'branch'>().nullable(),
  ownerId: idSchema<'person'>().nullable(),
});
export type CaseScope = z.infer<typeof caseScopeSchema>;

/** What the hub found out about a change when it took it in; part of the hash, so that no two histories look alike. */
export const entryFlagsSchema = z.strictObject({
  /** By someone who was entitled when it was made, and no longer is. */
  late: z.literal(true).optional(),
  /** Taken out of quarantine by this person. */
  takenBy: idSchema<'person'>().optional(),
  /** Whose the case is from this entry on. */
  scope: caseScopeSchema.optional(),
});
export type EntryFlags = z.infer<typeof entryFlagsSchema>;

const thoroughEntrySchema = z.strictObject({
  ver: z.number().int().positive(),
  deviceId: idSchema<'device'>(),
  byPersonId: idSchema<'person'>(),
  /** Hub time. */
  receivedAt: instantSchema,
  change: wireChangeSchema,
  flags: entryFlagsSchema,
  hash: hashSchema,
});

/** One accepted change in the list of its case. Source: SPEC [SY-20]. */
export const entrySchema = quick(thoroughEntrySchema, isSoundEntry);

export type Entry = {
  ver: number;
  deviceId: DeviceId;
  byPersonId: PersonId;
  receivedAt: string;
  change: WireChange;
  flags: EntryFlags;
  hash: string;
};

/** The link before the first entry of every case. */
export const firstHash = '0'.repeat(64);

/** Links an entry to the one before it in its case: a changed, missing or exchanged entry shows, and so does a changed flag. */
export const entryHash = (previous: string, entry: Omit<Entry, 'hash'>, sha256: Sha256): string =>
  linkHash(previous, entry, { sha256, content: contentText(entry.change) });

type Hashing = { sha256: Sha256; content: string };

/** The same for whoever has the text of the change already. */
export const linkHash = (previous: string, link: Omit<Entry, 'hash' | 'change'>, { sha256, content }: Hashing): string => {
  const { ver, deviceId, byPersonId, receivedAt, flags } = link;
  return sha256(`${previous}${JSON.stringify([ver, deviceId, byPersonId, receivedAt, flagsText(flags)])}${content}`);
};

const noFlags = '[null,null,null]';

/** Flags in a fixed order, so that the order of keys in a message means nothing. Nearly all entries have none. */
const flagsText = ({ late, takenBy, scope }: EntryFlags): string =>
  late === undefined && takenBy === undefined && scope === undefined
    ? noFlags
    : JSON.stringify([late ?? null, takenBy ?? null, scope ? [scope.branchId, scope.ownerId] : null]);

/** Whether an entry follows from the head before it. `opsText`: the text of its operations, where that was made before. */
export const follows = (head: CaseHead, entry: Entry, { sha256, opsText }: { sha256: Sha256; opsText?: string }): boolean =>
  entry.ver === head.ver + 1 && linkHash(head.hash, entry, { sha256, content: contentText(entry.change, opsText) }) === entry.hash;

/** Where a chain of entries ends; null when one of them does not follow from the one before it. */
export const chainEnd = (from: CaseHead, entries: readonly Entry[], sha256: Sha256): CaseHead | null => {
  let head = from;
  for (const entry of entries) {
    if (!follows(head, entry, { sha256 })) return null;
    head = { ver: entry.ver, hash: entry.hash };
  }
  return head;
};

/** Version and hash of the last entry of a case; version 0 and `firstHash` before the first. */
export type CaseHead = { ver: number; hash: string };

export const emptyHead: CaseHead = { ver: 0, hash: firstHash };
