import { useSyncExternalStore } from 'react';
import type { Typing } from '../../../ui/grid/use-cell-editing.ts';

/** What is being typed in the sheet, key by key. Only what must follow every key listens; the page itself does not draw again for one. */
export const createTyping = () => {
  const listeners = new Set<() => void>();
  let typing: Typing | null = null;
  return {
    get: (): Typing | null => typing,
    set: (next: Typing | null): void => {
      if (next === typing) return;
      typing = next;
      for (const listener of listeners) listener();
    },
    subscribe: (listener: () => void): (() => void) => {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
  };
};
export type TypingStore = ReturnType<typeof createTyping>;

export const useTyping = (store: TypingStore): Typing | null => useSyncExternalStore(store.subscribe, store.get);
