import { createCipheriv, createDecipheriv, hkdfSync } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { hashRaw } from '@node-rs/argon2';
import { z } from 'zod';
import type { Random } from '../../shared/kernel/ports.ts';
import { writeFileAtomically } from './atomic-file.ts';

/** Cost of one passcode try. Source: RFC 9106, second recommended option (64 MiB, 3 passes). */
export type KdfCost = { memoryKiB: number; passes: number };
export const defaultKdfCost: KdfCost = { memoryKiB: 65_536, passes: 3 };

const base64 = z.base64();
const sealedSchema = z.strictObject({ iv: base64, text: base64, tag: base64 });
export const keysSchema = z.strictObject({
  format: z.literal(1),
  passcode: z.strictObject({
    kdf: z.literal('argon2id'),
    memoryKiB: z.number().int().min(8).max(4_194_304),
    passes: z.number().int().min(1).max(100),
    salt: base64,
    sealed: sealedSchema,
  }),
  recovery: z.strictObject({ salt: base64, sealed: sealedSchema }),
  os: z.strictObject({ backend: z.string().max(64), blob: base64, sealed: sealedSchema }).optional(),
});

/**
 * `keys.json`: the master key, sealed once by the passcode, once by the recovery key and, where the person allows it, once by a
 * secret that the operating system keeps. It holds nothing readable.
 */
export type KeyFile = z.infer<typeof keysSchema>;
type Sealed = z.infer<typeof sealedSchema>;

export const masterKeyBytes = 32;

export const keysPath = (dataDir: string): string => join(dataDir, 'keys.json');

/** The key file, or null when it is unreadable: then only a backup or another copy of it helps. */
export const readKeys = (dataDir: string): KeyFile | null => {
  try {
    const parsed = keysSchema.safeParse(JSON.parse(readFileSync(keysPath(dataDir), 'utf8')));
    return parsed.success ? parsed.data : null;
  } catch (error) {
    if (error instanceof SyntaxError || (error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw error;
  }
};

export const writeKeys = (dataDir: string, keys: KeyFile): void =>
  writeFileAtomically(keysPath(dataDir), `${JSON.stringify(keys, null, 2)}\n`);

/** Every file is encrypted with a key of its own, so that one never opens the other. */
export const fileKey = (master: Uint8Array, file: 'database' | 'attachments' | 'backup'): Uint8Array =>
  new Uint8Array(hkdfSync('sha256', master, new Uint8Array(), `liubu ${file} 1`, 32));

export type SealPorts = { random: Random; cost: KdfCost };

/** Seals the master key with a passcode. Full-width digits from a Chinese keyboard count as their plain form. */
export const sealByPasscode = async (master: Uint8Array, passcode: string, { random, cost }: SealPorts): Promise<KeyFile['passcode']> => {
  const salt = random.bytes(16);
  const key = await stretch(passcode, salt, cost);
  return { kdf: 'argon2id', ...cost, salt: toText(salt), sealed: seal(master, { key, iv: random.bytes(12), purpose: 'passcode' }) };
};

/** The master key, or null for a wrong passcode. */
export const openByPasscode = async ({ passcode: kept }: KeyFile, passcode: string): Promise<Uint8Array | null> => {
  const key = await stretch(passcode, fromText(kept.salt), kept);
  return open(kept.sealed, key, 'passcode');
};

export const sealByRecovery = (master: Uint8Array, secret: Uint8Array, random: Random): KeyFile['recovery'] => {
  const salt = random.bytes(16);
  const sealed = seal(master, { key: recoveryKeyOf(secret, salt), iv: random.bytes(12), purpose: 'recovery' });
  return { salt: toText(salt), sealed };
};

/** The master key, or null for a recovery key of another file. */
export const openByRecovery = ({ recovery }: KeyFile, secret: Uint8Array): Uint8Array | null =>
  open(recovery.sealed, recoveryKeyOf(secret, fromText(recovery.salt)), 'recovery');

/** A secret known to the operating system's store, as it is before and after wrapping, and which store wrapped it. */
export type SystemSecret = { secret: Uint8Array; blob: Uint8Array; backend: string };

export const systemSecretBytes = 32;

/**
 * Seals the master key with a secret that the operating system wraps. The store gets the secret and not the master key, because
 * its answer is not authenticated everywhere: a wrong one must be noticed here, not when a file looks corrupt.
 */
export const sealBySystem = (master: Uint8Array, { secret, blob, backend }: SystemSecret, random: Random): NonNullable<KeyFile['os']> => ({
  backend,
  blob: toText(blob),
  sealed: seal(master, { key: secret, iv: random.bytes(12), purpose: 'system' }),
});

/** The master key, or null when the secret is not the one it was sealed with. */
export const openBySystem = ({ os }: KeyFile, secret: Uint8Array): Uint8Array | null =>
  os === undefined || secret.length !== systemSecretBytes ? null : open(os.sealed, secret, 'system');

export const systemBlobOf = ({ blob }: NonNullable<KeyFile['os']>): Uint8Array => fromText(blob);

/** The keys without what only this computer can open: for backups, and after switching it off. */
export const withoutSystem = ({ format, passcode, recovery }: KeyFile): KeyFile => ({ format, passcode, recovery });

const stretch = async (passcode: string, salt: Uint8Array, { memoryKiB, passes }: KdfCost): Promise<Uint8Array> =>
  hashRaw(passcode.normalize('NFKC'), { salt, memoryCost: memoryKiB, timeCost: passes, parallelism: 1, outputLen: 32 });

const recoveryKeyOf = (secret: Uint8Array, salt: Uint8Array): Uint8Array =>
  new Uint8Array(hkdfSync('sha256', secret, salt, 'liubu recovery 1', 32));

const seal = (content: Uint8Array, { key, iv, purpose }: { key: Uint8Array; iv: Uint8Array; purpose: string }): Sealed => {
  const cipher = createCipheriv('aes-256-gcm', key, iv);
  cipher.setAAD(Buffer.from(`liubu ${purpose} 1`));
  const text = Buffer.concat([cipher.update(content), cipher.final()]);
  return { iv: toText(iv), text: toText(text), tag: toText(cipher.getAuthTag()) };
};

const open = (sealed: Sealed, key: Uint8Array, purpose: string): Uint8Array | null => {
  try {
    const decipher = createDecipheriv('aes-256-gcm', key, fromText(sealed.iv), { authTagLength: 16 });
    decipher.setAAD(Buffer.from(`liubu ${purpose} 1`));
    decipher.setAuthTag(fromText(sealed.tag));
    return new Uint8Array(Buffer.concat([decipher.update(fromText(sealed.text)), decipher.final()]));
  } catch {
    // The authentication tag does not fit: the wrong key, the one thing this function is asked.
    return null;
  }
};

const toText = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64');
const fromText = (text: string): Uint8Array => new Uint8Array(Buffer.from(text, 'base64'));
