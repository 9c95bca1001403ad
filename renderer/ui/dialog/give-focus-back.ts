import { useEffect, useState } from 'react';

/** Whoever opened a dialog with a key goes on where they were: without this the focus falls to the top of the page. */
export const useGiveFocusBack = (): void => {
  const [opener] = useState(() => document.activeElement);
  useEffect(
    () => () => {
      const isFree = document.activeElement === null || document.activeElement === document.body;
      if (isFree && opener instanceof HTMLElement && opener.isConnected) opener.focus({ preventScroll: true });
    },
    [opener],
  );
};
