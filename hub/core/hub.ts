import { err, ok, type Result } from '../../shared/kernel/result.ts';
import type { HubProblem } from '../../shared/sync/hub-problems.ts';
import type {
  CompareReply,
  CompareRequest,
  EntriesReply,
  EntriesRequest,
  PlanReply,
  PlanRequest,
} from '../../shared/sync/pull-messages.ts';
import type { DocumentsReply, DocumentsRequest } from '../../shared/sync/published.ts';
import type { PushReply, PushRequest } from '../../shared/sync/push-messages.ts';
import type { DecideReply, DecideRequest, InboxReply, InboxRequest } from '../../shared/sync/quarantine-messages.ts';
import type { LoginRequest, RefreshRequest, SurrenderRequest } from '../../shared/sync/session-messages.ts';
import { authenticate, logout, protocolProblem } from './authenticate.ts';
import { compareHeads } from './compare-heads.ts';
import { readDocuments } from './documents.ts';
import type { JsonText } from './json-text.ts';
import { planPull } from './plan-pull.ts';
import type { Claims, HubPorts } from './ports.ts';
import { pushChanges } from './push-changes.ts';
import { decideQuarantine, listQuarantined } from './quarantine.ts';
import { readEntries } from './read-entries.ts';
import { login, refresh } from './sessions.ts';
import { surrender } from './surrender.ts';

/** Everything a device may ask of the hub, without a transport: the server and the simulator call the same functions. */
export type Hub = ReturnType<typeof createHub>;

type Versioned = { protocol: number };

export const createHub = (ports: HubPorts) => {
  const served = <Request extends Versioned, Reply>(work: (request: Request) => Promise<Result<Reply, HubProblem>>) => {
    return async (request: Request): Promise<Result<Reply, HubProblem>> => {
      const wrong = protocolProblem(request.protocol);
      return wrong ? err(wrong) : work(request);
    };
  };
  const asked = <Request extends Versioned, Reply>(
    work: (ports: HubPorts, who: Claims, request: Request) => Promise<Result<Reply, HubProblem>>,
  ) => {
    return (who: Claims, request: Request): Promise<Result<Reply, HubProblem>> => served((one: Request) => work(ports, who, one))(request);
  };
  const entriesText = asked<EntriesRequest, JsonText>(readEntries);
  return {
    login: (request: LoginRequest, address: string) => served((one: LoginRequest) => login(ports, one, address))(request),
    refresh: served((request: RefreshRequest) => refresh(ports, request)),
    surrender: served((request: SurrenderRequest) => surrender(ports, request)),
    authenticate: (token: string) => authenticate(ports, token),
    logout: (who: Claims) => logout(ports, who),
    push: asked<PushRequest, PushReply>(pushChanges),
    compare: asked<CompareRequest, CompareReply>(compareHeads),
    plan: asked<PlanRequest, PlanReply>(planPull),
    entries: async (who: Claims, request: EntriesRequest): Promise<Result<EntriesReply, HubProblem>> => {
      const text = await entriesText(who, request);
      return text.ok ? ok(JSON.parse(text.value.toString()) as EntriesReply) : text;
    },
    /** The same as text, for whoever sends it on. */
    entriesText,
    inbox: asked<InboxRequest, InboxReply>(listQuarantined),
    decide: asked<DecideRequest, DecideReply>(decideQuarantine),
    documents: asked<DocumentsRequest, DocumentsReply>(readDocuments),
  };
};
