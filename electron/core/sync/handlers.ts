import { problem, type Problem } from '../../../shared/kernel/problem.ts';
import { err, ok, type Result } from '../../../shared/kernel/result.ts';
import { activeDevice } from '../../db/journal.ts';
import { retryRefused } from '../../db/content-rows.ts';
import { documentLines } from '../../db/published-rows.ts';
import { keepState, readState } from '../../db/sync-state.ts';
import { waitingCount } from '../../db/verdict-rows.ts';
import type { Core } from '../app.ts';
import type { Call, Handlers } from '../handlers.ts';
import { changesPage, countsByCase, isAlone, itemOf } from './change-rows.ts';
import { listConflicts } from './conflicts.ts';
import { addColleague, changeColleague, keepBranch, keepRegion, readCompany, revokeDevice } from './company.ts';
import { contentPlacesOf, contentStatus } from './content.ts';
import { diagnosticsFile, exportItem } from './diagnostics.ts';
import { decideInbox, inboxFile, listInbox } from './inbox.ts';
import { handedOverStubs, handOverPage } from './hand-over.ts';
import { settleConflict } from './settle-conflict.ts';
import { signIn } from './sign-in.ts';
import { syncStatus } from './status.ts';
import { visitCase } from './visit.ts';
import { endSession, type SyncService } from '../sync-service.ts';
import { syncWordsOf } from './words.ts';

const serviceOf = (core: Core): SyncService | null => core.vault.current()?.sync ?? null;

const withService = (call: Call, work: (service: SyncService) => Result<void, Problem>): Result<void, Problem> => {
  const service = serviceOf(call.core);
  if (!service || isAlone(call.session.read)) return err(problem('sync.not-connected'));
  return work(service);
};

/** Something the hub answers each time. */
const asked = async <T>(core: Core, work: (service: SyncService) => Promise<Result<T, Problem>>): Promise<Result<T, Problem>> => {
  const service = serviceOf(core);
  return service ? work(service) : err(problem('sync.not-connected'));
};

const done = (): Result<void, Problem> => ok(undefined);

export const syncHandlers: Handlers<'sync'> = {
  status: ({ core, session }) => ok(syncStatus(session, serviceOf(core))),
  words: ({ session }, { caseId }) => ok(syncWordsOf(session, caseId)),
  signIn: async ({ core, session }, input) => {
    const service = serviceOf(core);
    return service ? signIn({ options: core.options, service, session }, input) : err(problem('sync.no-network'));
  },
  signOut: (call, { park }) =>
    withService(call, (service) => {
      const count = waitingCount(service.store.read, service.store.sync.deviceId());
      if (count > 0 && !park) return err(problem('sync.unsent', null, { count }));
      endSession(service.store);
      service.resume();
      return done();
    }),
  now: (call) =>
    withService(call, (service) => {
      service.runner.wake('hand');
      return done();
    }),
  hold: (call, { on }) =>
    withService(call, (service) => {
      const fromSeq = (activeDevice(service.store.read)?.lastSeq ?? 0) + 1;
      service.store.sync.keep((db) => keepState(db, 'hold', on ? { fromSeq } : null));
      if (!on) service.runner.wake('hand');
      return done();
    }),
  confirmEvict: (call) =>
    withService(call, (service) => {
      if (readState(service.store.read, 'stop')?.reason !== 'mass-evict') return err(problem('wrong-state'));
      const held = service.store.read.get<{ n: number }>('SELECT count(*) AS n FROM case_heads')?.n ?? 0;
      service.store.sync.keep((db) => {
        keepState(db, 'evictOrder', { count: held });
        keepState(db, 'stop', null);
      });
      service.resume();
      return done();
    }),
  items: ({ session }, input) => {
    const rows = changesPage(session.read, { ...input, limit: input.limit + 1 });
    const shown = rows.slice(0, input.limit);
    const alone = isAlone(session.read);
    return ok({ items: shown.map((row) => itemOf(row, alone)), next: rows.length > input.limit ? (shown.at(-1)?.seq ?? null) : null });
  },
  exportItem: ({ session }, { changeId }) => exportItem(session, changeId),
  delivery: ({ session }) => ok(countsByCase(session.read)),
  conflicts: ({ session }, { caseId }) => ok(listConflicts(session, caseId)),
  settle: ({ core, session }, input) => settleConflict(session, serviceOf(core), input),
  content: ({ core, session }) => ok(contentStatus(session, serviceOf(core))),
  places: ({ session }, { caseId }) => contentPlacesOf(session, caseId),
  holdOriginals: (call, { on }) =>
    withService(call, ({ store, content }) => {
      store.sync.keep((db) => keepState(db, 'holdOriginals', on ? { at: call.session.clock.now().at } : null));
      if (!on) content.wake();
      return done();
    }),
  retryContent: (call) =>
    withService(call, ({ store, content }) => {
      store.sync.keep((db) => void retryRefused(db));
      content.wake();
      return done();
    }),
  handedOver: ({ session }) => handedOverStubs(session),
  handOver: ({ session }, { caseId }) => handOverPage(session, caseId),
  visit: ({ session }, { caseId }) => visitCase(session, caseId),
  inbox: ({ core, session }) => asked(core, (service) => listInbox(session, service)),
  inboxFile: ({ core, session }, input) => asked(core, (service) => inboxFile(session, service, input)),
  decide: ({ core, session }, input) => asked(core, (service) => decideInbox(session, service, input)),
  company: ({ core, session }) => asked(core, (service) => readCompany(session, service)),
  addColleague: ({ core, session }, input) => asked(core, (service) => addColleague(session, service, input)),
  changeColleague: ({ core, session }, input) => asked(core, (service) => changeColleague(session, service, input)),
  keepRegion: ({ core, session }, input) => asked(core, (service) => keepRegion(session, service, input)),
  keepBranch: ({ core, session }, input) => asked(core, (service) => keepBranch(session, service, input)),
  revokeDevice: ({ core, session }, input) => asked(core, (service) => revokeDevice(session, service, input)),
  documents: ({ session }) => ok(documentLines(session.read)),
  diagnostics: ({ core, session }) => diagnosticsFile(session, serviceOf(core)),
};
