import { articleOf, type Draft, type ItemContext } from './item-context.ts';
import { rateNames } from './line-rate.ts';
import { computeRated, ratedShape, type RatedInput } from './rate-line.ts';
import { computeReceipts, receiptsShape, type ReceiptsInput } from './receipts.ts';

export const ratedOrReceiptsShape = { ...ratedShape, ...receiptsShape };

const hasRate = (input: RatedInput): boolean =>
  input.lines !== undefined || input.lineAmount !== undefined || rateNames.some((name) => input[name] !== undefined);

/** An item of receipts, of days at a rate, or of both together (relatives: tickets and lost pay). */
export const computeRatedOrReceipts = (input: RatedInput & ReceiptsInput, ctx: ItemContext, item: string): Draft | undefined => {
  if (!hasRate(input)) return computeReceipts(input, ctx, articleOf(ctx, item));
  const rated = computeRated(input, ctx, { item });
  if (rated === undefined || input.receipts === undefined) return rated;
  const receipts = computeReceipts(input, ctx, articleOf(ctx, item));
  if (receipts === undefined) return undefined;
  return {
    ...rated,
    amount: rated.amount.plus(receipts.amount),
    formula: `${rated.formula} + Σ receipts`,
    values: `${rated.values} + ${receipts.values}`,
    inputs: [...rated.inputs, ...receipts.inputs],
  };
};
