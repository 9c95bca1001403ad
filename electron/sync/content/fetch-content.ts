import { markSent } from '../../db/content-rows.ts';
import { readState } from '../../db/sync-state.ts';
import type { NoReply } from '../ports.ts';
import type { ContentPorts } from './ports.ts';

export type Fetched = { ok: true; bytes: Uint8Array } | { ok: false; code: NoReply };

const fetchDeadlineMs = 120_000;

/** Brings content that only the hub has, checks it against its name and keeps it here; `passing`: only to be looked at. */
export const fetchContent = async (
  ports: Pick<ContentPorts, 'read' | 'blobs' | 'keep' | 'downloads' | 'wakeLoop'>,
  { caseId, sha256, passing = false }: { caseId: string; sha256: string; passing?: boolean },
): Promise<Fetched> => {
  const session = readState(ports.read, 'session');
  const progress = readState(ports.read, 'progress');
  if (session === null || progress === null) return { ok: false, code: 'offline' };
  const signal = AbortSignal.timeout(fetchDeadlineMs);
  const fetched = await ports.downloads.fetch({ caseId, sha256, accessToken: session.accessToken, signal });
  if (!fetched.ok) {
    if (fetched.code === 'relogin') ports.wakeLoop();
    return fetched;
  }
  if (passing) return fetched;
  const kept = ports.blobs.put(fetched.bytes);
  if (!kept.ok) return { ok: true, bytes: fetched.bytes };
  ports.keep((db) => markSent(db, { caseId: caseId as never, sha256 }, progress.epoch));
  return fetched;
};
