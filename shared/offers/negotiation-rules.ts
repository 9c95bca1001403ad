import { problem, type Problem } from '../kernel/problem.ts';
import type { Negotiation, NegotiationLine } from './negotiation-model.ts';

/** The number of the next round of talks about one person; a voided round keeps its number. */
export const nextTalk = (earlier: readonly Pick<Negotiation, 'round'>[]): number =>
  Math.max(0, ...earlier.map(({ round }) => round ?? 0)) + 1;

type Figures = { oursFen?: number | null; theirsFen?: number | null; lines?: readonly NegotiationLine[] | null };
type Values = Figures & Partial<Pick<Negotiation, 'partyId' | 'reply'>>;

const total = (lines: readonly NegotiationLine[], side: 'oursFen' | 'theirsFen'): number | null => {
  const named = lines.flatMap((line) => line[side] ?? []);
  return named.length === 0 ? null : named.reduce((sum, fen) => sum + fen, 0);
};

/** The total of a side: as it was named, else what the items add up to. A lump sum may differ from its items: people round. */
export const talkTotals = ({ oursFen, theirsFen, lines }: Figures): { oursFen: number | null; theirsFen: number | null } => ({
  oursFen: oursFen ?? total(lines ?? [], 'oursFen'),
  theirsFen: theirsFen ?? total(lines ?? [], 'theirsFen'),
});

/** What a round needs to be of use later: whose it is, a figure of somebody, and theirs when they named another one; one line per item. */
export const talkProblem = (values: Values): Problem | null => {
  const lines = values.lines ?? [];
  const { oursFen, theirsFen } = talkTotals(values);
  if (!values.partyId) return problem('required', 'values.partyId');
  if (new Set(lines.map(({ itemId }) => itemId)).size < lines.length) return problem('invalid', 'values.lines');
  if (values.reply === 'countered' && theirsFen === null) return problem('required', 'values.theirsFen');
  return oursFen === null && theirsFen === null ? problem('required', 'values.theirsFen') : null;
};

/** What each side named last for an item, with the round it was named in. */
export type LastNamed = { oursFen: number | null; theirsFen: number | null; round: number };

type Row = Pick<Negotiation, 'round' | 'lines' | 'voidReason'>;

/** 逐项差距: the newest figure of each side for every item that was talked about. */
export const lastNamed = (rows: readonly Row[]): Map<string, LastNamed> => {
  const last = new Map<string, LastNamed>();
  for (const row of rows.filter(({ voidReason }) => voidReason === null).toSorted((a, b) => (a.round ?? 0) - (b.round ?? 0))) {
    for (const { itemId, oursFen, theirsFen } of row.lines ?? []) {
      const before = last.get(itemId);
      last.set(itemId, {
        oursFen: oursFen ?? before?.oursFen ?? null,
        theirsFen: theirsFen ?? before?.theirsFen ?? null,
        round: row.round ?? 0,
      });
    }
  }
  return last;
};
