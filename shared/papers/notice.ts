import { compareText } from '../kernel/compare-text.ts';
import type { CaseFile } from '../cases/contract.ts';
import type { PaperRequest, PaperRow } from './model.ts';
import { isHeld, latePapers } from './rules.ts';

/** One paper as a notice or a hand-over list prints it; `wordingId` gives name and hint in the reader's language. */
export type NoticeLine = {
  paperId: string;
  wordingId: string | null;
  name: string | null;
  need: PaperRow['need'];
  partyName: string | null;
  late: boolean;
};

/** 一次性告知书: everything its print needs, without a sentence. */
export type NoticeView = {
  requestId: string;
  reportNumber: string;
  insuredName: string | null;
  plate: string | null;
  round: number;
  askedAt: string;
  toWhom: PaperRequest['toWhom'];
  toName: string | null;
  channel: PaperRequest['channel'];
  expectedOn: string | null;
  reason: string | null;
  byName: string | null;
  lines: NoticeLine[];
};

type Source = Pick<CaseFile, 'case' | 'parties' | 'papers' | 'paperRequests' | 'people'>;

/** The notice with this id, or the latest one; null when none was given. */
export const noticeOf = (file: Source, requestId: string | null = null): NoticeView | null => {
  const sent = file.paperRequests
    .filter(({ voidReason }) => voidReason === null)
    .toSorted((a, b) => compareText(a.askedAt, b.askedAt) || compareText(a.id, b.id));
  const at = requestId === null ? sent.length - 1 : sent.findIndex(({ id }) => id === requestId);
  const request = sent[at];
  if (request === undefined) return null;
  const chosen = (request.paperIds ?? []).flatMap((id) => file.papers.find((row) => row.id === id) ?? []);
  const late = new Set<string>(latePapers(chosen, { papers: file.papers, requests: sent.slice(0, at) }).map(({ id }) => id));
  return {
    requestId: request.id,
    ...headOf(file),
    round: request.round ?? 1,
    askedAt: request.askedAt,
    toWhom: request.toWhom,
    toName: request.toName,
    channel: request.channel,
    expectedOn: request.expectedOn,
    reason: request.reason,
    byName: nameOf(file, request.byPersonId),
    lines: chosen.map((row) => ({ ...lineOf(file, row), late: late.has(row.id) })),
  };
};

/** One original on the hand-over list 原件交接清单. */
export type OriginalLine = Omit<NoticeLine, 'late' | 'need'> & {
  receivedAt: string | null;
  receivedFrom: string | null;
  returnedAt: string | null;
  returnedTo: string | null;
  byName: string | null;
};

/** Originals we hold and those that went back, for one person with the papers of the accident, or for the whole case. */
export const originalsOf = (file: Source, partyId: string | null): { held: OriginalLine[]; returned: OriginalLine[] } => {
  const rows = file.papers.filter(
    (row) => row.voidReason === null && row.original === 1 && (partyId === null || row.partyId === null || row.partyId === partyId),
  );
  const line = (row: PaperRow): OriginalLine => {
    const { paperId, wordingId, name, partyName } = lineOf(file, row);
    const { receivedAt, receivedFrom, returnedAt, returnedTo } = row;
    return { paperId, wordingId, name, partyName, receivedAt, receivedFrom, returnedAt, returnedTo, byName: nameOf(file, row.movedById) };
  };
  return { held: rows.filter(isHeld).map(line), returned: rows.filter(({ state }) => state === 'returned').map(line) };
};

const headOf = ({ case: row }: Source): Pick<NoticeView, 'reportNumber' | 'insuredName' | 'plate'> => ({
  reportNumber: row.reportNumber,
  insuredName: row.insuredName,
  plate: row.plate,
});

const nameOf = ({ people }: Source, personId: string | null): string | null => (personId === null ? null : (people[personId] ?? null));

const lineOf = (file: Source, row: PaperRow): Omit<NoticeLine, 'late'> => ({
  paperId: row.id,
  wordingId: row.wordingId,
  name: row.name,
  need: row.need,
  partyName: file.parties.find(({ id }) => id === row.partyId)?.name ?? null,
});
