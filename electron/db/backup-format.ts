import { createHash, createHmac, timingSafeEqual } from 'node:crypto';
import { z } from 'zod';
import { err, ok, type Result } from '../../shared/kernel/result.ts';
import { keysSchema, type KeyFile } from './keys.ts';

const magic = Buffer.from('LIUBU-BACKUP-1\n');

/** The files in a backup, in this order. Both are encrypted databases; nothing in a backup is readable without the passcode. */
export const backupParts = ['liubu.db', 'attachments.db'] as const;
export type BackupPart = (typeof backupParts)[number];

const partSchema = z.strictObject({ name: z.enum(backupParts), bytes: z.number().int().min(1), sha256: z.string().length(64) });
const manifestSchema = z.strictObject({
  madeAt: z.string().max(64),
  version: z.string().max(64),
  changes: z.number().int().min(0),
  attachments: z.number().int().min(0),
  keys: keysSchema,
  parts: z.array(partSchema).length(backupParts.length),
});
export type BackupManifest = z.infer<typeof manifestSchema>;

export type BackupFacts = Pick<BackupManifest, 'madeAt' | 'version' | 'changes' | 'attachments'> & { keys: KeyFile };
export type BackupContent = { manifest: BackupManifest; manifestText: string; seal: Buffer; parts: ReadonlyMap<BackupPart, Uint8Array> };

/** One file: magic, length, manifest, seal of the manifest, then the parts. The seal proves that whoever made it had the key. */
export const writeBackup = (facts: BackupFacts, parts: ReadonlyMap<BackupPart, Uint8Array>, key: Uint8Array): Uint8Array[] => {
  const listed = backupParts.map((name) => {
    const bytes = parts.get(name) ?? new Uint8Array();
    return { name, bytes: bytes.length, sha256: createHash('sha256').update(bytes).digest('hex') };
  });
  const text = Buffer.from(JSON.stringify({ ...facts, parts: listed }));
  const length = Buffer.alloc(4);
  length.writeUInt32BE(text.length);
  return [magic, length, text, sealOf(text, key), ...backupParts.map((name) => parts.get(name) ?? new Uint8Array())];
};

/** Takes a backup apart and compares every length and hash, before any key is tried. */
export const readBackup = (bytes: Buffer): Result<BackupContent, 'damaged'> => {
  const head = magic.length + 4;
  if (bytes.length < head || !bytes.subarray(0, magic.length).equals(magic)) return err('damaged');
  const textEnd = head + bytes.readUInt32BE(magic.length);
  const manifestText = bytes.subarray(head, textEnd).toString('utf8');
  const manifest = manifestSchema.safeParse(parseJson(manifestText));
  const seal = bytes.subarray(textEnd, textEnd + 32);
  if (!manifest.success || seal.length !== 32) return err('damaged');
  const parts = new Map<BackupPart, Uint8Array>();
  let at = textEnd + 32;
  for (const part of manifest.data.parts) {
    const content = bytes.subarray(at, at + part.bytes);
    if (createHash('sha256').update(content).digest('hex') !== part.sha256) return err('damaged');
    parts.set(part.name, content);
    at += part.bytes;
  }
  const complete = at === bytes.length && parts.size === backupParts.length;
  return complete ? ok({ manifest: manifest.data, manifestText, seal, parts }) : err('damaged');
};

/** True when the manifest was written by somebody who had the key of the data. */
export const sealHolds = ({ manifestText, seal }: BackupContent, key: Uint8Array): boolean =>
  timingSafeEqual(seal, sealOf(Buffer.from(manifestText), key));

const sealOf = (text: Uint8Array, key: Uint8Array): Buffer => createHmac('sha256', key).update(text).digest();

const parseJson = (text: string): unknown => {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return null;
  }
};
