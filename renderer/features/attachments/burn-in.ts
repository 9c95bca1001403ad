import { pixelsOf, quarterOf, turnedSize, type Edit } from './edit-view.ts';

const quarter = Math.PI / 2;

/** Draws the picture as turned, with its upper left corner at the origin. */
const drawTurned = (pen: CanvasRenderingContext2D | OffscreenCanvasRenderingContext2D, picture: ImageBitmap, turns: number): void => {
  const { width, height } = turnedSize(picture, turns);
  pen.save();
  pen.translate(width / 2, height / 2);
  pen.rotate(quarterOf(turns) * quarter);
  pen.drawImage(picture, -picture.width / 2, -picture.height / 2);
  pen.restore();
};

/** Shows the picture, turned, in a canvas of the page at a size that fits. */
export const drawPreview = (canvas: HTMLCanvasElement, picture: ImageBitmap, { turns, scale }: { turns: number; scale: number }): void => {
  const size = turnedSize(picture, turns);
  canvas.width = Math.max(1, Math.round(size.width * scale));
  canvas.height = Math.max(1, Math.round(size.height * scale));
  const pen = canvas.getContext('2d');
  if (pen === null) return;
  pen.scale(canvas.width / size.width, canvas.height / size.height);
  drawTurned(pen, picture, turns);
};

/**
 * Makes the new picture: only its pixels leave this function, so what is blackened is gone, and so are the place and the device
 * that the camera wrote into the file. Null when this browser cannot draw a picture of that size.
 */
export const burnIn = async (picture: ImageBitmap, edit: Edit, name: string): Promise<File | null> => {
  const whole = turnedSize(picture, edit.turns);
  const kept = pixelsOf(edit.crop ?? { x: 0, y: 0, width: 1, height: 1 }, whole);
  // Off the screen: a canvas of the page waits for an idle moment before it writes, which takes seconds on a busy machine.
  const canvas = new OffscreenCanvas(kept.width, kept.height);
  const pen = canvas.getContext('2d');
  if (pen === null) return null;
  pen.fillStyle = '#FFFFFF';
  pen.fillRect(0, 0, kept.width, kept.height);
  pen.translate(-kept.x, -kept.y);
  drawTurned(pen, picture, edit.turns);
  pen.fillStyle = '#000000';
  for (const rect of edit.redactions) {
    const { x, y, width, height } = pixelsOf(rect, whole);
    pen.fillRect(x, y, width, height);
  }
  const blob = await canvas.convertToBlob({ type: 'image/jpeg', quality: 0.92 }).catch(() => null);
  return blob === null ? null : new File([blob], name, { type: 'image/jpeg' });
};
