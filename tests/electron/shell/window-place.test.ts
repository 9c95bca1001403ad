import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fitPlace, readPlace, smallestWindow, type Box } from '../../../electron/shell/window-place.ts';

const laptop: Box = { x: 0, y: 0, width: 1366, height: 728 };
const second: Box = { x: 1366, y: -200, width: 1920, height: 1040 };

describe('the place of the window', () => {
  test.each<[string, Box, Box[], Box | null]>([
    ['stays as it was', { x: 50, y: 40, width: 1100, height: 660 }, [laptop], { x: 50, y: 40, width: 1100, height: 660 }],
    [
      'stays on the second screen',
      { x: 1400, y: 0, width: 1200, height: 800 },
      [laptop, second],
      { x: 1400, y: 0, width: 1200, height: 800 },
    ],
    ['is given up when its screen is gone', { x: 1400, y: 0, width: 1200, height: 800 }, [laptop], null],
    [
      'is moved in when it hangs over the edge',
      { x: 900, y: 400, width: 1100, height: 660 },
      [laptop],
      { x: 266, y: 68, width: 1100, height: 660 },
    ],
    ['shrinks to a smaller screen', { x: 0, y: 0, width: 2560, height: 1400 }, [laptop], laptop],
    ['grows to the smallest usable size', { x: 0, y: 0, width: 300, height: 200 }, [laptop], { x: 0, y: 0, ...smallestWindow }],
    ['is given up when its title bar is above every screen', { x: 100, y: -90, width: 1100, height: 660 }, [laptop], null],
    ['is given up without any screen', { x: 0, y: 0, width: 1100, height: 660 }, [], null],
  ])('%s', (_what, kept, screens, expected) => {
    expect(fitPlace(kept, screens)).toEqual(expected);
  });

  test('never leaves the screen, wherever it was', () => {
    const side = fc.integer({ min: -5000, max: 5000 });
    const length = fc.integer({ min: 1, max: 5000 });
    const box = fc.record({ x: side, y: side, width: length, height: length });
    const screen = fc.record({ x: side, y: side, width: fc.integer({ min: 800, max: 5000 }), height: fc.integer({ min: 600, max: 3000 }) });
    const inside = (a: Box, b: Box): boolean =>
      a.x >= b.x && a.y >= b.y && a.x + a.width <= b.x + b.width && a.y + a.height <= b.y + b.height;
    fc.assert(
      fc.property(box, fc.array(screen, { maxLength: 3 }), (kept, screens) => {
        const fitted = fitPlace(kept, screens);
        return fitted === null || screens.some((one) => inside(fitted, one));
      }),
      { seed: 20260302, numRuns: 2000 },
    );
  });

  test('on the screen it came from comes back from any place on it', () => {
    const x = fc.integer({ min: 0, max: 1366 - 1024 });
    const y = fc.integer({ min: 0, max: 728 - 640 });
    fc.assert(
      fc.property(x, y, (left, top) => {
        const kept = { x: left, y: top, ...smallestWindow };
        expect(fitPlace(kept, [second, laptop])).toEqual(kept);
      }),
      { seed: 20260302 },
    );
  });
});

describe('a kept place', () => {
  test.each(['', 'null', '[]', '{"x":1}', '{"x":"1","y":0,"width":1,"height":1}', '{"x":1e999,"y":0,"width":1,"height":1}'])(
    'that reads %j counts as none',
    (text) => {
      expect(readPlace(text)).toBeNull();
    },
  );

  test('is read with its maximised state and nothing else', () => {
    expect(readPlace('{"x":1,"y":2,"width":1100,"height":700,"maximized":true,"show":false}')).toEqual({
      x: 1,
      y: 2,
      width: 1100,
      height: 700,
      maximized: true,
    });
  });
});
