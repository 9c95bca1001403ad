import { bucketOf, digestOf } from '../../shared/sync/digest.ts';
import { protocolVersion } from '../../shared/sync/protocol-version.ts';
import type { WireChange } from '../../shared/sync/wire-change.ts';
import { emptyHead } from '../../shared/sync/entry.ts';
import { allHeads, unlistedCases, type CaseHead } from '../db/case-entry-rows.ts';
import { unreleased } from '../db/evict-case.ts';
import type { ReadDb } from '../db/handles.ts';
import { documentVersions } from '../db/published-rows.ts';
import { openQuarantined } from '../db/resolution-rows.ts';
import { rebaseUnconfirmed, unconfirmedWaiting } from '../db/rebase-waiting.ts';
import { nextSurrendered } from '../db/surrender-rows.ts';
import { nextBatch } from '../db/sync-outbox.ts';
import { readState } from '../db/sync-state.ts';
import { lastVerdict } from '../db/verdict-rows.ts';
import type { Asking } from './machine.ts';
import type { SyncPorts } from './ports.ts';
import { nextCases, type Round } from './round.ts';
import { unlessFull } from './unless-full.ts';

/** A message ready to send, with what its reply will be compared with. */
export type Asked = { what: Asking; requestId: string; body: unknown; changes: readonly WireChange[]; released: readonly string[] };

/** About this many bytes a change, so that a push of long texts is not larger than one of short ones. */
const bytesPerChange = 1_280;
const limitsOf = ({ push }: Round) => ({ changes: push, bytes: push * bytesPerChange });

/**
 * Makes the message of a question from what the file holds now; null when there is nothing to ask. `after`: the number after which a
 * push begins, where that is not the last one with a verdict.
 */
// oxlint-disable-next-line max-params -- the number concerns one question only
export const questionOf = (ports: SyncPorts, what: Asking, round: Round, after?: number): Asked | null => {
  const { read, store } = ports;
  const requestId = ports.ids.next();
  const progress = readState(read, 'progress');
  const asking = { protocol: protocolVersion, requestId, epoch: progress?.epoch ?? null };
  const asked = (body: unknown): Asked => ({ what, requestId, body, changes: [], released: [] });
  const pushed = (changes: WireChange[], body: unknown): Asked | null => (changes.length === 0 ? null : { ...asked(body), changes });
  switch (what) {
    case 'compare':
      return compareQuestion(ports, asking);
    case 'documents':
      return asked({ protocol: protocolVersion, requestId, have: documentVersions(read) });
    case 'plan': {
      const heads = allHeads(read).filter(({ caseId }) => round.buckets.includes(bucketOf(caseId)));
      const unlisted = unlistedCases(read).map((caseId) => [caseId, emptyHead.ver, emptyHead.hash]);
      return asked({ ...asking, buckets: round.buckets, heads: [...heads.map(headOf), ...unlisted] });
    }
    case 'entries': {
      const cases = nextCases(round).map(({ caseId, from }) => [caseId, from.ver, from.hash]);
      return cases.length === 0 ? null : asked({ ...asking, cases });
    }
    case 'push': {
      const unconfirmed = unconfirmedWaiting(read);
      // What is out must not be changed under way.
      if (unconfirmed.length > 0 && after !== undefined) return null;
      // On a full disk nothing goes out that rests on a lost history.
      if (unconfirmed.length > 0 && unlessFull(ports, () => store.keep((db) => rebaseUnconfirmed(db, unconfirmed))) === null) return null;
      const { changes } = nextBatch(read, store.deviceId(), { ...limitsOf(round), after });
      return pushed(changes, { ...asking, ackSeen: progress?.ack ?? 0, changes });
    }
    case 'refresh':
      return hasSession(read) ? asked({ protocol: protocolVersion, ...secretOf(ports) }) : null;
    case 'surrender': {
      if (!hasSession(read)) return null;
      const changes = nextSurrendered(read, store.deviceId(), limitsOf(round));
      // Asked at least once, even empty: the answer says whether the hub lacks something it had acknowledged.
      return { ...asked({ protocol: protocolVersion, requestId, ...secretOf(ports), changes }), changes };
    }
  }
};

const headOf = ({ caseId, ver, hash }: CaseHead) => [caseId, ver, hash];

type CommonPart = { protocol: number; requestId: string; epoch: string | null };

const compareQuestion = ({ read, store }: SyncPorts, asking: CommonPart): Asked => {
  const released = unreleased(read, lastVerdict(read, store.deviceId()));
  const body = {
    ...asking,
    digest: digestOf(allHeads(read)),
    ackSeen: readState(read, 'progress')?.ack ?? 0,
    documents: documentVersions(read),
    quarantined: openQuarantined(read, store.deviceId()),
    released,
  };
  return { what: 'compare', requestId: asking.requestId, body, changes: [], released: released.map(({ caseId }) => caseId) };
};

/** A renewed or restored file has none: its old one belongs to another device. */
const hasSession = (read: ReadDb): boolean => readState(read, 'session') !== null;

const secretOf = ({ read, store }: SyncPorts) => ({
  refreshToken: readState(read, 'session')?.refreshToken ?? '',
  deviceId: store.deviceId(),
});
