import type { StandardsPack } from '../../../shared/damages/engine/standards-pack.ts';
import { problem, type Problem } from '../../../shared/kernel/problem.ts';
import { err, ok, type Result } from '../../../shared/kernel/result.ts';
import { liveSettlement, type LiveSettlement } from '../../../shared/settlement/file/live.ts';
import { overlayBasis } from '../../../shared/settlement/file/overlay.ts';
import type { SettlementMode, SettlementRows } from '../../../shared/settlement/file/rows.ts';
import { visible } from '../people/allowed.ts';
import type { Session } from '../session.ts';
import { packOf } from '../../db/pack-rows.ts';
import { settlementRowsOf } from './settlement-rows.ts';

type Ready = { rows: SettlementRows; pack: StandardsPack };

/** The rows of a case a person may see, with the pack it uses. */
export const settlementReady = (session: Session, caseId: string): Result<Ready, Problem> => {
  const seen = visible(session, caseId);
  if (!seen.ok) return seen;
  const rows = settlementRowsOf(session.read, caseId);
  if (!rows) return err(problem('not-found', 'caseId'));
  const { packVersion } = overlayBasis(rows.bases);
  const pack = packOf(session.read, packVersion);
  return pack === null ? err(problem('settlement.pack-unknown', 'packVersion', { version: packVersion })) : ok({ rows, pack });
};

/** 理算: the case computed as it stands. */
export const settlementOfCase = (session: Session, caseId: string, mode: SettlementMode): Result<LiveSettlement, Problem> => {
  const ready = settlementReady(session, caseId);
  return ready.ok ? ok(liveSettlement(ready.value.rows, ready.value.pack, mode)) : ready;
};
