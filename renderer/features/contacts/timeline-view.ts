import type { CaseFile } from '../../../shared/cases/contract.ts';
import type { ContactLog, Counterpart, Question } from '../../../shared/contacts/model.ts';
import type { Disclosure } from '../../../shared/disclosures/model.ts';
import type { PromiseRow } from '../../../shared/promises/model.ts';
import type { Fact } from '../../../shared/facts/model.ts';
import { correctedIn } from './told.ts';

export const lanes = ['all', 'insured', 'injured', 'doctor', 'mediation', 'others', 'internal'] as const;
export type Lane = (typeof lanes)[number];
export type LaneName = Exclude<Lane, 'all'>;

/** Which lane a conversation belongs to. */
export const laneOf = (counterpart: Counterpart): LaneName => {
  switch (counterpart) {
    case 'insured':
    case 'driver':
      return 'insured';
    case 'injured':
    case 'family':
      return 'injured';
    case 'doctor':
      return 'doctor';
    case 'superior':
      return 'internal';
    case 'police':
    case 'appraiser':
    case 'lawyer':
      return 'others';
  }
};

/** One contact with everything said in it. */
export type TimelineEntry = {
  log: ContactLog;
  lane: LaneName;
  /** The newer log that corrects this one. */
  correctedBy: ContactLog | null;
  corrects: ContactLog | null;
  disclosures: Disclosure[];
  /** The later tellings that put some of them right. */
  rightedBy: ReadonlyMap<string, Disclosure>;
  promises: PromiseRow[];
  questions: Question[];
  facts: Fact[];
  attachments: number;
};

const grouped = <T extends { logId: string | null; voidReason: string | null }>(rows: readonly T[]): Map<string, T[]> => {
  const groups = new Map<string, T[]>();
  for (const row of rows) {
    if (row.logId === null || row.voidReason !== null) continue;
    const group = groups.get(row.logId);
    if (group === undefined) groups.set(row.logId, [row]);
    else group.push(row);
  }
  return groups;
};

/** The story of a case for one injured party (logs without a party belong to all), newest first. */
export const timelineOf = (file: CaseFile, partyId: string | null): TimelineEntry[] => {
  const byId = new Map(file.logs.map((log) => [log.id as string, log]));
  const correctedBy = new Map(
    file.logs.filter((log) => log.correctsLogId !== null && log.voidReason === null).map((log) => [log.correctsLogId as string, log]),
  );
  const [disclosures, promises, questions, facts, attachments] = [
    grouped(file.disclosures),
    grouped(file.promises),
    grouped(file.questions),
    grouped(file.facts),
    grouped(file.attachments),
  ];
  const rightedBy = correctedIn(file);
  return file.logs
    .filter((log) => log.partyId === null || partyId === null || log.partyId === partyId)
    .toSorted((a, b) => b.contactAt.localeCompare(a.contactAt) || b.at.localeCompare(a.at))
    .map((log) => ({
      log,
      lane: laneOf(log.counterpart),
      correctedBy: correctedBy.get(log.id) ?? null,
      corrects: log.correctsLogId === null ? null : (byId.get(log.correctsLogId) ?? null),
      disclosures: disclosures.get(log.id) ?? [],
      rightedBy,
      promises: promises.get(log.id) ?? [],
      questions: questions.get(log.id) ?? [],
      facts: facts.get(log.id) ?? [],
      attachments: attachments.get(log.id)?.length ?? 0,
    }));
};

/** Questions nobody has answered yet, oldest first. */
export const openQuestions = (file: CaseFile, partyId: string | null): Question[] =>
  file.questions
    .filter((q) => q.answer === null && q.voidReason === null && (q.partyId === null || partyId === null || q.partyId === partyId))
    .toSorted((a, b) => a.askedAt.localeCompare(b.askedAt));
