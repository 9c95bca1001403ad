import { useCallback, type RefCallback } from 'react';

/** Shows a file in memory in a picture or player; its address is given back when either goes away. */
export const useObjectSource = (file: Blob): RefCallback<HTMLImageElement | HTMLAudioElement> =>
  useCallback(
    (element) => {
      if (element === null) return undefined;
      const url = URL.createObjectURL(file);
      element.src = url;
      return () => URL.revokeObjectURL(url);
    },
    [file],
  );
