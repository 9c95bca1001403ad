const ends = ['pointerup', 'pointercancel', 'dragend'] as const;

/**
 * Runs at once, or after the click that is under way: a complaint about the field that was left moves what stands below it, and the
 * button under the mouse would slip away between press and release.
 */
export const afterPress = (run: () => void): void => {
  if (document.querySelector(':active') === null) {
    run();
    return;
  }
  const done = new AbortController();
  const release = (): void => {
    done.abort();
    // The click itself comes right after the release.
    setTimeout(run);
  };
  for (const end of ends) window.addEventListener(end, release, { capture: true, signal: done.signal });
};
