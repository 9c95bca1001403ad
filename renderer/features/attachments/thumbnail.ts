/** Longest side of a small picture, pixels. */
const longest = 320;

/** The size a picture is drawn at so that neither side is longer than `longest`; a small one is not blown up. */
export const thumbnailSize = ({ width, height }: { width: number; height: number }): { width: number; height: number } => {
  const scale = Math.min(1, longest / Math.max(width, height));
  return { width: Math.max(1, Math.round(width * scale)), height: Math.max(1, Math.round(height * scale)) };
};

/** A small JPEG made in the page; null for anything this browser cannot draw (HEIC, PDF, sound, broken pictures). */
export const makeThumbnail = async (file: File): Promise<File | null> => {
  if (!file.type.startsWith('image/') && !/\.(jpe?g|jfif|png|webp)$/i.test(file.name)) return null;
  const picture = await createImageBitmap(file).catch(() => null);
  if (picture === null) return null;
  // Off the screen: a canvas of the page waits for an idle moment before it writes, which takes seconds on a busy machine.
  const { width, height } = thumbnailSize(picture);
  const canvas = new OffscreenCanvas(width, height);
  const pen = canvas.getContext('2d');
  if (pen !== null) {
    // JPEG knows no transparency: without a ground it would come out black.
    pen.fillStyle = '#FFFFFF';
    pen.fillRect(0, 0, width, height);
    pen.drawImage(picture, 0, 0, width, height);
  }
  picture.close();
  const blob = pen === null ? null : await canvas.convertToBlob({ type: 'image/jpeg', quality: 0.8 }).catch(() => null);
  return blob === null ? null : new File([blob], 'thumbnail.jpg', { type: 'image/jpeg' });
};
