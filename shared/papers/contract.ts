import { z } from 'zod';
import { channels, counterparts } from '../contacts/model.ts';
import { understandings } from '../disclosures/model.ts';
import { procedure } from '../kernel/procedure.ts';
import { storedSchema } from '../sync/entity.ts';
import { contentIdSchema } from '../wording/model.ts';
import { paper, paperNeeds, paperStates } from './model.ts';

/** A line of the checklist: a stored one by its id, or one that is derived and becomes a row when it is first touched. */
export const paperTargetSchema = z.union([
  z.strictObject({ id: z.string() }),
  z.strictObject({
    partyId: z.string().nullable(),
    wordingId: contentIdSchema.nullable(),
    name: z.string().max(200).nullable(),
    need: z.enum(paperNeeds),
  }),
]);
export type PaperTarget = z.infer<typeof paperTargetSchema>;

const caseId = z.string();
const papers = z.array(paperTargetSchema).max(200);
/**
 * All other lines of the checklist on the screen: they become rows with the first thing that is done, so that a file in which
 * two papers came in does not count as complete.
 */
const checklist = papers.optional();

export const paperMoveSchema = z.strictObject({
  caseId,
  papers,
  checklist,
  /** `asked` only takes a receipt back; asking is a notice. */
  to: z.enum(paperStates),
  /** When it happened; not ahead of the clock. */
  at: z.string(),
  /** Needed for a refusal and for taking a state back. */
  reason: z.string().max(2_000),
  /** From whom it came, or to whom the original went back. */
  withName: z.string().max(200).nullable(),
  /** Whether originals were handed in; null keeps what is known. */
  original: z.boolean().nullable(),
});
export type PaperMove = z.infer<typeof paperMoveSchema>;

export const paperNoticeSchema = z.strictObject({
  caseId,
  /** Whose papers; null for those of the accident alone. */
  partyId: z.string().nullable(),
  papers,
  checklist,
  toWhom: z.enum(counterparts),
  toName: z.string().max(200).nullable(),
  channel: z.enum(channels),
  askedAt: z.string(),
  expectedOn: z.string().nullable(),
  understood: z.enum(understandings),
  /** What was said or sent, in the words of the moment. */
  words: z.string().max(20_000),
  reason: z.string().max(2_000),
});
export type PaperNotice = z.infer<typeof paperNoticeSchema>;

/** `missing`: named or wanted and not here. `unchecked`: here and not looked at. `originals`: of other people, in our hands. */
export const paperViews = ['missing', 'unchecked', 'originals'] as const;
export type PaperView = (typeof paperViews)[number];

export const paperBoardLineSchema = z.object({
  caseId: z.string(),
  reportNumber: z.string(),
  plate: z.string().nullable(),
  insuredName: z.string().nullable(),
  ownerName: z.string().nullable(),
  /** Since when the oldest of these papers waits. */
  since: z.string(),
  papers: z.array(z.object({ paper: storedSchema(paper), partyName: z.string().nullable() })),
});
export type PaperBoardLine = z.infer<typeof paperBoardLineSchema>;

const moved = z.object({ ids: z.array(z.string()) });

export const papersContract = {
  /** Puts lines on the checklist; one that is there already is answered with its id. */
  list: procedure.input(z.strictObject({ caseId, papers, checklist })).output(moved),
  /** One-time notice: request, states, contact log and disclosure as one change. */
  notify: procedure
    .input(paperNoticeSchema)
    .output(z.object({ requestId: z.string(), logId: z.string(), round: z.number().int(), lateCount: z.number().int() })),
  move: procedure.input(paperMoveSchema).output(moved),
  setNeed: procedure.input(
    z.strictObject({ caseId, paper: paperTargetSchema, checklist, need: z.enum(paperNeeds), reason: z.string().max(2_000) }),
  ),
  /** Ties an attachment of the case to a paper, or unties it with null. */
  tie: procedure.input(z.strictObject({ caseId, attachmentId: z.string(), paperId: z.string().nullable() })),
  board: procedure
    .input(z.strictObject({ view: z.enum(paperViews), offset: z.number().int().min(0), limit: z.number().int().min(1).max(200) }))
    .output(
      z.object({
        lines: z.array(paperBoardLineSchema),
        total: z.number().int(),
        counts: z.object({ missing: z.number().int(), unchecked: z.number().int(), originals: z.number().int() }),
      }),
    ),
};
