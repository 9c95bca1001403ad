import { z } from 'zod';
import { blobLanes } from './attachment-messages.ts';
import { hashSchema } from './entry.ts';
import { branchEditSchema, colleagueEditSchema, colleagueSchema, companySchema, regionEditSchema } from './company.ts';
import { documentFlawCodes } from './document-body.ts';
import { documentKinds } from './published.ts';
import { procedure } from '../kernel/procedure.ts';
import { roles } from '../people/model.ts';
import { resolutionChoices } from './resolution.ts';
import { syncWords } from './sync-word.ts';
import { quarantineCodes } from './verdict.ts';

const caseId = z.string();
const count = z.number().int().min(0);
const instant = z.string();

export const changeStates = ['waiting', 'accepted', 'late', 'conflict', 'refused', 'quarantined'] as const;
export type ChangeState = (typeof changeStates)[number];

const countsSchema = z.object({
  waiting: count,
  accepted: count,
  late: count,
  conflict: count,
  refused: count,
  quarantined: count,
});

export const syncStatusSchema = z.object({
  /** `alone`: no hub was ever named. `signed-out`: the data stays, nothing is sent. */
  mode: z.enum(['alone', 'connected', 'signed-out']),
  hub: z.object({ address: z.string(), personName: z.string(), role: z.enum(roles), connectedAt: instant }).nullable(),
  phase: z.string(),
  problem: z.string().nullable(),
  stop: z.enum(['relogin', 'foreign-hub', 'mass-evict', 'needs-update', 'forgotten']).nullable(),
  /** The hub has revoked this device; it hands over what the hub lacks, and then forgets everything. */
  revoked: z.boolean(),
  /** How often the loop stood still with work to do and was started afresh, and when last. */
  restarts: z.object({ count, lastAt: instant.nullable() }),
  counts: countsSchema,
  /** Conflicts and refusals that nobody has settled yet. */
  unsettled: count,
  /** Of these, conflicts: they have another mark than what was returned or waits for the handler. */
  clashing: count,
  /** Changes of others that wait for this person's decision. */
  inbox: count,
  /** Cases still to be fetched in this round. */
  download: z.object({ left: count, total: count }).nullable(),
  /** Entries a newer version of the app made, which this one cannot show. */
  newer: count,
  /** Rows whose texts a large download left to be indexed: until then search may not find their words. */
  unindexed: count,
  held: z.boolean(),
  lastContactAt: instant.nullable(),
  lease: z.object({ endsAt: instant, over: z.boolean() }).nullable(),
  /** Difference to the hub's clock, and whether it is large enough to tell. It decides nothing. */
  clock: z.object({ skewMs: z.number().int(), warn: z.boolean() }),
  deviceId: z.string(),
});

const itemSchema = z.object({
  changeId: z.string(),
  mid: z.number().int(),
  kind: z.string(),
  caseId,
  reportNumber: z.string(),
  at: instant,
  state: z.enum(changeStates),
  word: z.enum(syncWords),
  /** Why it came back: a code of the hub, or of this device when it no longer fits. */
  code: z.string().nullable(),
  bytes: count,
  settled: z.boolean(),
});
export type SyncItem = z.infer<typeof itemSchema>;

const clashSchema = z.object({
  entity: z.string(),
  id: z.string(),
  /** Null: the state of the row. */
  field: z.string().nullable(),
  before: z.json(),
  mine: z.json(),
  theirs: z.json(),
  byName: z.string().nullable(),
  at: instant.nullable(),
});
export type Clash = z.infer<typeof clashSchema>;

/** Names of what the values point at, by id. */
const namesSchema = z.record(z.string(), z.string());

const conflictSchema = z.object({
  changeId: z.string(),
  kind: z.string(),
  caseId,
  reportNumber: z.string(),
  at: instant,
  state: z.enum(['conflict', 'refused', 'quarantined']),
  code: z.string().nullable(),
  fields: z.array(clashSchema),
  names: namesSchema,
  /** Only values of fields can be chosen anew; everything else can be read and put aside. */
  choices: z.array(z.enum(resolutionChoices)),
});

const handOverSchema = z.object({
  caseId,
  reportNumber: z.string(),
  assignments: z.array(
    z.object({ at: instant, fromName: z.string().nullable(), toName: z.string().nullable(), reason: z.string().nullable() }),
  ),
  /** What happened: the newest contacts. */
  contacts: z.array(
    z.object({ id: z.string(), at: instant, counterpart: z.string(), outcome: z.string(), body: z.string().nullable(), late: z.boolean() }),
  ),
  /** What is promised and not yet kept. */
  promises: z.array(z.object({ id: z.string(), what: z.string(), side: z.string(), dueAt: instant.nullable() })),
  /** What is open: questions, papers, running clocks. */
  questions: z.array(z.object({ id: z.string(), body: z.string().nullable(), askedAt: instant })),
  papers: z.array(z.object({ id: z.string(), wordingId: z.string().nullable(), name: z.string().nullable(), state: z.string() })),
  clocks: z.array(z.object({ kind: z.string(), dueAt: instant, waitingFor: z.string() })),
  /** What the former owner's device handed in after the hand-over. */
  lateEntries: count,
});

/** Where the content of one attachment or printed paper is. */
export const contentPlaces = ['here', 'on-the-way', 'delivered', 'only-at-hub', 'missing', 'refused'] as const;

