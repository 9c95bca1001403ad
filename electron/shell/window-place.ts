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

/** A stretch along one axis. */
type Span = { from: number; length: number };

const across = ({ x, width }: Box): Span => ({ from: x, length: width });
const down = ({ y, height }: Box): Span => ({ from: y, length: height });

const overlap = (one: Span, other: Span): number =>
  Math.min(one.from + one.length, other.from + other.length) - Math.max(one.from, other.from);

const seenOn = (box: Box, screen: Box): boolean =>
  overlap(across(box), across(screen)) >= visiblePart.width && overlap(down(box), down(screen)) >= visiblePart.height && box.y >= screen.y;

/** Where the span begins when it is shrunk and moved to lie within the room. */
const within = ({ from, length }: Span, smallest: number, room: Span): Span => {
  const fitting = Math.min(Math.max(length, smallest), room.length);
  return { from: Math.min(Math.max(from, room.from), room.from + room.length - fitting), length: fitting };
};

/**
 * The kept place, moved and shrunk so that it lies on a screen of now; null when its screen is gone. `screens` are the work
 * areas, without task bars.
 */
export const fitPlace = (kept: Box, screens: readonly Box[]): Box | null => {
  const screen = screens.find((one) => seenOn(kept, one));
  if (screen === undefined) return null;
  const horizontal = within(across(kept), smallestWindow.width, across(screen));
  const vertical = within(down(kept), smallestWindow.height, down(screen));
  return { x: horizontal.from, y: vertical.from, width: horizontal.length, height: vertical.length };
};
