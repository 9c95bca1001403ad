import { figureRegion, setting } from './figures.ts';
import type { ItemContext } from './item-context.ts';

/** What the forum's own practice suggests as the daily rate of an item; it is never used without being given. */
export const dailyPractice = (ctx: ItemContext): Record<string, string> => {
  const region = figureRegion(setting(ctx.figures, 'forumRegion') ?? '');
  const item = ctx.path.split('.').at(-1) ?? '';
  const found = ctx.pack.practice.find((entry) => entry.topic === 'dailyRate' && entry.region === region && entry.key === item);
  return found === undefined ? {} : { suggestion: `${found.value} [${found.mark}] ${found.source}` };
};
