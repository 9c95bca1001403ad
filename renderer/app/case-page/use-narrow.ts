import { useSyncExternalStore } from 'react';

/** Whether the window is narrower than this many pixels. */
export const useNarrow = (width: number): boolean => {
  const query = `(width < ${width}px)`;
  return useSyncExternalStore(
    (notify) => {
      const list = window.matchMedia(query);
      list.addEventListener('change', notify);
      return () => list.removeEventListener('change', notify);
    },
    () => window.matchMedia(query).matches,
  );
};
