import type { DamageKind } from '../damages/model.ts';
import type { OfferSheet, SheetDeduction, SheetLine, SheetPayer } from './sheet-model.ts';

/** Why a line differs; each is one sentence on screen and on paper. */
export type Why =
  | { code: 'new' | 'gone' }
  | { code: 'claimed' | 'computed' | 'allowed'; fromFen: number | null; toFen: number | null }
  | { code: 'days'; from: number | null; to: number | null }
  | { code: 'basis'; from: string | null; to: string | null }
  | { code: 'deduction-added' | 'deduction-removed'; reason: string; amountFen: number; toldAt: string | null }
  | { code: 'deduction-changed'; reason: string; fromFen: number; toFen: number }
  | { code: 'told-since'; reason: string; toldAt: string };

export type LineChange = {
  itemId: string;
  kind: DamageKind;
  label: string | null;
  fromFen: number | null;
  toFen: number | null;
  why: Why[];
};

export type PayerChange = { payer: string; layer: SheetPayer['layer']; vehicle: string; fromFen: number; toFen: number };
type Moved = { from: string; to: string };

export type OfferChanges = {
  lines: LineChange[];
  /** Items that are the same in both. */
  unchanged: number;
  payers: PayerChange[];
  shares: (Moved & { vehicle: string })[];
  /** Rule set or standards. */
  ground: Moved | null;
  totals: { name: 'claimed' | 'allowed' | 'due' | 'alreadyPaid' | 'receives'; fromFen: number; toFen: number }[];
};

const deductionWhy = (before: SheetDeduction | undefined, now: SheetDeduction | undefined): Why[] => {
  if (before === undefined) {
    return now === undefined ? [] : [{ code: 'deduction-added', reason: now.reason, amountFen: now.amountFen, toldAt: now.toldAt }];
  }
  if (now === undefined) return [{ code: 'deduction-removed', reason: before.reason, amountFen: before.amountFen, toldAt: before.toldAt }];
  const changed: Why[] =
    before.amountFen === now.amountFen
      ? []
      : [{ code: 'deduction-changed', reason: now.reason, fromFen: before.amountFen, toFen: now.amountFen }];
  return before.notTold && now.toldAt !== null ? [...changed, { code: 'told-since', reason: now.reason, toldAt: now.toldAt }] : changed;
};

const deductionsWhy = (before: SheetLine, now: SheetLine): Why[] => {
  const ids = [...new Set([...before.deductions, ...now.deductions].map(({ id }) => id))];
  const find = (line: SheetLine, id: string): SheetDeduction | undefined => line.deductions.find((one) => one.id === id);
  return ids.flatMap((id) => deductionWhy(find(before, id), find(now, id)));
};

const amountsWhy = (before: SheetLine, now: SheetLine): Why[] =>
  (['claimed', 'computed', 'allowed'] as const).flatMap((code) => {
    const [fromFen, toFen] = [before[`${code}Fen`], now[`${code}Fen`]];
    return fromFen === toFen ? [] : [{ code, fromFen, toFen }];
  });

const whyOf = (before: SheetLine, now: SheetLine): Why[] => [
  ...amountsWhy(before, now),
  ...(before.days === now.days ? [] : [{ code: 'days' as const, from: before.days, to: now.days }]),
  ...(before.basis === now.basis ? [] : [{ code: 'basis' as const, from: before.basis, to: now.basis }]),
  ...deductionsWhy(before, now),
];

const lineChange = (before: SheetLine | undefined, now: SheetLine | undefined): LineChange[] => {
  const either = now ?? before;
  if (either === undefined) return [];
  const head = {
    itemId: either.itemId,
    kind: either.kind,
    label: either.label,
    fromFen: before?.allowedFen ?? null,
    toFen: now?.allowedFen ?? null,
  };
  if (before === undefined) return [{ ...head, why: [{ code: 'new' }] }];
  if (now === undefined) return [{ ...head, why: [{ code: 'gone' }] }];
  const why = whyOf(before, now);
  return why.length === 0 ? [] : [{ ...head, why }];
};

const payersBetween = (before: OfferSheet, now: OfferSheet): PayerChange[] => {
  const keyOf = ({ payer, layer }: SheetPayer): string => `${payer} ${layer}`;
  const keys = [...new Set([...now.payers, ...before.payers].map(keyOf))];
  return keys.flatMap((key) => {
    const [a, b] = [before, now].map(({ payers }) => payers.find((one) => keyOf(one) === key));
    const either = b ?? a;
    if (either === undefined || a?.dueFen === b?.dueFen) return [];
    return [{ payer: either.payer, layer: either.layer, vehicle: either.vehicle, fromFen: a?.dueFen ?? 0, toFen: b?.dueFen ?? 0 }];
  });
};

const sharesBetween = (before: OfferSheet, now: OfferSheet): OfferChanges['shares'] =>
  now.shares.flatMap(({ vehicle, ratio }) => {
    const from = before.shares.find((one) => one.vehicle === vehicle)?.ratio ?? '';
    return from === ratio ? [] : [{ vehicle, from, to: ratio }];
  });

const dueOf = ({ payers }: OfferSheet): number => payers.reduce((total, { dueFen }) => total + dueFen, 0);

const totalsBetween = (before: OfferSheet, now: OfferSheet): OfferChanges['totals'] =>
  [
    { name: 'claimed' as const, fromFen: before.claimedFen, toFen: now.claimedFen },
    { name: 'allowed' as const, fromFen: before.allowedFen, toFen: now.allowedFen },
    { name: 'due' as const, fromFen: dueOf(before), toFen: dueOf(now) },
    { name: 'alreadyPaid' as const, fromFen: before.alreadyPaidFen, toFen: now.alreadyPaidFen },
    { name: 'receives' as const, fromFen: before.receivesFen, toFen: now.receivesFen },
  ].filter(({ fromFen, toFen }) => fromFen !== toFen);

const groundOf = ({ ruleSet, packId, packVersion }: OfferSheet): string => `${ruleSet} · ${packId} ${packVersion}`;

/** What changed between two versions, line by line, and why. Two equal sheets have no change. */
export const compareSheets = (before: OfferSheet, now: OfferSheet): OfferChanges => {
  const ids = [...new Set([...now.lines, ...before.lines].map(({ itemId }) => itemId))];
  const find = (sheet: OfferSheet, id: string): SheetLine | undefined => sheet.lines.find(({ itemId }) => itemId === id);
  const lines = ids.flatMap((id) => lineChange(find(before, id), find(now, id)));
  const [from, to] = [groundOf(before), groundOf(now)];
  return {
    lines,
    unchanged: ids.length - lines.length,
    payers: payersBetween(before, now),
    shares: sharesBetween(before, now),
    ground: from === to ? null : { from, to },
    totals: totalsBetween(before, now),
  };
};
