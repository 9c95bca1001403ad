import { defineEntity, type Stored } from '../sync/entity.ts';
import { field } from '../sync/field.ts';

export const attachmentKinds = ['photo', 'scan', 'sound', 'pdf'] as const;
export const attachmentSubjects = ['identity', 'injury', 'scene', 'paper', 'record', 'other'] as const;
/** How a picture was made from another one, which stays as it is. `redacted`: parts of it are painted over for good. */
export const derivations = ['redacted', 'cropped', 'turned'] as const;
/** Largest file, bytes (20 MiB). */
export const maxAttachmentBytes = 20 * 1024 * 1024;

/** 附件: metadata of one immutable file named by its SHA-256; the content lies in `attachments.db`. */
export const attachment = defineEntity({
  name: 'attachment',
  table: 'attachments',
  scope: 'case',
  fields: {
    partyId: field.refFixed<'injuredParty'>(),
    logId: field.refFixed<'contactLog'>(),
    /** Lower-case hex of the original. */
    sha256: field.requiredTextFixed(64),
    thumbnailSha256: field.textFixed(64),
    name: field.requiredTextFixed(255),
    mediaType: field.requiredTextFixed(128),
    bytes: field.integerFixed(1, maxAttachmentBytes),
    kind: field.choiceFixed(attachmentKinds),
    subject: field.choiceFixed(attachmentSubjects),
    takenAt: field.instantFixed(),
    /** The paper of the checklist that it shows. */
    paperId: field.ref<'paper'>(),
    derivedFromId: field.refFixed<'attachment'>(),
    derivation: field.choice(derivations),
  },
  states: null,
});
export type Attachment = Stored<typeof attachment>;
