export type Box = { x: number; y: number; width: number; height: number };
export type WindowPlace = Box & { maximized: boolean };

/** Smallest window in which every page can be used. */
export const smallestWindow = { width: 1024, height: 640 } as const;

/** So much of a window has to lie on one screen that its title bar can be caught. */
const visiblePart = { width: 200, height: 100 } as const;

const isBox = (value: Partial<Box>): value is Box => [value.x, value.y, value.width, value.height].every(Number.isSafeInteger);

/** Reads a kept place; whatever does not fit counts as none. */
export const readPlace = (text: string): WindowPlace | null => {
  try {
    const value = JSON.parse(text) as Partial<WindowPlace> | null;
    if (value === null) return null;
    const { maximized } = value;
    return isBox(value) ? { ...boxOf(value), maximized: maximized === true } : null;
  } catch {
    return null;
  }
};

const boxOf = ({ x, y, width, height }: Box): Box => ({ x, y, width, height });

const overlap = (from: number, length: number, otherFrom: number, otherLength: number): number =>
  Math.min(from + length, otherFrom + otherLength) - Math.max(from, otherFrom);

const seenOn = (box: Box, screen: Box): boolean =>
  overlap(box.x, box.width, screen.x, screen.width) >= visiblePart.width &&
  overlap(box.y, box.height, screen.y, screen.height) >= visiblePart.height &&
  box.y >= screen.y;

/**
 * The kept place, moved and shrunk so that it lies on a screen of now; null when its screen is gone. `screens` are the work
 * areas, without task bars.
 */
export const fitPlace = (kept: Box, screens: readonly Box[]): Box | null => {
  const screen = screens.find((one) => seenOn(kept, one));
  if (screen === undefined) return null;
  const width = Math.min(Math.max(kept.width, smallestWindow.width), screen.width);
  const height = Math.min(Math.max(kept.height, smallestWindow.height), screen.height);
  const within = (at: number, length: number, from: number, room: number): number => Math.min(Math.max(at, from), from + room - length);
  return { x: within(kept.x, width, screen.x, screen.width), y: within(kept.y, height, screen.y, screen.height), width, height };
};
