/** 仅本机 待发送 已送达 被退回 有冲突: the same five words everywhere. Source: product.md, "Sync, as people see it". */
export const syncWords = ['only-here', 'waiting', 'delivered', 'returned', 'conflict'] as const;
export type SyncWord = (typeof syncWords)[number];

type State = 'waiting' | 'accepted' | 'late' | 'conflict' | 'refused' | 'quarantined';

/** How a change is called; `unfit` says that it no longer fits what others wrote, before the hub has said so. */
export const wordOf = (state: State, { alone, unfit }: { alone: boolean; unfit: boolean }): SyncWord => {
  if (alone) return 'only-here';
  if (state === 'waiting') return unfit ? 'conflict' : 'waiting';
  if (state === 'accepted' || state === 'late') return 'delivered';
  return state === 'conflict' ? 'conflict' : 'returned';
};

const weight: Readonly<Record<SyncWord, number>> = { delivered: 0, 'only-here': 1, waiting: 2, returned: 3, conflict: 4 };

/** The word that matters most. */
export const gravest = (words: readonly SyncWord[]): SyncWord =>
  words.reduce((worst, word) => (weight[word] > weight[worst] ? word : worst), 'delivered');
