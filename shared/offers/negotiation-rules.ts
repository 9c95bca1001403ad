import { problem, type Problem } from '../kernel/problem.ts';
import type { Offer } from './model.ts';
import type { Negotiation, NegotiationLine } from './negotiation-model.ts';

/** The number of the next round of talks about one person; a voided round keeps its number. */
export const nextTalk = (earlier: readonly Pick<Negotiation, 'round'>[]): number =>
  Math.max(0, ...earlier.map(({ round }) => round ?? 0)) + 1;

type Figures = { oursFen?: number | null; theirsFen?: number | null; lines?: readonly NegotiationLine[] | null };
type Values = Figures & Partial<Pick<Negotiation, 'partyId' | 'reply'>>;

type Side = 'oursFen' | 'theirsFen';
type Of = Pick<Offer, 'amountFen' | 'sheet'> | null;

/** What the items of a side add up to. An item that only the other side named is not disputed and counts with that figure. */
const total = (lines: readonly NegotiationLine[], side: Side, other: Side): number | null =>
  lines.every((line) => line[side] === null) ? null : lines.reduce((sum, line) => sum + (line[side] ?? line[other] ?? 0), 0);

/** Our figures per item are those of the version talked about: then its amount is our total. */
const isAsOffered = (lines: readonly NegotiationLine[], { sheet }: NonNullable<Of>): boolean =>
  (sheet?.lines ?? []).every(({ itemId, allowedFen }) => {
    const named = lines.find((line) => line.itemId === itemId)?.oursFen ?? null;
    return named === null || named === allowedFen;
  });

/**
 * The total of a side: as it was named, else what the items add up to. A lump sum may differ from its items: people round. Where the
 * person bears a part of the fault, items are the loss and a total is what is paid: they cannot be added up to one another.
 */
export const talkTotals = ({ oursFen, theirsFen, lines: named }: Figures, of: Of): { oursFen: number | null; theirsFen: number | null } => {
  const lines = named ?? [];
  if (of !== null && (of.sheet?.ownShareFen ?? 0) > 0)
    return { oursFen: oursFen ?? (lines.length > 0 && isAsOffered(lines, of) ? of.amountFen : null), theirsFen: theirsFen ?? null };
  return {
    oursFen: oursFen ?? total(lines, 'oursFen', 'theirsFen'),
    theirsFen: theirsFen ?? total(lines, 'theirsFen', 'oursFen'),
  };
};

/** What a round needs to be of use later: whose it is, a figure of somebody, and theirs when they named another one; one line per item. */
export const talkProblem = (values: Values): Problem | null => {
  const lines = values.lines ?? [];
  const names = (side: Side): boolean => (values[side] ?? null) !== null || lines.some((line) => line[side] !== null);
  if (!values.partyId) return problem('required', 'values.partyId');
  if (new Set(lines.map(({ itemId }) => itemId)).size < lines.length) return problem('invalid', 'values.lines');
  if (values.reply === 'countered' && !names('theirsFen')) return problem('required', 'values.theirsFen');
  return names('oursFen') || names('theirsFen') ? null : problem('required', 'values.theirsFen');
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
