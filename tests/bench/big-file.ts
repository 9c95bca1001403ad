import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { createCore, type Core } from '../../electron/core/app.ts';
import { machineFingerprint, systemClock, systemIds } from '../../electron/core/system-ports.ts';
import { projectors } from '../../electron/core/workflows/projectors.ts';
import type { ChangeDraft, DraftOperation, Session } from '../../electron/core/session.ts';
import { connect, type Connection } from '../../electron/db/connection.ts';
import { fileKey, openByPasscode, readKeys } from '../../electron/db/keys.ts';
import type { CaseId } from '../../shared/kernel/ids.ts';

export const benchPasscode = 'bench passcode';
export const caseCount = 5_000;
export const logsPerCase = 40;

const places = ['市一院骨科', '市二院急诊', '中医院康复科', '县医院外科', '人民医院神经外科'];
const words = [
  '左踝骨折',
  '肋骨骨折',
  '软组织挫伤',
  '颅脑损伤',
  '腰椎压缩性骨折',
  '误工证明未开',
  '护理人数商量',
  '票据原件留存',
  '不满意进展',
  '同意调解',
];
const surnames = ['赵', '钱', '孙', '李', '周', '吴', '郑', '王'];
const given = ['建国', '秀兰', '志强', '桂英', '海涛', '晓梅', '国庆', '玉珍'];

const pick = <T>(values: readonly T[], seed: number): T => values[seed % values.length] as T;

export const openCore = (dataDir: string): Core =>
  createCore({
    dataDir,
    version: 'bench',
    clock: systemClock,
    ids: systemIds,
    random: { bytes: (length) => new Uint8Array(randomBytes(length)) },
    machine: { fingerprint: machineFingerprint() },
    log: () => undefined,
    projectors,
  });

export const sessionOf = (core: Core): Session => {
  const session = core.session();
  if (session === null) throw new Error('the core is locked');
  return session;
};

const instant = (daysAgo: number, minute: number): string =>
  new Date(Date.UTC(2026, 10, 20) - daysAgo * 86_400_000 + minute * 60_000).toISOString();

const insert = (entity: string, id: string, fields: Record<string, unknown>): DraftOperation => ({ op: 'insert', entity, id, fields });

const logOperation = (session: Session, n: number, i: number): DraftOperation =>
  insert('contactLog', session.ids.next(), {
    step: 1 + (i % 4),
    counterpart: i % 2 === 0 ? 'insured' : 'injured',
    counterpartName: pick(surnames, n) + pick(given, n + i),
    channel: i % 3 === 0 ? 'face' : 'phone',
    outcome: 'reached',
    contactAt: instant(60 - i, n % 1_440),
    mood: 1 + ((n + i) % 5),
    body: `${pick(places, n + i)}，${pick(words, n * 7 + i)}，${pick(words, n + i * 3)}。第${i}次联系，已说明下一步与时间。`,
  });

/** One case with a party and its logs, as three changes. */
const caseDrafts = (session: Session, n: number): ChangeDraft[] => {
  const caseId = session.ids.next() as CaseId;
  const caseFields = {
    reportNumber: `R2026-${String(n).padStart(6, '0')}`,
    plate: `晋A${String(10_000 + n)}`,
    insuredName: pick(surnames, n) + pick(given, n * 3),
    reportedAt: instant(60, n % 1_440),
    accidentAt: instant(61, n % 1_440),
    hospital: pick(places, n),
    severity: n % 9 === 0 ? 'serious' : 'ordinary',
    state: 'open',
  };
  const party = insert('injuredParty', session.ids.next(), {
    name: pick(surnames, n + 3) + pick(given, n * 5),
    injurySummary: pick(words, n),
  });
  const logs = Array.from({ length: logsPerCase }, (_, i) => logOperation(session, n, i));
  return [
    { kind: 'register-case', caseId, ops: [insert('case', caseId, caseFields), party] },
    ...logs.map((log): ChangeDraft => ({ kind: 'record-contact', caseId, ops: [log] })),
  ];
};

/** Writes 5,000 cases with 200,000 contact logs through the core's own commits. */
export const fill = (session: Session, onProgress: (done: number) => unknown): void => {
  const perBatch = 25;
  for (let n = 0; n < caseCount; n += perBatch) {
    const drafts = Array.from({ length: perBatch }, (_, i) => caseDrafts(session, n + i)).flat();
    const stored = session.commitAll(drafts);
    if (!stored.ok) throw new Error(`filling failed: ${stored.error.code}`);
    onProgress(n + perBatch);
  }
};

/** The same file without the application, for the floors: same format, key and pragmas. */
export const openBare = async (dataDir: string): Promise<Connection> => {
  const keys = readKeys(dataDir);
  const master = keys === null ? null : await openByPasscode(keys, benchPasscode);
  if (master === null) throw new Error('the bench file does not open');
  return connect({ path: join(dataDir, 'liubu.db'), key: fileKey(master, 'database'), readOnly: false, mustExist: true });
};
