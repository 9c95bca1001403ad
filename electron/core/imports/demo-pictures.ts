import { attachment } from '../../../shared/attachments/model.ts';
import { fileTypeOf, kindFor } from '../../../shared/attachments/rules.ts';
import type { Attachment } from '../../../shared/attachments/model.ts';
import type { BlobStore } from '../../db/blob-store.ts';
import { ProblemThrown } from '../problem-thrown.ts';
import type { DraftOperation } from '../session.ts';
import { paint, type Drawing } from './paint.ts';

/** In the demo file: an invented photo, drawn when it is loaded, with the fields of its attachment. */
export type DemoPicture = { op: 'picture'; id: string; drawing: string; fields: Partial<Attachment> };

/** Points of a small picture for each of the drawing's own; the picture itself is twice as large as drawn. */
const [large, small] = [2, 0.5];

/** Draws and stores the pictures of the demo file; the same drawing is stored once. */
export const pictureMaker = async (blobs: BlobStore): Promise<(picture: DemoPicture) => DraftOperation> => {
  const file = await import('../../../resources/demo/pictures.json', { with: { type: 'json' } });
  const { size, drawings } = file.default as unknown as { size: [number, number]; drawings: Record<string, Drawing> };
  const type = fileTypeOf('png');
  const kept = (bytes: Uint8Array): { sha256: string } => {
    const done = blobs.put(bytes);
    if (!done.ok) throw new ProblemThrown(done.error);
    return done.value;
  };
  return ({ id, drawing, fields }) => {
    const shapes = drawings[drawing];
    if (shapes === undefined || type === null) throw new Error(`the demo file has no drawing ${drawing}`);
    const bytes = paint(shapes, size, large);
    const subject = fields.subject ?? 'other';
    const content = {
      sha256: kept(bytes).sha256,
      thumbnailSha256: kept(paint(shapes, size, small)).sha256,
      mediaType: type.mediaType,
      bytes: bytes.length,
    };
    return { op: 'insert', entity: attachment.name, id, fields: { ...fields, ...content, kind: kindFor(type, subject), subject } };
  };
};
