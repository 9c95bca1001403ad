import type { HubProblem } from '../../shared/sync/hub-problems.ts';
import type { Result } from '../../shared/kernel/result.ts';
import { firstHash } from '../../shared/sync/entry.ts';
import {
  maxBytesPerPage,
  maxEntriesPerPage,
  type CasePage,
  type EntriesReply,
  type EntriesRequest,
} from '../../shared/sync/pull-messages.ts';
import type { SqlReads } from '../db/sql.ts';
import { entriesAfter, entryHashAt, visibleHeadsOf, visibleTo, wholeCases, type EntryText } from '../db/visible-rows.ts';
import { evictionsOf } from './evictions.ts';
import { JsonText } from './json-text.ts';
import type { Claims, HubPorts } from './ports.ts';
import { fromSnapshot, progressOf } from './reading.ts';

/** Cases up to this size are read together. */
const smallCase = 200;

/** One case of the page: from which version on, and how far the page has room. */
type Slot = { caseId: string; head: { ver: number; hash: string }; mode: CasePage['mode']; from: number; room: number };

/** A case of the page with its entries as texts. */
type TextPage = Omit<CasePage, 'entries'> & { entries: readonly string[] };

/**
 * The entries of the wanted cases, in the order asked for, as far as one page reaches: the JSON text of an `EntriesReply`. The entries
 * stand in it as they were stored; to read thousands of them only to write them again would take the node longer than all the rest.
 * Source: SPEC [SY-43], [SY-44].
 */
export const readEntries = (ports: HubPorts, who: Claims, request: EntriesRequest): Promise<Result<JsonText, HubProblem>> =>
  fromSnapshot(ports, who, async (reads, asking) => {
    const wanted = [...new Map(request.cases.map((one) => [one[0] as string, one])).values()];
    const visible = await visibleTo(reads, asking.standing, asking.now);
    const heads = new Map(
      (
        await visibleHeadsOf(
          reads,
          visible,
          wanted.map(([caseId]) => caseId),
        )
      ).map((head) => [head.caseId, head]),
    );
    const slots: Slot[] = [];
    let entries = 0;
    for (const [caseId, ver, hash] of wanted) {
      const head = heads.get(caseId);
      if (!head || entries >= maxEntriesPerPage) continue;
      const from = await commonVersion(reads, { caseId, ver, hash, head });
      const room = Math.min(head.ver - from, maxEntriesPerPage - entries);
      slots.push({ caseId, head, mode: from === ver ? 'append' : 'reset', from, room });
      entries += room;
    }
    const cases = await filled(reads, slots);
    const gone = wanted.map(([caseId]) => caseId as string).filter((caseId) => !heads.has(caseId));
    return replyText(cases, {
      ...(await progressOf(ports, asking, request.requestId)),
      evict: await evictionsOf(reads, asking, gone),
      left: wanted.length - gone.length - cases.length,
    });
  });

const replyText = (cases: readonly TextPage[], rest: Omit<EntriesReply, 'cases'>): JsonText => {
  const pieces = ['{"cases":['];
  for (const [index, { entries, ...page }] of cases.entries()) {
    pieces.push(index === 0 ? '' : ',', '{"entries":[');
    for (const [at, entry] of entries.entries()) pieces.push(at === 0 ? '' : ',', entry);
    pieces.push('],', JSON.stringify(page).slice(1));
  }
  return new JsonText([...pieces, '],', JSON.stringify(rest).slice(1)]);
};

type Held = { caseId: string; ver: number; hash: string; head: { ver: number; hash: string } };

/** The version up to which the device has the same list; 0 when it has another one or more than the hub. */
const commonVersion = async (reads: SqlReads, { caseId, ver, hash, head }: Held): Promise<number> => {
  if (ver === 0 || ver > head.ver) return 0;
  const ours = ver === head.ver ? head.hash : await entryHashAt(reads, caseId, ver);
  return ours === hash && hash !== firstHash ? ver : 0;
};

/** Fills the page case by case until it is full; a case that does not fit at all is left for the next one. */
const filled = async (reads: SqlReads, slots: readonly Slot[]): Promise<TextPage[]> => {
  const isSmall = ({ from, room, head }: Slot): boolean => from === 0 && room === head.ver && room <= smallCase;
  const together = Map.groupBy(
    await wholeCases(
      reads,
      slots.filter(isSmall).map(({ caseId }) => caseId),
    ),
    ({ caseId }) => caseId,
  );
  const pages: TextPage[] = [];
  let bytes = 0;
  for (const slot of slots) {
    const texts = together.get(slot.caseId) ?? (await entriesAfter(reads, slot.caseId, { ver: slot.from, limit: slot.room }));
    const fitting = upTo(texts, pages.length === 0 ? Math.max(1, maxBytesPerPage) : maxBytesPerPage - bytes, pages.length === 0);
    if (fitting.length === 0 && texts.length > 0) break;
    pages.push(pageOf(slot, fitting));
    bytes += fitting.reduce((total, { body }) => total + body.length, 0);
    if (fitting.length < texts.length) break;
  }
  return pages;
};

/** As many entries as fit; the first of a page goes whatever its size, so that no entry is ever too large to be sent. */
const upTo = (texts: readonly EntryText[], room: number, atLeastOne: boolean): readonly EntryText[] => {
  let left = room;
  const end = texts.findIndex(({ body }, index) => {
    left -= body.length;
    return left < 0 && !(index === 0 && atLeastOne);
  });
  return end === -1 ? texts : texts.slice(0, end);
};

const pageOf = ({ caseId, head, mode, from }: Slot, texts: readonly EntryText[]): TextPage => ({
  caseId: caseId as CasePage['caseId'],
  mode,
  entries: texts.map(({ body }) => body),
  head: [head.ver, head.hash],
  complete: from + texts.length === head.ver,
});
