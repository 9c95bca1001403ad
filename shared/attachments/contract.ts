import { z } from 'zod';
import { procedure } from '../kernel/procedure.ts';
import { attachmentSubjects, derivations } from './model.ts';

export const attachmentsContract = {
  /** Stores one file. The core checks size, real type (by content, not by name) and completeness, and names it by its SHA-256. */
  add: procedure
    .input(
      z.strictObject({
        caseId: z.string(),
        partyId: z.string().nullable(),
        logId: z.string().nullable(),
        subject: z.enum(attachmentSubjects),
        takenAt: z.string(),
        paperId: z.string().nullable().optional(),
        /** The attachment this picture was made from, and how. */
        derived: z
          .strictObject({ fromId: z.string(), how: z.enum(derivations) })
          .nullable()
          .optional(),
        file: z.file(),
        /** Small picture made by the page, or null for sound and unreadable pictures. */
        thumbnail: z.file().nullable(),
      }),
    )
    .output(z.object({ id: z.string(), alreadyThere: z.boolean() })),
  read: procedure.input(z.strictObject({ attachmentId: z.string() })).output(z.file()),
  thumbnail: procedure.input(z.strictObject({ attachmentId: z.string() })).output(z.file().nullable()),
};
