import type { SettleError } from '../damages/engine/ledger.ts';
import type { StandardsPack } from '../damages/engine/standards-pack.ts';
import { err, ok, type Result } from '../kernel/result.ts';
import { stepsOfPath } from './file/places.ts';
import type { CaseInput } from './input/case-input.ts';
import type { Settlement } from './result.ts';
import { settleCase } from './settle.ts';

/** One value of a case to be replaced: `victims[0].items.lostIncome.monthlyRate`; undefined takes the value out. */
export type Replacement = { readonly path: string; readonly value: unknown };

/** What a different value does to the money of the whole case. Fen; positive: more to pay. */
export type ValueEffect = {
  readonly before: Settlement;
  readonly after: Settlement;
  readonly lossFen: number;
  readonly awardedFen: number;
  readonly receivesFen: number;
};

type Node = Record<string | number, unknown>;

const replaced = (node: unknown, [step, ...rest]: readonly (string | number)[], value: unknown): unknown => {
  if (step === undefined) return value;
  const copy: Node = Array.isArray(node) ? ([...node] as unknown as Node) : { ...(node as Node | undefined) };
  const next = replaced(copy[step], rest, value);
  if (next === undefined) delete copy[step];
  else copy[step] = next;
  return copy;
};

/** The input with one value replaced; the given input stays as it is. Missing parents are made. */
export const withValue = (input: CaseInput, { path, value }: Replacement): CaseInput =>
  replaced(input, stepsOfPath(path), value) as CaseInput;

const awarded = (settlement: Settlement): number => settlement.victims.reduce((sum, victim) => sum + victim.awarded.fen, 0);

/** The difference that other values make, with everything else as it stands. Errors name the path, of either side. */
export const effectOfValues = (
  input: CaseInput,
  pack: StandardsPack,
  replacements: readonly Replacement[],
): Result<ValueEffect, readonly SettleError[]> => {
  const before = settleCase(input, pack);
  if (!before.ok) return err(before.error);
  const after = settleCase(replacements.reduce(withValue, input), pack);
  if (!after.ok) return err(after.error);
  return ok({
    before: before.value,
    after: after.value,
    lossFen: after.value.summary.loss.fen - before.value.summary.loss.fen,
    awardedFen: awarded(after.value) - awarded(before.value),
    receivesFen: after.value.summary.receives.fen - before.value.summary.receives.fen,
  });
};
