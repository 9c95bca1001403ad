import { openCase } from '../../electron/core/workflows/open-case.ts';
import type { DraftOperation, Session } from '../../electron/core/session.ts';
import type { Connection } from '../../electron/db/connection.ts';
import type { CaseId } from '../../shared/kernel/ids.ts';
import { entities } from '../../shared/sync/entities.ts';
import { against, timed, type Figure } from './figure.ts';

const rounds = 25;
const [logs, items, files] = [400, 60, 80];

const insert = (session: Session, entity: string, fields: Record<string, unknown>): DraftOperation => ({
  op: 'insert',
  entity,
  id: session.ids.next(),
  fields,
});

/** One case with 400 logs (each with a disclosure or a promise), 60 items and 80 attachments. */
export const fillOneCase = (session: Session): CaseId => {
  const caseId = session.ids.next() as CaseId;
  const party = insert(session, 'injuredParty', { name: '赵桂英', injurySummary: '左踝骨折' });
  const partyId = party.id;
  const at = (n: number): string => new Date(Date.UTC(2026, 5, 1) + n * 9 * 3_600_000).toISOString();
  const drafts = Array.from({ length: logs }, (_, n) => {
    const log = insert(session, 'contactLog', {
      partyId,
      step: 1 + (n % 4),
      counterpart: n % 2 === 0 ? 'insured' : 'injured',
      channel: 'phone',
      outcome: 'reached',
      contactAt: at(n),
      mood: 1 + (n % 5),
      body: `第${n}次联系：说明误工费需要收入证明和银行流水，家属说再和单位商量，约好下一次时间。`,
    });
    const said =
      n % 2 === 0
        ? insert(session, 'promise', { partyId, logId: log.id, what: '答复护理费', side: 'us', dueAt: at(n + 3) })
        : insert(session, 'disclosure', {
            partyId,
            logId: log.id,
            topic: 'lostIncomeProof',
            toldTo: 'injured',
            channel: 'phone',
            toldAt: at(n),
            proof: 'none',
            understood: 'yes',
          });
    return { kind: 'record-contact', caseId, ops: [log, said] };
  });
  const ops = [
    ...Array.from({ length: items }, (_, n) =>
      insert(session, 'damageItem', { partyId, kind: 'medical', label: `项目${n}`, claimedFen: 10_000 + n, allowedFen: 9_000 }),
    ),
    ...Array.from({ length: files }, (_, n) =>
      insert(session, 'attachment', {
        partyId,
        sha256: String(n).padStart(64, '0'),
        name: `照片${n}.jpg`,
        mediaType: 'image/jpeg',
        bytes: 1_000,
        kind: 'photo',
        subject: 'scene',
        takenAt: at(n),
      }),
    ),
  ];
  const head = insert(session, 'case', { reportNumber: 'R2026-CASE-OPEN', insuredName: '孙明', accidentAt: at(0), reportedAt: at(0) });
  const stored = session.commitAll([
    { kind: 'register-case', caseId, ops: [{ ...head, id: caseId }, party] },
    ...drafts,
    { kind: 'add-damage-item', caseId, ops },
  ]);
  if (!stored.ok) throw new Error(`filling the case failed: ${stored.error.code}`);
  return caseId;
};

/** What no program could do without: every row of the case read out of every table, as SQLite returns it. */
const bareRead = (bare: Connection, caseId: string): void => {
  for (const { table, scope, name } of entities) {
    if (scope === 'case' && name !== 'voiding')
      bare.read.all(`SELECT * FROM ${table} WHERE ${name === 'case' ? 'id' : 'case_id'} = ?`, caseId);
  }
};

/** The core's answer to opening a thick case against the bare queries of its tables. */
export const benchCaseOpen = (session: Session, bare: Connection, caseId: CaseId): Figure => {
  const times = { value: [] as number[], floor: [] as number[] };
  for (let round = -10; round < rounds; round += 1) {
    const floor = timed(() => bareRead(bare, caseId));
    const value = timed(() => {
      if (!openCase(session, { caseId }).ok) throw new Error('the case does not open');
    });
    if (round < 0) continue;
    times.floor.push(floor);
    times.value.push(value);
  }
  return against('case-open', times);
};
