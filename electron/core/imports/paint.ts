import { crc32, deflateSync } from 'node:zlib';

type Line = [fromX: number, fromY: number, toX: number, toY: number, width: number];

/** One shape of a drawing; lengths in the drawing's own units. */
type Shape = { fill: string } & (
  | { rect: [x: number, y: number, width: number, height: number] }
  | { disc: [x: number, y: number, radius: number] }
  | { line: Line }
);
export type Drawing = readonly Shape[];

type Sheet = { width: number; height: number; scale: number; pixels: Uint8Array };

const colourOf = (fill: string): [number, number, number] => {
  const value = Number.parseInt(fill.slice(1), 16);
  return [(value >> 16) & 255, (value >> 8) & 255, value & 255];
};

/** How far a point lies from the nearest point of a line. */
const distance = (x: number, y: number, [ax, ay, bx, by]: Line): number => {
  const along = Math.max(0, Math.min(1, ((x - ax) * (bx - ax) + (y - ay) * (by - ay)) / ((bx - ax) ** 2 + (by - ay) ** 2)));
  return Math.hypot(x - ax - along * (bx - ax), y - ay - along * (by - ay));
};

const covers = (shape: Shape, x: number, y: number): boolean => {
  if ('rect' in shape) {
    const [left, top, width, height] = shape.rect;
    return x >= left && x < left + width && y >= top && y < top + height;
  }
  if ('disc' in shape) return Math.hypot(x - shape.disc[0], y - shape.disc[1]) < shape.disc[2];
  return distance(x, y, shape.line) < shape.line[4] / 2;
};

/** Left, top, right and bottom of what a shape may cover. */
const boundsOf = (shape: Shape): [number, number, number, number] => {
  if ('rect' in shape) return [shape.rect[0], shape.rect[1], shape.rect[0] + shape.rect[2], shape.rect[1] + shape.rect[3]];
  const [ax, ay, bx, by, reach] =
    'disc' in shape
      ? [shape.disc[0], shape.disc[1], shape.disc[0], shape.disc[1], shape.disc[2]]
      : [shape.line[0], shape.line[1], shape.line[2], shape.line[3], shape.line[4] / 2];
  return [Math.min(ax, bx) - reach, Math.min(ay, by) - reach, Math.max(ax, bx) + reach, Math.max(ay, by) + reach];
};

const draw = ({ width, height, scale, pixels }: Sheet, shape: Shape): void => {
  const colour = colourOf(shape.fill);
  const [left, top, right, bottom] = boundsOf(shape).map((length) => Math.round(length * scale)) as [number, number, number, number];
  for (let y = Math.max(0, top); y < Math.min(height, bottom + 1); y += 1)
    for (let x = Math.max(0, left); x < Math.min(width, right + 1); x += 1)
      if (covers(shape, x / scale, y / scale)) pixels.set(colour, y * (1 + width * 3) + 1 + x * 3);
};

const chunk = (kind: string, data: Buffer): Buffer => {
  const body = Buffer.concat([Buffer.from(kind, 'latin1'), data]);
  const out = Buffer.alloc(body.length + 8);
  out.writeUInt32BE(data.length, 0);
  body.copy(out, 4);
  out.writeUInt32BE(crc32(body), body.length + 4);
  return out;
};

/** Paints the shapes over each other and returns a PNG. Source of the layout: PNG specification, third edition, section 5. */
export const paint = (drawing: Drawing, [wide, high]: readonly [number, number], scale: number): Uint8Array<ArrayBuffer> => {
  const [width, height] = [Math.round(wide * scale), Math.round(high * scale)];
  const sheet = { width, height, scale, pixels: new Uint8Array(height * (1 + width * 3)) };
  for (const shape of drawing) draw(sheet, shape);
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  head.set([8, 2, 0, 0, 0], 8);
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  const parts = [signature, chunk('IHDR', head), chunk('IDAT', deflateSync(sheet.pixels)), chunk('IEND', Buffer.alloc(0))];
  return new Uint8Array(Buffer.concat(parts));
};
