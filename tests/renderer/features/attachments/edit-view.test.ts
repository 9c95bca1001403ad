import fc from 'fast-check';
import { expect, it } from 'vitest';
import {
  derivationOf,
  derivedName,
  newEdit,
  nudged,
  pixelsOf,
  placed,
  rectBetween,
  turnedEdit,
  turnedSize,
  withoutLast,
  type Rect,
} from '../../../../renderer/features/attachments/edit-view.ts';

const part = { x: 0.1, y: 0.2, width: 0.3, height: 0.1 };
const near = (rect: Rect | null | undefined) =>
  rect === null || rect === undefined
    ? rect
    : Object.fromEntries(Object.entries(rect).map(([name, value]) => [name, Math.round(value * 1e6) / 1e6 + 0]));

it('a rectangle is drawn in any direction and stays inside the picture; a slip of the hand is none', () => {
  expect(near(rectBetween({ x: 0.4, y: 0.3 }, { x: 0.1, y: 0.2 }))).toEqual(part);
  expect(near(rectBetween({ x: -1, y: 0.5 }, { x: 2, y: 3 }))).toEqual({ x: 0, y: 0.5, width: 1, height: 0.5 });
  expect(rectBetween({ x: 0.5, y: 0.5 }, { x: 0.501, y: 0.9 })).toBeNull();
});

it('what was put down is taken away again, the last first', () => {
  const two = placed(placed(newEdit(0), part), { ...part, x: 0.5 });
  expect(withoutLast(two).redactions).toEqual([part]);
  const cropped = placed({ ...two, mode: 'crop' }, part);
  expect([cropped.crop, withoutLast(cropped).crop, withoutLast(cropped).redactions.length]).toEqual([part, null, 2]);
});

it('blackening says more than cropping, cropping more than turning, and nothing changed is nothing', () => {
  const crop = placed({ ...newEdit(0), mode: 'crop' }, part);
  expect([newEdit(0), newEdit(4), newEdit(-1), crop, placed({ ...crop, mode: 'redact' }, part)].map(derivationOf)).toEqual([
    null,
    null,
    'turned',
    'cropped',
    'redacted',
  ]);
});

it('a quarter turn takes the blackened part with it', () => {
  expect(near(turnedEdit(placed(newEdit(0), part), 1).redactions[0])).toEqual({ x: 0.7, y: 0.1, width: 0.1, height: 0.3 });
});

const share = fc.double({ min: 0, max: 0.9, noNaN: true });
const rects = fc.record({
  x: share,
  y: share,
  width: fc.double({ min: 0.01, max: 0.1, noNaN: true }),
  height: fc.double({ min: 0.01, max: 0.1, noNaN: true }),
});

it('four quarter turns, or one there and back, change nothing', () => {
  fc.assert(
    fc.property(rects, (rect) => {
      const edit = placed(newEdit(0), rect);
      const round = [1, 1, 1, 1].reduce((now) => turnedEdit(now, 1), edit);
      expect(near(round.redactions[0])).toEqual(near(rect));
      expect(near(turnedEdit(turnedEdit(edit, -1), 1).redactions[0])).toEqual(near(rect));
    }),
  );
});

it('a blackened part always covers the pixels it touches and never leaves the picture', () => {
  fc.assert(
    fc.property(rects, fc.integer({ min: 1, max: 5_000 }), fc.integer({ min: 1, max: 5_000 }), (rect, width, height) => {
      const box = pixelsOf(rect, { width, height });
      expect(box.x).toBeLessThanOrEqual(rect.x * width + 1e-5);
      expect(box.x + box.width).toBeGreaterThanOrEqual(Math.min(width, (rect.x + rect.width) * width) - 1e-5);
      expect(box.y + box.height).toBeLessThanOrEqual(height);
      expect([box.x, box.y, box.width, box.height].every(Number.isInteger)).toBe(true);
    }),
  );
});

it('the arrow keys move or size the dashed box, never out of the picture', () => {
  const far = nudged(newEdit(0), { x: 5, y: -5 }, false).cursor;
  expect(near(far)).toEqual({ x: 0.8, y: 0, width: 0.2, height: 0.1 });
  expect(near(nudged(newEdit(0), { x: 5, y: -5 }, true).cursor)).toEqual({ x: 0.4, y: 0.45, width: 0.6, height: 0.005 });
});

it('sizes swap on a quarter turn, and the new file says how it was made', () => {
  expect([turnedSize({ width: 4, height: 3 }, 1), turnedSize({ width: 4, height: 3 }, -2)]).toEqual([
    { width: 3, height: 4 },
    { width: 4, height: 3 },
  ]);
  expect(derivedName('身份证.2026.png', '遮盖')).toBe('身份证.2026-遮盖.jpg');
});