const laneSchema = z.object({ waiting: count, delivered: count });
const contentSchema = z.object({
  thumbnails: laneSchema,
  originals: laneSchema,
  /** Files of handed-over cases that the hub still lacks; only their encrypted bytes are left here. */
  leftBehind: count,
  /** Of a revoked device: photos, scans and papers made here that have not arrived; it waits for them before it forgets. */
  undelivered: count,
  originalsHeld: z.boolean(),
  sending: z.object({ lane: z.enum(blobLanes), bytes: count, sentBytes: count }).nullable(),
  problem: z.string().nullable(),
  refused: z.array(z.object({ caseId, sha256: z.string(), code: z.string(), at: instant })),
});

/** One change that arrived after a hand-over, with what stands in the case now; `field` null is a whole row or its state. */
export const inboxLineSchema = z.object({
  id: z.string(),
  caseId,
  reportNumber: z.string().nullable(),
  personName: z.string().nullable(),
  code: z.enum(quarantineCodes),
  kind: z.string(),
  at: instant,
  receivedAt: instant,
  names: namesSchema,
  fields: z.array(z.object({ entity: z.string(), field: z.string().nullable(), now: z.json(), sent: z.json() })),
});
export type InboxLine = z.infer<typeof inboxLineSchema>;

export const syncContract = {
  status: procedure.output(syncStatusSchema),
  /** The word of a case and of its own rows that are not simply delivered; of all cases with such rows when no case is named. */
  words: procedure
    .input(z.strictObject({ caseId: caseId.nullable() }))
    .output(z.array(z.object({ caseId, word: z.enum(syncWords), rows: z.record(z.string(), z.enum(syncWords)) }))),
  signIn: procedure.input(
    z.strictObject({ address: z.string().min(1).max(300), loginName: z.string().min(1).max(64), password: z.string().min(1).max(256) }),
  ),
  /** Refused while something waits, unless it is parked: then it stays and is sent after the next sign-in. */
  signOut: procedure.input(z.strictObject({ park: z.boolean() })),
  now: procedure,
  /** Stops sending what is made from now on, or goes on. */
  hold: procedure.input(z.strictObject({ on: z.boolean() })),
  /** The person confirms that the hub may take nearly all cases off this device. */
  confirmEvict: procedure,
  items: procedure
    .input(
      z.strictObject({
        state: z.enum(changeStates).nullable(),
        before: z.number().int().nullable(),
        limit: z.number().int().min(1).max(200),
      }),
    )
    .output(z.object({ items: z.array(itemSchema), next: z.number().int().nullable() })),
  exportItem: procedure.input(z.strictObject({ changeId: z.string() })).output(z.object({ file: z.file() })),
  /** Per case: what is here, on the way, received; what came back and was settled since is counted as such and nowhere else. */
  delivery: procedure.output(
    z.array(z.object({ caseId, reportNumber: z.string(), counts: countsSchema, settled: count, lastAt: instant })),
  ),
  conflicts: procedure.input(z.strictObject({ caseId: caseId.nullable() })).output(z.array(conflictSchema)),
  /** `values` by field, for a third value; both former values stay in the history. */
  settle: procedure.input(
    z.strictObject({ changeId: z.string(), choice: z.enum(resolutionChoices), values: z.record(z.string(), z.json()).optional() }),
  ),
  /** The two lanes of files, counted from the rows. */
  content: procedure.output(contentSchema),
  /** Where the files of a case are, by attachment or printed paper. */
  places: procedure.input(z.strictObject({ caseId })).output(z.record(z.string(), z.enum(contentPlaces))),
  /** Originals wait, or go on; small pictures are not held. */
  holdOriginals: procedure.input(z.strictObject({ on: z.boolean() })),
  /** Tries again what the hub would not take. */
  retryContent: procedure,
  handedOver: procedure.output(
    z.array(z.object({ caseId, reportNumber: z.string(), reason: z.string(), late: count, waiting: count, at: instant })),
  ),
  handOver: procedure.input(z.strictObject({ caseId })).output(handOverSchema),
  /** Notes that a case was opened; says whether it was handed over to this person since they last did. */
  visit: procedure.input(z.strictObject({ caseId })).output(z.object({ handOver: z.boolean() })),
  /** What waits at the hub for this person's decision; asked of the hub each time. */
  inbox: procedure.output(z.array(inboxLineSchema)),
  /** A file of a line in the inbox, shown and not kept; null while it is still on its way to the hub. */
  inboxFile: procedure.input(z.strictObject({ caseId, sha256: hashSchema })).output(z.file().nullable()),
  decide: procedure.input(
    z.strictObject({ id: z.string().max(64), outcome: z.enum(['taken', 'dropped']), reason: z.string().max(2_000).nullable() }),
  ),
  /** The company, for its administrator; asked of the hub each time, as is everything below. */
  company: procedure.output(companySchema),
  addColleague: procedure.input(colleagueSchema),
  changeColleague: procedure.input(colleagueEditSchema),
  keepRegion: procedure.input(regionEditSchema),
  keepBranch: procedure.input(branchEditSchema),
  /** The device hands over what the hub lacks and destroys its key as soon as it hears of it. */
  revokeDevice: procedure.input(z.strictObject({ deviceId: z.string().max(64) })),
  /** Ids, codes and numbers only. */
  /** What came from the company, kind by kind; a line with a reason came and could not be used, so the one before is in force. */
  documents: procedure.output(
    z.array(
      z.object({
        kind: z.enum(documentKinds),
        version: count,
        receivedAt: instant,
        refused: z.boolean(),
        reason: z.enum(documentFlawCodes).nullable(),
        place: z.string().nullable(),
      }),
    ),
  ),
  diagnostics: procedure.output(z.object({ file: z.file() })),
};
