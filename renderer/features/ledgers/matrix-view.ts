import type { MatrixCase } from '../../../shared/disclosures/contract.ts';
import type { Topic } from '../../../shared/wording/model.ts';

/** `told`: said, but not surely understood. `missing`: every case needs it and nobody said it. `none`: not said, and only some cases need it. */
export type Cell = 'understood' | 'told' | 'missing' | 'none';

export const cellOf = (one: MatrixCase, topic: Pick<Topic, 'id' | 'when'>): Cell => {
  const telling = one.told[topic.id];
  if (telling !== undefined) return telling.understood === 'yes' ? 'understood' : 'told';
  return topic.when.includes('always') ? 'missing' : 'none';
};

/** How many of the topics that every case needs were told in this one. */
export const toldShare = (one: MatrixCase, topics: readonly Pick<Topic, 'id' | 'when'>[]): { told: number; all: number } => {
  const needed = topics.filter(({ when }) => when.includes('always'));
  return { told: needed.filter(({ id }) => one.told[id] !== undefined).length, all: needed.length };
};
