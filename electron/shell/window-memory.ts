import type { BrowserWindow } from 'electron';
import { readFileSync, writeFileSync } from 'node:fs';
import { fitPlace, readPlace, type Box, type WindowPlace } from './window-place.ts';

/** Where the window stood last time, if that is still on a screen. */
export const placeOfLastTime = (file: string, screens: readonly Box[]): WindowPlace | null => {
  try {
    const kept = readPlace(readFileSync(file, 'utf8'));
    const box = kept === null ? null : fitPlace(kept, screens);
    return kept === null || box === null ? null : { ...box, maximized: kept.maximized };
  } catch {
    // No file yet, or none to be read: the window opens where the system puts it.
    return null;
  }
};

/** Keeps place and size when the window closes. A place that cannot be kept is no reason to stop anything. */
export const keepPlace = (window: BrowserWindow, file: string): void => {
  window.on('close', () => {
    const place: WindowPlace = { ...window.getNormalBounds(), maximized: window.isMaximized() };
    try {
      writeFileSync(file, JSON.stringify(place));
    } catch {
      return;
    }
  });
};
