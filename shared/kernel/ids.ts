import { z } from 'zod';

declare const brand: unique symbol;

/** A string id that cannot be mistaken for the id of another kind of thing. */
export type Id<Kind extends string> = string & { readonly [brand]: Kind };

export type CaseId = Id<'case'>;
export type PartyId = Id<'injuredParty'>;
export type ContactLogId = Id<'contactLog'>;
export type DisclosureId = Id<'disclosure'>;
export type PromiseId = Id<'promise'>;
export type DamageItemId = Id<'damageItem'>;
export type EscalationId = Id<'escalation'>;
export type AttachmentId = Id<'attachment'>;
export type PersonId = Id<'person'>;
export type DeviceId = Id<'device'>;
export type ChangeId = Id<'change'>;

export const idPattern = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/** Ids are UUIDs (version 7 when made by a device), lower case. Source: RFC 9562. */
export const idSchema = <Kind extends string>() => z.string().regex(idPattern) as unknown as z.ZodType<Id<Kind>, string>;
