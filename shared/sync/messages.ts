import type { z } from 'zod';
import { blobStatesReplySchema, blobStatesRequestSchema, uploadMetadataSchema } from './attachment-messages.ts';
import { hubProblemSchema } from './hub-problems.ts';
import { pokeSchema } from './poke.ts';
import { documentsReplySchema, documentsRequestSchema } from './published.ts';
import {
  compareReplySchema,
  compareRequestSchema,
  entriesReplySchema,
  entriesRequestSchema,
  planReplySchema,
  planRequestSchema,
} from './pull-messages.ts';
import { pushReplySchema, pushRequestSchema } from './push-messages.ts';
import { decideReplySchema, decideRequestSchema, inboxReplySchema, inboxRequestSchema } from './quarantine-messages.ts';
import { loginRequestSchema, refreshRequestSchema, sessionReplySchema, surrenderRequestSchema } from './session-messages.ts';

/** Every question a device may ask, with its answer. The protocol version is pinned to the hash of these schemas. */
export const exchanges = {
  login: { path: '/session/login', request: loginRequestSchema, reply: sessionReplySchema },
  refresh: { path: '/session/refresh', request: refreshRequestSchema, reply: sessionReplySchema },
  surrender: { path: '/session/surrender', request: surrenderRequestSchema, reply: pushReplySchema },
  push: { path: '/sync/push', request: pushRequestSchema, reply: pushReplySchema },
  compare: { path: '/sync/compare', request: compareRequestSchema, reply: compareReplySchema },
  plan: { path: '/sync/plan', request: planRequestSchema, reply: planReplySchema },
  entries: { path: '/sync/entries', request: entriesRequestSchema, reply: entriesReplySchema },
  documents: { path: '/sync/documents', request: documentsRequestSchema, reply: documentsReplySchema },
  inbox: { path: '/quarantine/list', request: inboxRequestSchema, reply: inboxReplySchema },
  decide: { path: '/quarantine/decide', request: decideRequestSchema, reply: decideReplySchema },
  blobStates: { path: '/attachments/states', request: blobStatesRequestSchema, reply: blobStatesReplySchema },
} as const satisfies Record<string, { path: string; request: z.ZodType; reply: z.ZodType }>;

/** What travels outside of question and answer. */
export const loneMessages = { problem: hubProblemSchema, poke: pokeSchema, uploadMetadata: uploadMetadataSchema } as const;

/** Reply header with the SHA-256 of the body text before compression: a reply that is cut or altered is not applied. */
export const digestHeader = 'liubu-digest';
