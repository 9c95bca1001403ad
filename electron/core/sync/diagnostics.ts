import { problem, type Problem } from '../../../shared/kernel/problem.ts';
import { err, ok, type Result } from '../../../shared/kernel/result.ts';
import { allHeads } from '../../db/case-entry-rows.ts';
import { readState } from '../../db/sync-state.ts';
import type { Session } from '../session.ts';
import { operationsOf } from './conflicts.ts';
import { countChanges, ownChange } from './change-rows.ts';
import { syncStatus } from './status.ts';
import type { SyncService } from '../sync-service.ts';

const jsonFile = (name: string, content: unknown): File =>
  new File([`${JSON.stringify(content, null, 2)}\n`], name, { type: 'application/json' });

/** 诊断包: numbers, ids and codes only, so that it can be sent to anybody; no name, no address, no text of a case. */
export const diagnosticsFile = (session: Session, service: SyncService | null): Result<{ file: File }, Problem> => {
  const { read } = session;
  const { hub, ...status } = syncStatus(session, service);
  const progress = readState(read, 'progress');
  const content = {
    ...status,
    connected: hub !== null,
    role: hub?.role ?? null,
    counts: countChanges(read),
    progress,
    heads: allHeads(read).map(({ caseId, ver, hash, epoch }) => [caseId, ver, hash.slice(0, 10), epoch]),
    verdicts: read.all(
      'SELECT device_id AS deviceId, mid, code, ver, received_at AS receivedAt FROM verdicts ORDER BY received_at DESC LIMIT 500',
    ),
    unfit: read.all('SELECT seq, case_id AS caseId, code FROM unfit LIMIT 500'),
    devices: read.all('SELECT device_id AS deviceId, made_at AS madeAt, retired_at AS retiredAt, last_mid AS lastMid FROM devices'),
  };
  return ok({ file: jsonFile('liubu-sync.json', content) });
};

/** One own change as it was written, for somebody who must take it over by hand. It holds what the person wrote. */
export const exportItem = (session: Session, changeId: string): Result<{ file: File }, Problem> => {
  const row = ownChange(session.read, changeId);
  if (!row) return err(problem('not-found', 'changeId'));
  const { mid, kind, caseId, reportNumber, at, state } = row;
  const facts = row.facts === null ? null : (JSON.parse(row.facts) as unknown);
  const content = { changeId, mid, kind, caseId, reportNumber, at, state, facts, ops: operationsOf(session.read, row) };
  return ok({ file: jsonFile(`liubu-change-${mid}.json`, content) });
};
