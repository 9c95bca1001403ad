import type { BodyRegion, BodySide, BodyView } from '../../../shared/doctors/model.ts';

/** One region of a figure. `side` is the person's own side; the middle has none of its own. */
export type BodyShape = { region: BodyRegion; side: BodySide; path: string; x: number; y: number };

/** Width and height of a figure; one unit is one pixel on the screen, so that every region is at least 24 pixels wide and high. */
export const figure = { left: 18, width: 164, height: 470 };

type Quad = readonly [topLeft: number, topRight: number, top: number, bottomLeft: number, bottomRight: number, bottom: number];
type Limb = readonly [BodyRegion, Quad];

/** The half of a figure on the viewer's left; the other half is its mirror image. */
const limbs: readonly Limb[] = [
  ['shoulder', [56, 72, 84, 44, 72, 113]],
  ['upperArm', [44, 71, 116, 38, 66, 159]],
  ['elbow', [38, 65, 162, 35, 61, 187]],
  ['forearm', [35, 61, 190, 31, 56, 231]],
  ['wrist', [30, 56, 234, 28, 53, 259]],
  ['hand', [25, 55, 262, 28, 50, 298]],
  ['thigh', [70, 98, 253, 73, 98, 318]],
  ['knee', [73, 98, 321, 73, 98, 346]],
  ['lowerLeg', [72, 98, 349, 74, 99, 408]],
  ['ankle', [74, 99, 411, 73, 99, 436]],
  ['foot', [69, 99, 439, 62, 98, 464]],
];
const frontLimbs: readonly Limb[] = [['hip', [73, 98, 225, 71, 98, 250]]];
const backLimbs: readonly Limb[] = [['buttock', [74, 98, 198, 70, 98, 250]]];

const trunk: readonly Limb[] = [['neck', [88, 112, 69, 84, 116, 93]]];
const frontTrunk: readonly Limb[] = [
  ['chest', [75, 125, 96, 76, 124, 150]],
  ['abdomen', [76, 124, 153, 76, 124, 194]],
  ['pelvis', [76, 124, 197, 73, 127, 222]],
];
const backTrunk: readonly Limb[] = [
  ['upperBack', [75, 125, 96, 76, 124, 150]],
  ['lowerBack', [76, 124, 153, 75, 125, 195]],
];

const head = 'M79 36 Q76 5 100 5 Q124 5 121 36 Z';
const face = 'M79 39 L121 39 Q121 66 100 66 Q79 66 79 39 Z';
const backOfHead = 'M79 39 Q74 5 100 5 Q126 5 121 39 Q119 66 100 66 Q81 66 79 39 Z';

const middle = 100;
const mirror = ([tl, tr, top, bl, br, bottom]: Quad): Quad => [200 - tr, 200 - tl, top, 200 - br, 200 - bl, bottom];

const quad = (region: BodyRegion, side: BodySide, [tl, tr, top, bl, br, bottom]: Quad): BodyShape => ({
  region,
  side,
  path: `M${tl} ${top} L${tr} ${top} L${br} ${bottom} L${bl} ${bottom} Z`,
  x: (tl + tr + bl + br) / 4,
  y: (top + bottom) / 2,
});

/** Seen from the front, the person's right lies on the viewer's left; from behind, the person's left does. */
const sidesSeen = (view: BodyView): readonly [BodySide, BodySide] => (view === 'front' ? ['right', 'left'] : ['left', 'right']);

/** All regions of one view, in reading order from head to foot. */
export const shapesOf = (view: BodyView): BodyShape[] => {
  const front = view === 'front';
  const [ofLeft, ofRight] = sidesSeen(view);
  const heads: BodyShape[] = front
    ? [
        { region: 'head', side: 'middle', path: head, x: middle, y: 22 },
        { region: 'face', side: 'middle', path: face, x: middle, y: 52 },
      ]
    : [{ region: 'head', side: 'middle', path: backOfHead, x: middle, y: 36 }];
  const middles = [...trunk, ...(front ? frontTrunk : backTrunk)].map(([region, shape]) => quad(region, 'middle', shape));
  const sided = [...(front ? frontLimbs : backLimbs), ...limbs].flatMap(([region, shape]) => [
    quad(region, ofLeft, shape),
    quad(region, ofRight, mirror(shape)),
  ]);
  return [...heads, ...middles, ...sided];
};

/** Where a mark stands: in its region; a side of the middle is a step towards that side. Several marks stand beside each other. */
export const placeOf = (
  shape: BodyShape,
  mark: { side: BodySide; view: BodyView },
  [index, count]: readonly [number, number],
): { x: number; y: number } => {
  const towards = shape.side !== 'middle' || mark.side === 'middle' ? 0 : mark.side === sidesSeen(mark.view)[0] ? -14 : 14;
  return { x: shape.x + towards + (index - (count - 1) / 2) * 9, y: shape.y };
};

/** Steps to the right and down of each arrow key. */
const arrows: Readonly<Record<string, readonly [number, number]>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
};

/** The next region in the direction of an arrow key: the nearest one, sideways steps counted double. */
export const nextShape = (shapes: readonly BodyShape[], from: BodyShape, key: string): BodyShape | undefined => {
  const [dx, dy] = arrows[key] ?? [0, 0];
  const along = (to: BodyShape): number => (to.x - from.x) * dx + (to.y - from.y) * dy;
  const across = (to: BodyShape): number => Math.abs((to.x - from.x) * dy) + Math.abs((to.y - from.y) * dx);
  return shapes.filter((to) => along(to) > 2).toSorted((a, b) => along(a) + 2 * across(a) - along(b) - 2 * across(b))[0];
};
